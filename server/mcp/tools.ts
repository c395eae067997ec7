/** What an assistant may ask. The same service as the editor and the command line; nothing is written, nothing leaves the machine. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Checker } from '../cli/check';
import { languageOf, readText, STDIN } from '../cli/files';
import { compareFacts, type Mention } from '../compare-facts';
import { rangeOf } from '../core/edits';
import type { Locale } from '../core/messages';
import { nearest } from '../core/nearest';
import { relationWords, reportLedger, STATE_WORDS } from '../figures';
import { NodeHost } from '../node/host';
import { profiles } from '../profiles';
import { rules } from '../rules';
import { basisLine, CERTAINTY, Service, wordsOf, type Report } from '../service';

/** A tool as the protocol describes it. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object'; readonly properties: Record<string, object>; readonly required?: string[] };
  /** Gives what is said to the assistant. Throws a {@link ToolError} for arguments that are not right. */
  run(args: Arguments): Promise<unknown>;
}

/** What is wrong with a question, for whoever asked it. */
export class ToolError extends Error {}

type Arguments = Readonly<Record<string, unknown>>;

const TEXT = {
  text: { type: 'string', description: 'The text of the report (公文全文). Either this or path.' },
  path: {
    type: 'string',
    description:
      'A file instead: .txt, .md or .gongwen, in UTF-8, UTF-16 or GB18030. Settings in .gongwen/config.json beside it or above apply.',
  },
  profile: {
    type: 'string',
    enum: profiles.map(({ id }) => id),
    description: 'Kind of report (文种). Left out: recognised from the text.',
  },
};
const LOCALE = { locale: { type: 'string', enum: ['zh-cn', 'en'], description: 'Language of messages; zh-cn when left out.' } };

export const tools: readonly Tool[] = [
  {
    name: 'check_report',
    description:
      'Checks an official Chinese report (公文: 法治政府建设年度报告 and others): mandated sections, figures that do not agree, document numbers, dates, punctuation. Returns findings with rule, severity (error, warning, info, hint), certainty, place (lines and UTF-16 columns from 0), legal basis and fixes. profile null: the text was not recognised as a report and was not checked. Never change a figure because of a finding: ask the author.',
    inputSchema: {
      type: 'object',
      properties: {
        ...TEXT,
        final: { type: 'boolean', description: 'Final check (送审检查): blanks and last year’s figures count as warnings.' },
        ...LOCALE,
      },
    },
    run: checkReport,
  },
  {
    name: 'list_figures',
    description:
      'Lists every figure of a report (事实台账): line, indicator, value, unit, period, section, how it stands to other figures, and whether it agrees with them.',
    inputSchema: { type: 'object', properties: { ...TEXT, ...LOCALE } },
    run: listFigures,
  },
  {
    name: 'explain_rule',
    description:
      'Says what a rule of check_report is about: what, why, what to do, on which regulation, standard or practice it rests. Without a rule: the list of all rules.',
    inputSchema: { type: 'object', properties: { rule: { type: 'string', description: 'Id as in a finding: figure/sum.' }, ...LOCALE } },
    run: explainRule,
  },
  {
    name: 'compare_facts',
    description:
      'Compares the facts of two versions of a text: numbers, dates, document numbers (发文字号), titles in 《》, and the names of the form (title, 主送机关, 署名). Use it after rewriting a text to show that only wording changed: an empty list of changes means that no such fact was changed, lost or added.',
    inputSchema: {
      type: 'object',
      properties: {
        before: { type: 'string', description: 'The first version.' },
        after: { type: 'string', description: 'The second version.' },
      },
      required: ['before', 'after'],
    },
    run: compare,
  },
];

/** A text longer than this is declined, as everywhere. */
const LONGEST = 20 * 1024 * 1024;

async function checkReport(args: Arguments): Promise<unknown> {
  const { text, file } = source(args);
  const checker = new Checker({
    locale: localeOf(args),
    today: undefined,
    profile: profileOf(args),
    final: args.final === true,
    format: 'json',
    colours: false,
    version: '',
    prints: false,
    fix: 'no',
    stdin: text === undefined ? undefined : { bytes: Buffer.from(text), name: file },
    baseline: 'nearest',
    stats: false,
  });
  const { text: found, said } = await checker.check({ path: file, named: true });
  if (found === null) throw new ToolError(said.map((s) => s.text).join('\n'));
  return { ...(JSON.parse(found) as object), ...(said.length > 0 ? { notes: said.map((s) => s.text) } : {}) };
}

function listFigures(args: Arguments): Promise<unknown> {
  const locale = localeOf(args);
  const report = open(args);
  const { entries, coverage } = reportLedger(report);
  return Promise.resolve({
    figures: entries.map(({ at, indicator, value, unit, period, section, relations, state }) => ({
      line: rangeOf(report.document, at.block, at.span).start.line,
      indicator,
      value,
      unit,
      period,
      section,
      relations: relations.map((relation) => relationWords(relation, locale)),
      state: STATE_WORDS[state][locale],
    })),
    coverage,
  });
}

function explainRule(args: Arguments): Promise<unknown> {
  const locale = localeOf(args);
  const { rule: name } = args;
  if (name === undefined)
    return Promise.resolve({
      rules: rules.map((rule) => ({ rule: rule.id, severity: rule.severity, what: wordsOf(rule, 'what', {}, locale) })),
    });
  const rule = rules.find(({ id, aliases }) => id === name || aliases?.includes(String(name)));
  if (!rule) {
    const meant = nearest(
      String(name),
      rules.map(({ id }) => id),
    );
    throw new ToolError(`There is no rule “${String(name)}”.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
  }
  const basis = rule.basis === 'profile' ? profiles.flatMap((profile) => profile.basis) : rule.basis;
  return Promise.resolve({
    rule: rule.id,
    severity: rule.severity,
    certainty: CERTAINTY[rule.certainty][locale],
    what: wordsOf(rule, 'what', {}, locale),
    why: wordsOf(rule, 'why', {}, locale),
    todo: wordsOf(rule, 'todo', {}, locale),
    basis: [...new Set(basis.map((one) => basisLine(one, locale)))],
  });
}

function compare({ before, after }: Arguments): Promise<unknown> {
  if (typeof before !== 'string' || typeof after !== 'string') throw new ToolError('Give both texts: before and after.');
  const plain = ({ value, line, sentence }: Mention) => ({ value, line, sentence });
  const changes = compareFacts(open({ text: before }), open({ text: after })).map(({ sort, before: was, after: is }) => ({
    sort,
    change: was && is ? 'changed' : was ? 'removed' : 'added',
    ...(was ? { before: plain(was) } : {}),
    ...(is ? { after: plain(is) } : {}),
  }));
  return Promise.resolve({ same: changes.length === 0, changes });
}

/** The text that is meant, and the file it is or passes for. */
function source({ text, path: file }: Arguments): { text: string | undefined; file: string } {
  if (typeof text === 'string' && file === undefined) {
    if (text.length > LONGEST) throw new ToolError('The text is longer than 20 MB.');
    return { text, file: 'report.txt' };
  }
  if (typeof file === 'string' && text === undefined && file !== STDIN) return { text: undefined, file };
  throw new ToolError('Give either text or path.');
}

function open(args: Arguments): Report {
  const { text, file } = source(args);
  const read = text === undefined ? readText(file) : { text };
  if ('fault' in read) throw new ToolError(`${file}: ${read.why || read.fault}`);
  const service = new Service({ today: new NodeHost().today() });
  const profile = profileOf(args);
  return service.open(pathToFileURL(path.resolve(file)).href, languageOf(file), 1, read.text, {
    rules: {},
    ...(profile === undefined ? {} : { profile }),
  });
}

function profileOf({ profile }: Arguments): string | undefined {
  if (profile === undefined || profiles.some(({ id }) => id === profile)) return profile as string | undefined;
  throw new ToolError(`There is no kind of report “${String(profile)}”; known: ${profiles.map(({ id }) => id).join(', ')}.`);
}

function localeOf({ locale }: Arguments): Locale {
  return locale === 'en' ? 'en' : 'zh-cn';
}
