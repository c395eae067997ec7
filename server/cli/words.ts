/** What the command line says, in both languages. */
import { fill, type Args, type Locale, type Messages } from '../core/messages';

const WORDS = {
  usage: {
    'zh-cn': `用法：gongwen lint [选项] 文件或文件夹…

选项：
  --format text|json     输出格式，默认 text
  --profile ID           按此文种检查，不再识别（可选：{profiles}）
  --locale zh-cn|en      提示语言，默认按 LC_ALL、LANG，再无则 zh-cn
  --today YYYY-MM-DD     以此为今天
  --help, --version

退出码：0 没有警告及以上的问题；1 有；2 用法不对或有文件读不出来`,
    en: `Usage: gongwen lint [options] FILE-OR-FOLDER…

Options:
  --format text|json     how to print, text by default
  --profile ID           lint as this kind of report, without recognising it (one of: {profiles})
  --locale zh-cn|en      language of messages; default: LC_ALL, LANG, else zh-cn
  --today YYYY-MM-DD     take this for today
  --help, --version

Exit codes: 0 nothing at warning or above; 1 findings; 2 wrong usage, or a file that cannot be read`,
  },
  noFiles: { 'zh-cn': '没有给出文件。gongwen lint --help 说明用法。', en: 'No file given. See gongwen lint --help.' },
  unknownCommand: { 'zh-cn': '没有“{name}”这个命令。gongwen --help 列出全部命令。', en: 'There is no command “{name}”. gongwen --help lists them.' },
  badOption: { 'zh-cn': '选项不对：{why}。gongwen lint --help 说明用法。', en: 'Wrong option: {why}. See gongwen lint --help.' },
  badFormat: { 'zh-cn': '没有“{name}”这种输出格式，可用 text、json。', en: 'There is no format “{name}”; use text or json.' },
  badProfile: { 'zh-cn': '没有“{name}”这一文种，可选：{known}。', en: 'There is no kind of report “{name}”; known: {known}.' },
  badLocale: { 'zh-cn': '没有“{name}”这种语言，可用 zh-cn、en。', en: 'There is no language “{name}”; use zh-cn or en.' },
  badDate: { 'zh-cn': '“{name}”不是日期，应写作 2026-01-20。', en: '“{name}” is no date; write 2026-01-20.' },
  unreadable: { 'zh-cn': '{file}：读不出来（{why}）', en: '{file}: cannot be read ({why})' },
  binary: { 'zh-cn': '{file}：不是文本文件。Word、PDF 文稿请先另存为纯文本（UTF-8）。', en: '{file}: not a text file. Save a Word or PDF draft as plain text (UTF-8) first.' },
  tooLarge: { 'zh-cn': '{file}：超过 20 MB，不检查。请拆分后再查。', en: '{file}: larger than 20 MB, not checked. Split it first.' },
  emptyFolder: { 'zh-cn': '{file}：里面没有 .txt、.md、.gongwen 文件。', en: '{file}: holds no .txt, .md or .gongwen file.' },
  notReport: { 'zh-cn': '{file}：未识别为公文，没有检查（可用 --profile 指定文种）。', en: '{file}: not recognised as a report, not checked (name its kind with --profile).' },
  fix: { 'zh-cn': '可改为：{title}', en: 'fix: {title}' },
  summary: { 'zh-cn': '{files} 个文件：错误 {error}，警告 {warning}，信息 {info}，提示 {hint}', en: '{files} files: {error} errors, {warning} warnings, {info} infos, {hint} hints' },
  config: { 'zh-cn': '{file}:{line}:{column} 配置：{why}', en: '{file}:{line}:{column} settings: {why}' },
} as const satisfies Messages;

/** Says something in a language. */
export function say(word: keyof typeof WORDS, locale: Locale, args: Args = {}): string {
  return fill(WORDS[word], args, locale, {});
}

/** 错误、警告、信息、提示 in words. */
export const SEVERITY_WORDS = {
  error: { 'zh-cn': '错误', en: 'error' },
  warning: { 'zh-cn': '警告', en: 'warning' },
  info: { 'zh-cn': '信息', en: 'info' },
  hint: { 'zh-cn': '提示', en: 'hint' },
} as const;
