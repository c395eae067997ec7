// npm run gen : writes docs/rules/ (a page per rule and language, and README.md) from the rules themselves.
// npm run gen -- --check : says what is stale, and exits with 1.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRules } from './lib/rules.mjs';
import { root } from './lib/setup.mjs';

const FAMILIES = {
  section: ['章节', 'Sections'],
  heading: ['标题', 'Headings'],
  figure: ['数据', 'Figures'],
  'document-number': ['发文字号', 'Document numbers'],
  date: ['日期', 'Dates'],
  format: ['格式', 'Format'],
  attachment: ['附件', 'Attachments'],
  punctuation: ['标点', 'Punctuation'],
  numeral: ['数字用法', 'Numerals'],
  wording: ['文字', 'Wording'],
  citation: ['引用', 'Citations'],
  privacy: ['个人信息', 'Personal data'],
  residue: ['残留内容', 'Left-overs'],
  exception: ['例外', 'Exceptions'],
  config: ['配置', 'Configuration'],
};

const WORDS = {
  'zh-cn': {
    severity: { error: '错误', warning: '警告', info: '信息', hint: '提示' },
    certainty: { certain: '必错', likely: '疑似', advice: '提示' },
    level: { law: '法规', standard: '国标', practice: '实务' },
    unconfirmed: '（待核）',
    colon: '：',
    severityName: '级别',
    certaintyName: '把握',
    what: '是什么',
    why: '为什么',
    todo: '怎么办',
    basis: '依据',
    examples: '例',
    wrong: '有问题（⟦ ⟧ 标出所指之处）：',
    fixed: '修改后：',
    right: '不报：',
    off: '关闭',
    offAll: (id) => `全部关闭：在 \`.gongwen/config.json\` 的 \`rules\`（没有此文件的，在设置 \`gongwen.rules\`）中写 \`"${id}": "off"\`。`,
    offHere: (id) =>
      `仅此一处：在上一行写 \`<!-- gongwen: off-next ${id} -- 理由 -->\`（纯文本也可写 \`% gongwen: off-next ${id} -- 理由\`）。`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'information', hint: 'hint' },
    certainty: { certain: 'certain', likely: 'probable', advice: 'advice' },
    level: { law: 'Law', standard: 'National standard', practice: 'Practice' },
    unconfirmed: ' (not confirmed)',
    colon: ': ',
    severityName: 'Level',
    certaintyName: 'Certainty',
    what: 'What it is',
    why: 'Why it matters',
    todo: 'What to do',
    basis: 'Basis',
    examples: 'Examples',
    wrong: 'Reported (⟦ ⟧ show the place):',
    fixed: 'Mended:',
    right: 'Not reported:',
    off: 'Turning it off',
    offAll: (id) =>
      `Everywhere: \`"${id}": "off"\` under \`rules\` in \`.gongwen/config.json\` or, where there is no such file, in the setting \`gongwen.rules\`.`,
    offHere: (id) =>
      `Here only: \`<!-- gongwen: off-next ${id} -- reason -->\` on the line above (in plain text also \`% gongwen: off-next ${id} -- reason\`).`,
  },
};

/** At most so many examples of a sort on a page: it is read in a hurry. The others are tests. */
const MOST = 2;

const { rules, profiles } = await readRules();
const wanted = new Map([['README.md', overview()]]);
for (const entry of rules) for (const locale of Object.keys(WORDS)) wanted.set(`${locale}/${entry.rule.id}.md`, page(entry, locale));

const folder = path.join(root, 'docs/rules');
const there = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map((f) => String(f).replaceAll('\\', '/'))
      .filter((f) => f.endsWith('.md'))
  : [];
const obsolete = there.filter((f) => !wanted.has(f));
const stale = [...wanted].filter(([f, text]) => !there.includes(f) || readFileSync(path.join(folder, f), 'utf8') !== text);

if (process.argv.includes('--check')) {
  for (const f of obsolete) console.error(`no rule any more: docs/rules/${f}`);
  for (const [f] of stale) console.error(`stale: docs/rules/${f}`);
  if (obsolete.length + stale.length > 0) {
    console.error('`npm run gen` writes them anew.');
    process.exitCode = 1;
  }
} else {
  for (const f of obsolete) rmSync(path.join(folder, f));
  for (const [f, text] of stale) {
    mkdirSync(path.dirname(path.join(folder, f)), { recursive: true });
    writeFileSync(path.join(folder, f), text);
  }
  console.log(`docs/rules: ${wanted.size} pages, ${stale.length} written, ${obsolete.length} removed`);
}

function page({ rule, examples, name }, locale) {
  const w = WORDS[locale];
  const title = locale === 'en' ? rule.id : name;
  const words = (id) => rule.messages[id][locale];
  const wrong = examples.filter((e) => e.wrong !== undefined).slice(0, MOST);
  const right = examples.filter((e) => e.right !== undefined).slice(0, MOST);
  return [
    `# ${title}`,
    `\`${rule.id}\` · ${w.severityName}${w.colon}${w.severity[rule.severity]} · ${w.certaintyName}${w.colon}${w.certainty[rule.certainty]}`,
    ...['what', 'why', 'todo'].map((id) => `**${w[id]}**${w.colon}${words(id)}`),
    `## ${w.basis}`,
    rule.basis === 'profile' ? basisOfKinds(locale) : rule.basis.map((b) => basisLine(b, w)).join('\n'),
    `## ${w.examples}`,
    ...wrong.flatMap((e) => [w.wrong, sample(e.wrong), ...(e.fixed === undefined ? [] : [w.fixed, sample(e.fixed)])]),
    ...(right.length > 0 ? [w.right, ...right.map((e) => sample(e.right))] : []),
    `## ${w.off}`,
    w.offAll(rule.id),
    w.offHere(rule.id),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function basisLine({ level, title, article, confirmed }, w) {
  return `- ${w.level[level]}${w.colon}${title}${article ? ` ${article}` : ''}${confirmed ? '' : w.unconfirmed}`;
}

/** For a rule that rests on the basis of the kind of report: each kind that mandates sections. */
function basisOfKinds(locale) {
  const w = WORDS[locale];
  const kinds = profiles.filter((p) => p.sections.length > 0);
  return kinds
    .flatMap((p) => p.basis.map((b) => `${basisLine(b, w)}${locale === 'en' ? ` (${p.title.en})` : `（${p.title['zh-cn']}）`}`))
    .join('\n');
}

/** A fenced text; the fence is longer than any inside. */
function sample(whole) {
  // A sample may be a line of a hundred thousand characters.
  const text = whole.length > 600 ? `${whole.slice(0, 60)}…` : whole;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n${fence}`;
}

function overview() {
  const { severity, certainty } = WORDS['zh-cn'];
  const lines = [
    '# 规则一览 · Rules',
    '由 `npm run gen` 生成，请勿手工修改。 Written by `npm run gen`.',
    `共 ${rules.length} 条。级别：错误、警告须处理；信息、提示供参考。把握：必错（可由文本证明）、疑似、提示。`,
  ];
  for (const [family, [zh, en]] of Object.entries(FAMILIES)) {
    const own = rules.filter(({ rule }) => rule.id.startsWith(`${family}/`));
    if (own.length === 0) continue;
    lines.push(
      `## ${zh} · ${en}`,
      [
        '| 规则 | 标识 | 级别 | 把握 | English |',
        '| --- | --- | --- | --- | --- |',
        ...own.map(
          ({ rule, name }) =>
            `| [${name}](zh-cn/${rule.id}.md) | \`${rule.id}\` | ${severity[rule.severity]} | ${certainty[rule.certainty]} | [${rule.id}](en/${rule.id}.md) |`,
        ),
      ].join('\n'),
    );
  }
  const unknown = rules.filter(({ rule }) => !Object.hasOwn(FAMILIES, rule.id.split('/')[0]));
  if (unknown.length > 0) throw new Error(`family without a name in scripts/gen.mjs: ${unknown.map(({ rule }) => rule.id).join(', ')}`);
  lines.push('## 文种', ...profiles.map(kind));
  return `${lines.join('\n\n')}\n`;
}

function kind(profile) {
  const basis = profile.basis.map((b) => basisLine(b, WORDS['zh-cn']));
  const sections = profile.sections.map((s) => `- ${s.title}${s.required === 'required' ? '' : '（可无）'}`);
  return [
    `### ${profile.title['zh-cn']} · ${profile.title.en}`,
    `\`${profile.id}\``,
    ...(basis.length > 0 ? [basis.join('\n')] : []),
    ...(sections.length > 0 ? ['章节：', sections.join('\n')] : []),
  ].join('\n\n');
}
