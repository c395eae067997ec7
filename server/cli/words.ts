/** What the command line says, in both languages. */
import { fill, type Args, type Locale, type Messages } from '../core/messages';
import { visibleArgs } from './visible';

const WORDS = {
  usage: {
    'zh-cn': `用法：gongwen <命令> …

命令：
  lint 文件、文件夹或通配式…   检查公文（gongwen lint --help）
  roll 上年报告                由上年的报告写出今年的底稿（gongwen roll --help）
  config 文件                  该文件的生效配置及其来源
  new --profile ID             写出一份空白报告（gongwen new --help）
  figures 文件…                列出每一个数字（gongwen figures --help）
  explain 规则                 一条规则的说明；不写规则则列出全部规则
  mcp                          以标准输入输出提供 MCP 服务，供智能助手调用
  help 命令                    同“命令 --help”
  --help, --version`,
    en: `Usage: gongwen <command> …

Commands:
  lint FILE, FOLDER OR PATTERN…   check reports (gongwen lint --help)
  roll LAST-YEARS-REPORT          this year’s draft, made of last year’s report (gongwen roll --help)
  config FILE                     the settings that hold for a file, and where each comes from
  new --profile ID                an empty report (gongwen new --help)
  figures FILE…                   every figure of a report (gongwen figures --help)
  explain RULE                    what a rule says; without a rule, all of them
  mcp                             a server of the Model Context Protocol over standard input and output
  help COMMAND                    the same as COMMAND --help
  --help, --version`,
  },
  lintUsage: {
    'zh-cn': `用法：gongwen lint [选项] 文件、文件夹或通配式…

“-”指标准输入。文件夹中检查 .txt、.md、.gongwen 文件；通配式可用 * ? ** {甲,乙}。
文件可以是 UTF-8、UTF-16、GB18030 编码。

检查：
  --profile ID            按此文种检查，不再识别（文种见下）
  --final                 送审检查：待填、待更新等送审前必须清除的，按警告提示
  --today YYYY-MM-DD      以此为今天
  --stdin-filename 名称   标准输入当作此文件（决定语言和配置）
  --shard i/n             只查 n 份中的第 i 份

输出：
  --format 格式           text（默认）、json、sarif、junit、github、html（校核意见表）、csv（校核意见表）
  --locale zh-cn|en       提示语言，默认按 LC_ALL、LANG，再无则 zh-cn
  --stats                 列出各步骤、各规则的用时
  --watch                 文件改动后重新检查，按 Ctrl+C 结束

修正：
  --fix                   作全部安全修正；不改动编码、换行和任何数字
  --fix --dry-run         只显示会改什么（统一差异格式），不写文件

留底与门槛：
  --baseline 文件         只报留底文件中没有的问题
  --write-baseline        把现有问题写入留底文件（默认 .gongwen/baseline.json）
  --max-warnings N        警告不超过 N 条时视为通过（默认 0）

  --jobs N                用 N 个线程；默认按文件多少自定
  --help

文种：
{kinds}

退出码：0 没有错误，警告不超过 --max-warnings；1 有；2 用法不对，或有文件读不出、写不了`,
    en: `Usage: gongwen lint [options] FILE, FOLDER OR PATTERN…

“-” is the standard input. In folders, .txt, .md and .gongwen files are checked; patterns know * ? ** {a,b}.
Files may be UTF-8, UTF-16 or GB18030.

Checking:
  --profile ID            lint as this kind of report, without recognising it (kinds: see below)
  --final                 final check: what must be gone before the report leaves (blanks, last year’s figures) is a warning
  --today YYYY-MM-DD      take this for today
  --stdin-filename NAME   take the standard input for this file (language and settings follow from it)
  --shard i/n             only part i of n

Output:
  --format FORMAT         text (default), json, sarif, junit, github, html (review sheet), csv (review sheet)
  --locale zh-cn|en       language of messages; default: LC_ALL, LANG, else zh-cn
  --stats                 time per phase and per rule
  --watch                 check again whenever a file changes; Ctrl+C ends it

Fixing:
  --fix                   apply all safe fixes; encoding, line ends and figures stay as they are
  --fix --dry-run         show what would change, as a unified diff; nothing is written

Baseline and threshold:
  --baseline FILE         report only what the baseline does not hold
  --write-baseline        write what is found now as the baseline (default .gongwen/baseline.json)
  --max-warnings N        pass with up to N warnings (default 0)

  --jobs N                use N threads; by default as many as pay
  --help

Kinds of reports:
{kinds}

Exit codes: 0 no error, and no more warnings than --max-warnings; 1 there are; 2 wrong usage, or a file that cannot be read or written`,
  },
  noFiles: { 'zh-cn': '没有给出文件。gongwen lint --help 说明用法。', en: 'No file given. See gongwen lint --help.' },
  unknownCommand: {
    'zh-cn': '没有“{name}”这个命令。gongwen --help 列出全部命令。',
    en: 'There is no command “{name}”. gongwen --help lists them.',
  },
  unknownCommandMeant: { 'zh-cn': '没有“{name}”这个命令，是否指 {meant}？', en: 'There is no command “{name}”. Did you mean {meant}?' },
  unknownTopOption: {
    'zh-cn': '没有 {name} 这个选项。先写命令：gongwen --help 列出全部命令。',
    en: 'There is no option {name}. The command comes first: gongwen --help lists them.',
  },
  lintMeant: {
    'zh-cn': '先写命令。要检查“{name}”，请写：gongwen lint {name}',
    en: 'The command comes first. To check “{name}”: gongwen lint {name}',
  },
  badOption: { 'zh-cn': '选项不对：{why}。gongwen {command} --help 说明用法。', en: 'Wrong option: {why}. See gongwen {command} --help.' },
  valueMissing: {
    'zh-cn': '{option} 后面要写值。gongwen {command} --help 说明用法。',
    en: '{option} wants a value after it. See gongwen {command} --help.',
  },
  valueTooMany: {
    'zh-cn': '{option} 后面不写值。gongwen {command} --help 说明用法。',
    en: '{option} takes no value. See gongwen {command} --help.',
  },
  tooManyNames: {
    'zh-cn': '“{name}”是多余的。gongwen {command} --help 说明用法。',
    en: '“{name}” is one too many. See gongwen {command} --help.',
  },
  unknownOption: {
    'zh-cn': '没有 {name} 这个选项。gongwen {command} --help 列出全部选项。',
    en: 'There is no option {name}. gongwen {command} --help lists them.',
  },
  unknownOptionMeant: { 'zh-cn': '没有 {name} 这个选项，是否指 {meant}？', en: 'There is no option {name}. Did you mean {meant}?' },
  badFormat: { 'zh-cn': '没有“{name}”这种输出格式，可用 {known}。', en: 'There is no format “{name}”; use one of {known}.' },
  badNumber: { 'zh-cn': '{option} 后面应是整数，“{name}”不是。', en: '{option} wants a whole number; “{name}” is none.' },
  badShard: {
    'zh-cn': '--shard 应写作 2/5（五份中的第二份），“{name}”不对。',
    en: 'Write --shard as 2/5 (the second of five parts); “{name}” is not right.',
  },
  dryRunAlone: {
    'zh-cn': '--dry-run 须与 --fix 连用：gongwen lint --fix --dry-run 文件。',
    en: '--dry-run goes with --fix: gongwen lint --fix --dry-run FILE.',
  },
  dryRunFormat: { 'zh-cn': '--dry-run 输出的是差异，不能再选 --format。', en: '--dry-run prints a diff; leave --format out.' },
  stdinName: {
    'zh-cn': '--stdin-filename 须与“-”连用：gongwen lint - --stdin-filename 稿.txt < 稿.txt。',
    en: '--stdin-filename goes with “-”: gongwen lint - --stdin-filename draft.txt < draft.txt.',
  },
  fixStdin: {
    'zh-cn': '对标准输入作 --fix 时，修正后的文本写到标准输出，不能同时检查别的文件。',
    en: 'With --fix the standard input is written, mended, to the standard output: check no other file along with it.',
  },
  watchAlone: {
    'zh-cn': '--watch 不能与“-”、--fix、--write-baseline 连用。',
    en: '--watch goes neither with “-” nor with --fix nor with --write-baseline.',
  },
  noBaseline: {
    'zh-cn': '{file}：没有这个留底文件。先用 gongwen lint --write-baseline --baseline {file} … 写出。',
    en: '{file}: there is no such baseline. Write it first: gongwen lint --write-baseline --baseline {file} …',
  },
  badBaseline: {
    'zh-cn': '{file}：不是留底文件。可删去后用 --write-baseline 重新写出。',
    en: '{file}: this is no baseline. Remove it and write it anew with --write-baseline.',
  },
  baselineWritten: { 'zh-cn': '已把 {count} 处现有问题写入 {file}。', en: 'Findings written to {file}: {count}.' },
  baselineNotWritten: { 'zh-cn': '{file}：留底文件写不了（{why}）。', en: '{file}: the baseline cannot be written ({why}).' },
  notEncodable: {
    'zh-cn': '{file}：有可作的修正，但按 {encoding} 编码不能原样写回，没有改动。请先另存为 UTF-8。',
    en: '{file}: could be fixed, but cannot be written back faithfully as {encoding}; left alone. Save it as UTF-8 first.',
  },
  notWritten: { 'zh-cn': '{file}：写不了（{why}）。没有改动。', en: '{file}: cannot be written ({why}); left alone.' },
  fixed: { 'zh-cn': '已作 {count} 处安全修正。', en: 'Safe fixes applied: {count}.' },
  wouldFix: {
    'zh-cn': '可作 {count} 处安全修正；去掉 --dry-run 即写入文件。',
    en: 'Safe fixes that could be applied: {count}. Leave out --dry-run to write them.',
  },
  finalRest: {
    'zh-cn': '送审检查：还有 {count} 处须在送审前处理。',
    en: 'Final check: left to see to before the report leaves: {count}.',
  },
  finalDone: { 'zh-cn': '送审检查：没有须在送审前处理的问题。', en: 'Final check: nothing is left to see to.' },
  known: { 'zh-cn': '另有 {count} 处已在留底文件中，不再列出。', en: '{count} more are in the baseline and not shown.' },
  fixable: { 'zh-cn': '其中 {count} 处可用 --fix 自动修正。', en: '{count} of these can be fixed with --fix.' },
  emptyShard: { 'zh-cn': '这一份里没有文件。', en: 'There is no file in this part.' },
  progress: { 'zh-cn': '{done}/{files} 个文件', en: '{done}/{files} files' },
  watching: { 'zh-cn': '{time} 已检查；文件改动后重新检查，按 Ctrl+C 结束。', en: '{time} checked; waiting for changes, Ctrl+C ends.' },
  statsHead: {
    'zh-cn': '{files} 个文件，共 {wall} 毫秒，{jobs} 个线程，内存 {rss} MB。各步骤（各线程之和）：',
    en: '{files} files in {wall} ms, {jobs} threads, {rss} MB of memory. Per phase (sum over threads):',
  },
  statsRules: { 'zh-cn': '其中各规则共 {sum} 毫秒：', en: 'Rules, {sum} ms of these:' },
  phase_list: { 'zh-cn': '列出文件', en: 'listing files' },
  phase_read: { 'zh-cn': '读取、解码', en: 'reading and decoding' },
  phase_settings: { 'zh-cn': '查找配置', en: 'finding settings' },
  phase_check: { 'zh-cn': '分段、识读、检查', en: 'cutting, reading, checking' },
  phase_words: { 'zh-cn': '汇总成文', en: 'wording findings' },
  phase_print: { 'zh-cn': '输出', en: 'printing' },
  col_n: { 'zh-cn': '序号', en: 'No.' },
  col_place: { 'zh-cn': '位置', en: 'Place' },
  col_file: { 'zh-cn': '文件', en: 'File' },
  col_line: { 'zh-cn': '行', en: 'Line' },
  col_column: { 'zh-cn': '列', en: 'Column' },
  col_section: { 'zh-cn': '章节', en: 'Section' },
  col_original: { 'zh-cn': '原文', en: 'Original' },
  col_level: { 'zh-cn': '级别', en: 'Severity' },
  col_problem: { 'zh-cn': '问题', en: 'Problem' },
  col_suggestion: { 'zh-cn': '建议', en: 'Suggestion' },
  col_problemAndSuggestion: { 'zh-cn': '问题与建议', en: 'Problem and suggestion' },
  col_basis: { 'zh-cn': '依据', en: 'Basis' },
  col_rule: { 'zh-cn': '规则', en: 'Rule' },
  col_adopted: { 'zh-cn': '是否采纳', en: 'Adopted' },
  col_adoption: { 'zh-cn': '采纳情况', en: 'Decision' },
  col_remark: { 'zh-cn': '备注', en: 'Remark' },
  adopted: { 'zh-cn': '采纳', en: 'adopted' },
  notAdopted: { 'zh-cn': '不采纳', en: 'declined' },
  tableTitle: { 'zh-cn': '校核意见表', en: 'Review sheet' },
  tableSub: { 'zh-cn': '{today} · gongwen {version}', en: '{today} · gongwen {version}' },
  tablePlace: { 'zh-cn': '第 {line} 行第 {column} 字', en: 'line {line}, column {column}' },
  tableAbsent: { 'zh-cn': '（缺）', en: '(absent)' },
  tableNothing: { 'zh-cn': '未发现问题。', en: 'Nothing found.' },
  tableNotReport: { 'zh-cn': '未识别为公文，没有检查。', en: 'Not recognised as a report, not checked.' },
  tableRelated: { 'zh-cn': '参见第 {line} 行：{message}', en: 'see line {line}: {message}' },
  signDrafter: { 'zh-cn': '起草人：', en: 'Drafted by:' },
  signReviewer: { 'zh-cn': '校核人：', en: 'Reviewed by:' },
  signDate: { 'zh-cn': '日期：', en: 'Date:' },
  configUsage: {
    'zh-cn': `用法：gongwen config [--format text|json] [--profile ID] [--locale zh-cn|en] 文件

列出对该文件生效的配置，及每一项的来源。`,
    en: `Usage: gongwen config [--format text|json] [--profile ID] [--locale zh-cn|en] FILE

Lists the settings that hold for the file, and where each comes from.`,
  },
  configOneFile: { 'zh-cn': '请给出一个文件：gongwen config 文件。', en: 'Name one file: gongwen config FILE.' },
  configFormat: { 'zh-cn': '没有“{name}”这种输出格式，可用 text、json。', en: 'There is no format “{name}”; use text or json.' },
  configFrom: { 'zh-cn': '配置文件：{file}', en: 'Settings file: {file}' },
  configNone: { 'zh-cn': '没有配置文件，全部按默认。', en: 'No settings file; all is at its default.' },
  configProfile: { 'zh-cn': '文种：{profile}（{origin}）', en: 'Kind of report: {profile} ({origin})' },
  configLeftAlone: {
    'zh-cn': '配置中的 files 不含此文件：在文件夹中找到时不检查。',
    en: 'files leaves this file alone: it is not checked when found in a folder.',
  },
  configRules: { 'zh-cn': '规则（{count} 条，* 为改过级别的）：', en: 'Rules ({count}; * has another level than its own):' },
  byRule: { 'zh-cn': '配置：此规则', en: 'settings: this rule' },
  byFamily: { 'zh-cn': '配置：此类规则', en: 'settings: this family' },
  oneAtATime: { 'zh-cn': '修正只逐处提供', en: 'fixes one at a time' },
  byOption: { 'zh-cn': '--profile', en: '--profile' },
  bySettings: { 'zh-cn': '配置或文中指令', en: 'settings or a directive' },
  byDefault: { 'zh-cn': '默认', en: 'default' },
  byRecognition: { 'zh-cn': '识别', en: 'recognised' },
  noKind: { 'zh-cn': '未识别为公文', en: 'not recognised as a report' },
  off: { 'zh-cn': '关闭', en: 'off' },
  mcpUsage: {
    'zh-cn': `用法：gongwen mcp

以标准输入输出提供 MCP 服务，供智能助手调用；不是给人直接用的，输入结束即退出。
工具：check_report、list_figures、explain_rule、compare_facts。`,
    en: `Usage: gongwen mcp

Serves assistants (Model Context Protocol) over standard input and output; not for people to type into. It ends with its input.
Tools: check_report, list_figures, explain_rule, compare_facts.`,
  },
  explainUsage: {
    'zh-cn': `用法：gongwen explain [--locale zh-cn|en] [规则]

说明一条规则；不写规则则列出全部规则。`,
    en: `Usage: gongwen explain [--locale zh-cn|en] [RULE]

Says what a rule is about; without a rule, lists all of them.`,
  },
  unknownRule: {
    'zh-cn': '没有“{name}”这条规则。gongwen explain 列出全部规则。',
    en: 'There is no rule “{name}”. gongwen explain lists them.',
  },
  unknownRuleMeant: { 'zh-cn': '没有“{name}”这条规则，是否指 {meant}？', en: 'There is no rule “{name}”. Did you mean {meant}?' },
  explainHead: { 'zh-cn': '{rule} · 级别：{severity} · 把握：{certainty}', en: '{rule} · severity: {severity} · certainty: {certainty}' },
  explainWhat: { 'zh-cn': '是什么：{text}', en: 'What: {text}' },
  explainWhy: { 'zh-cn': '为什么：{text}', en: 'Why: {text}' },
  explainTodo: { 'zh-cn': '怎么办：{text}', en: 'What to do: {text}' },
  explainBasis: { 'zh-cn': '依据：{text}', en: 'Basis: {text}' },
  basisOfKind: { 'zh-cn': '该文种的规定', en: 'what is laid down for the kind of report' },
  noMcp: { 'zh-cn': '没有 {file}：MCP 服务未随本程序安装。', en: 'There is no {file}: the MCP server is not installed with this program.' },
  badProfile: { 'zh-cn': '没有“{name}”这一文种，可选：{known}。', en: 'There is no kind of report “{name}”; known: {known}.' },
  badLocale: { 'zh-cn': '没有“{name}”这种语言，可用 zh-cn、en。', en: 'There is no language “{name}”; use zh-cn or en.' },
  badDate: { 'zh-cn': '“{name}”不是日期，应写作 2026-01-20。', en: '“{name}” is no date; write 2026-01-20.' },
  unreadable: { 'zh-cn': '{file}：读不出来（{why}）', en: '{file}: cannot be read ({why})' },
  binary: {
    'zh-cn': '{file}：不是文本文件。Word、PDF 文稿请先另存为纯文本（UTF-8）。',
    en: '{file}: not a text file. Save a Word or PDF draft as plain text (UTF-8) first.',
  },
  tooLarge: { 'zh-cn': '{file}：超过 20 MB，不检查。请拆分后再查。', en: '{file}: larger than 20 MB, not checked. Split it first.' },
  emptyFolder: { 'zh-cn': '{file}：里面没有 .txt、.md、.gongwen 文件。', en: '{file}: holds no .txt, .md or .gongwen file.' },
  notReport: {
    'zh-cn': '{file}：未识别为公文，没有检查（可用 --profile 指定文种）。',
    en: '{file}: not recognised as a report, not checked (name its kind with --profile).',
  },
  fix: { 'zh-cn': '修正：{title}', en: 'fix: {title}' },
  summary: {
    'zh-cn': '{files} 个文件：错误 {error}，警告 {warning}，信息 {info}，提示 {hint}',
    en: 'Files: {files}; errors: {error}, warnings: {warning}, infos: {info}, hints: {hint}',
  },
  config: { 'zh-cn': '{file}:{line}:{column} 配置：{why}', en: '{file}:{line}:{column} settings: {why}' },
} as const satisfies Messages;

/** Says something in a language; what was not written here is made visible. */
export function say(word: keyof typeof WORDS, locale: Locale, args: Args = {}): string {
  return fill(WORDS[word], visibleArgs(args), locale, {});
}

/** 错误、警告、信息、提示 in words. */
export const SEVERITY_WORDS = {
  error: { 'zh-cn': '错误', en: 'error' },
  warning: { 'zh-cn': '警告', en: 'warning' },
  info: { 'zh-cn': '信息', en: 'info' },
  hint: { 'zh-cn': '提示', en: 'hint' },
} as const;

const REASONS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ENOENT: { 'zh-cn': '没有这个文件或文件夹', en: 'there is no such file or folder' },
  ENOTDIR: { 'zh-cn': '没有这个文件夹', en: 'there is no such folder' },
  EISDIR: { 'zh-cn': '是文件夹，不是文件', en: 'it is a folder, not a file' },
  EACCES: { 'zh-cn': '没有权限', en: 'no permission' },
  EPERM: { 'zh-cn': '没有权限', en: 'no permission' },
  ENOSPC: { 'zh-cn': '磁盘已满', en: 'the disk is full' },
  EROFS: { 'zh-cn': '磁盘是只读的', en: 'the disk is read-only' },
};

/** Why a file cannot be read or written, from the system's own message (`ENOENT: no such file …`). */
export function reasonOf(message: string, locale: Locale): string {
  return REASONS[/^[A-Z]+(?=:)/.exec(message)?.[0] ?? '']?.[locale] ?? message;
}
