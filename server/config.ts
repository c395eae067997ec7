/**
 * Settings: reading them, and finding those of a file. One resolver for the editor, the command line and other editors.
 *
 * `.gongwen/config.json` is looked for beside the file and in each folder above it; the nearest one counts, alone. The
 * editor's own `gongwen.rules` and `gongwen.profile` apply only where there is none.
 */
import { type Node, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Messages, Args } from './core/messages';
import type { Level, Settings } from './core/settings';
import { parentOf, type Host } from './host';

/** Where the side files of a folder lie. */
export const SIDE_FOLDER = '.gongwen';
export const CONFIG_FILE = 'config.json';

/** Something wrong in a settings file, at an offset of its text. */
export interface ConfigProblem {
  readonly from: number;
  readonly to: number;
  readonly message: keyof typeof CONFIG_MESSAGES;
  readonly args: Args;
}

/** What a settings file says. What is wrong in it is left out, the rest counts. */
export interface ConfigRead {
  readonly settings: Settings;
  readonly problems: readonly ConfigProblem[];
}

/** The settings that hold for a file, and the file they come from (null: the editor's own, or none). */
export interface Resolved {
  readonly settings: Settings;
  readonly from: string | null;
}

/** What the settings may name. */
export interface Known {
  readonly rules: readonly string[];
  readonly profiles: readonly string[];
}

const LEVELS: readonly Level[] = ['off', 'default', 'error', 'warning', 'info', 'hint'];
const KEYS = ['$schema', 'rules', 'profile'] as const;

/** The words for what is wrong in a settings file. */
export const CONFIG_MESSAGES = {
  json: { 'zh-cn': '配置文件不是合法的 JSON（{code}）：请更正此处，其余内容仍然有效', en: 'The settings are not valid JSON ({code}): mend this place; the rest still counts' },
  object: { 'zh-cn': '“{key}”应当是一个对象 {…}', en: '“{key}” must be an object {…}' },
  unknownKey: { 'zh-cn': '没有“{key}”这一设置', en: 'There is no setting “{key}”' },
  unknownKeyMeant: { 'zh-cn': '没有“{key}”这一设置，是否指“{meant}”？', en: 'There is no setting “{key}”. Did you mean “{meant}”?' },
  unknownRule: { 'zh-cn': '没有“{key}”这条规则或这一类规则', en: 'There is no rule or family “{key}”' },
  unknownRuleMeant: { 'zh-cn': '没有“{key}”这条规则，是否指“{meant}”？', en: 'There is no rule “{key}”. Did you mean “{meant}”?' },
  level: { 'zh-cn': '“{value}”不是级别，应为 {levels} 之一', en: '“{value}” is no level; use one of {levels}' },
  profile: { 'zh-cn': '没有“{value}”这一文种，可选：{known}', en: 'There is no kind of report “{value}”; known: {known}' },
} as const satisfies Messages;

/** Reads settings from the text of a `config.json`. Never throws. */
export function readConfig(text: string, known: Known): ConfigRead {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = errors.map((e) => problem(e.offset, e.offset + Math.max(1, e.length), 'json', { code: printParseErrorCode(e.error) }));
  if (!root) return { settings: { rules: {} }, problems };
  if (root.type !== 'object') return { settings: { rules: {} }, problems: [...problems, at(root, 'object', { key: CONFIG_FILE })] };
  const values = new Map<string, Node>();
  for (const [key, value, keyNode] of entries(root)) {
    if ((KEYS as readonly string[]).includes(key)) values.set(key, value);
    else problems.push(unknown(keyNode, key, KEYS, 'unknownKey', 'unknownKeyMeant'));
  }
  const rules = readRules(values.get('rules'), known, problems);
  const profile = readProfile(values.get('profile'), known, problems);
  return { settings: { rules, ...(profile === undefined ? {} : { profile }) }, problems };
}

/** Reads the editor's own settings (the value of the section `gongwen`), which have been checked by the editor. */
export function readEditorSettings(value: unknown, known: Known): Settings {
  return readConfig(JSON.stringify(pick(value)), known).settings;
}

function pick(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  const { rules, profile } = value as { rules?: unknown; profile?: unknown };
  return { ...(rules === undefined ? {} : { rules }), ...(profile === undefined || profile === 'auto' ? {} : { profile }) };
}

function readRules(node: Node | undefined, known: Known, problems: ConfigProblem[]): Record<string, Level> {
  const rules: Record<string, Level> = {};
  if (!node) return rules;
  if (node.type !== 'object') {
    problems.push(at(node, 'object', { key: 'rules' }));
    return rules;
  }
  const families = [...new Set(known.rules.map((id) => id.slice(0, id.indexOf('/'))))];
  for (const [key, value, keyNode] of entries(node)) {
    if (!known.rules.includes(key) && !families.includes(key)) problems.push(unknown(keyNode, key, [...known.rules, ...families], 'unknownRule', 'unknownRuleMeant'));
    else if (!LEVELS.includes(value.value as Level)) problems.push(at(value, 'level', { value: String(value.value), levels: LEVELS.join(' ') }));
    // An own property, whatever its name: the file may come from anywhere.
    else Object.defineProperty(rules, key, { value: value.value as Level, enumerable: true, configurable: true });
  }
  return rules;
}

function readProfile(node: Node | undefined, known: Known, problems: ConfigProblem[]): string | undefined {
  if (!node || node.value === 'auto') return undefined;
  if (typeof node.value === 'string' && known.profiles.includes(node.value)) return node.value;
  problems.push(at(node, 'profile', { value: String(node.value), known: ['auto', ...known.profiles].join(' ') }));
  return undefined;
}

function entries(node: Node): [string, Node, Node][] {
  return (node.children ?? []).flatMap((property): [string, Node, Node][] => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value, key]] : [];
  });
}

function problem(from: number, to: number, message: ConfigProblem['message'], args: Args): ConfigProblem {
  return { from, to, message, args };
}

function at(node: Node, message: ConfigProblem['message'], args: Args): ConfigProblem {
  return problem(node.offset, node.offset + node.length, message, args);
}

function unknown(node: Node, key: string, known: readonly string[], message: ConfigProblem['message'], meantMessage: ConfigProblem['message']): ConfigProblem {
  const meant = nearest(key, known);
  return meant === undefined ? at(node, message, { key }) : at(node, meantMessage, { key, meant });
}

/** The known word that differs from this one in at most a third of its letters. */
function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(word.slice(0, 80), candidate);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** Finds and keeps the settings of files. */
export class Resolver {
  private readonly byFolder = new Map<string, Promise<{ uri: string; read: ConfigRead } | null>>();

  /** @param onRead is told of every settings file that was read, with its problems */
  constructor(
    private readonly host: Host,
    private readonly known: Known,
    private readonly onRead: (uri: string, text: string, read: ConfigRead) => void = () => undefined,
  ) {}

  /** The settings of a file. `own` are those of the editor, for where there is no settings file. */
  async resolve(uri: string, own: Settings): Promise<Resolved> {
    const folder = parentOf(uri);
    const found = folder === undefined ? null : await this.nearest(folder);
    return found ? { settings: found.read.settings, from: found.uri } : { settings: own, from: null };
  }

  /** Forgets what was read: a file has changed. */
  forget(): void {
    this.byFolder.clear();
  }

  private nearest(folder: string): Promise<{ uri: string; read: ConfigRead } | null> {
    let found = this.byFolder.get(folder);
    if (!found) this.byFolder.set(folder, (found = this.look(folder)));
    return found;
  }

  private async look(folder: string): Promise<{ uri: string; read: ConfigRead } | null> {
    const uri = `${folder}/${SIDE_FOLDER}/${CONFIG_FILE}`;
    const text = await this.host.read(uri);
    if (text !== null) {
      const read = readConfig(text, this.known);
      this.onRead(uri, text, read);
      return { uri, read };
    }
    const parent = parentOf(folder);
    return parent === undefined || parent === folder ? null : this.nearest(parent);
  }
}
