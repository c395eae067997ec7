/**
 * Settings: reading them, and finding those of a file. One resolver for the editor, the command line and other editors.
 *
 * `.gongwen/config.json` is looked for beside the file and in each folder above it; the nearest one counts, alone. The
 * editor's own `gongwen.rules`, `gongwen.fixes`, `gongwen.profile` and `gongwen.files` apply only where there is none.
 */
import { applyEdits, modify } from 'jsonc-parser';
import { PROFILE_FAULTS } from './core/data-node';
import type { Messages, Args } from './core/messages';
import { LEVELS, type FileFilter, type Level, type Settings } from './core/settings';
import { nearest } from './core/nearest';
import { fitsAny } from './glob';
import type { Host } from './host';
import { ProfileFiles } from './overlay';
import type { Profile } from './core/profile';
import { profiles as bundledProfiles } from './profiles';
import { parseJson, properties, shown, type JsonNode } from './json';
import { pathBelow, SideFiles, type SideFile } from './side-files';

export { SIDE_FOLDER } from './side-files';
export const CONFIG_FILE = 'config.json';

/** Something wrong in a side file, at an offset of its text. */
export interface ConfigProblem {
  readonly from: number;
  readonly to: number;
  readonly message: keyof typeof CONFIG_MESSAGES;
  readonly args: Args;
}

/** Of what is wrong in a side file, so much is said at once: who mends that sees the rest. */
export const MOST_PROBLEMS = 100;

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

const KEYS = ['$schema', 'rules', 'fixes', 'profile', 'files'] as const;
const FILE_KEYS = ['include', 'exclude'] as const;

/** The words for what is wrong in a settings file or another side file. */
export const CONFIG_MESSAGES = {
  ...PROFILE_FAULTS,
  json: {
    'zh-cn': '配置文件不是合法的 JSON（{code}）：请更正此处，其余内容仍然有效',
    en: 'The settings are not valid JSON ({code}): mend this place; the rest still counts',
  },
  object: { 'zh-cn': '“{key}”应当是一个对象 {…}', en: '“{key}” must be an object {…}' },
  baseline: {
    'zh-cn': '不是基线文件（或者已损坏）：在更正之前不起作用；可用 gongwen lint --write-baseline 重新生成',
    en: 'This is no baseline (or a broken one): it has no effect until it is mended; gongwen lint --write-baseline makes one',
  },
  unusedException: {
    'zh-cn': '这条豁免已经不起作用：“{file}”中没有与之相符的问题（语句已修改，或者问题已解决），可以删去',
    en: 'This exception has no effect any more: nothing in “{file}” matches it (the sentence has changed, or the finding is gone); it may be removed',
  },
  list: { 'zh-cn': '“{key}”应当是一个列表 […]', en: '“{key}” must be a list […]' },
  text: { 'zh-cn': '“{key}”应当是一段文字，且不得为空', en: '“{key}” must be a text, and not an empty one' },
  twice: { 'zh-cn': '“{key}”写了两次，以后一次为准', en: '“{key}” is given twice; the later one counts' },
  unknownKey: { 'zh-cn': '没有“{key}”这一设置', en: 'There is no setting “{key}”' },
  unknownKeyMeant: { 'zh-cn': '没有“{key}”这一设置，是否指“{meant}”？', en: 'There is no setting “{key}”. Did you mean “{meant}”?' },
  unknownRule: { 'zh-cn': '没有“{key}”这条规则或这一类规则', en: 'There is no rule or family “{key}”' },
  unknownRuleMeant: { 'zh-cn': '没有“{key}”这条规则，是否指“{meant}”？', en: 'There is no rule “{key}”. Did you mean “{meant}”?' },
  level: { 'zh-cn': '“{value}”不是级别，应为 {levels} 之一', en: '“{value}” is no level; use one of {levels}' },
  together: {
    'zh-cn': '“{value}”应为 true（安全修正可以一并应用）或 false（只逐处提供）',
    en: '“{value}” must be true (safe fixes are applied along with others) or false (they are offered one at a time)',
  },
  code: {
    'zh-cn': '代字应写作 { "prefix": "临府办发", "organ": "临川市人民政府办公室" }；此条不起作用',
    en: 'Write an agency code as { "prefix": "临府办发", "organ": "临川市人民政府办公室" }; this one has no effect',
  },
  codePrefix: {
    'zh-cn': '“{value}”不是代字：应为一至二十个汉字（可带括号），不写年份和序号；此条不起作用',
    en: '“{value}” is no agency code: one to twenty Chinese characters (brackets may be among them), without year and number; this entry has no effect',
  },
  codeOrgan: {
    'zh-cn': 'organ 应为机关名称，或名称的列表，每个不超过 {most} 字；此处不起作用',
    en: 'organ must be the name of an organ or a list of names, none longer than {most} characters; this has no effect',
  },
  codesTooMany: { 'zh-cn': '至多 {most} 条代字，其后的不起作用', en: 'At most {most} agency codes; those that follow have no effect' },
  profile: { 'zh-cn': '没有“{value}”这一文种，可选：{known}', en: 'There is no kind of report “{value}”; known: {known}' },
} as const satisfies Messages;

/** Reads settings from the text of a `config.json`. Never throws. */
export function readConfig(text: string, known: Known): ConfigRead {
  const reader = new ConfigReader(text, known);
  return { settings: reader.settings(), problems: reader.problems };
}

class ConfigReader {
  readonly problems: ConfigProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly known: Known,
  ) {}

  settings(): Settings {
    const { root, faults } = parseJson(this.text);
    for (const { from, to, code } of faults) this.problems.push({ from, to, message: 'json', args: { code } });
    if (!root || !this.isObject(root, CONFIG_FILE)) return { rules: {} };
    const values = this.values(root, KEYS);
    const profile = this.profile(values.get('profile'));
    const files = this.files(values.get('files'));
    const fixes = values.get('fixes');
    return {
      rules: this.rules(values.get('rules')),
      ...(fixes === undefined ? {} : { fixes: this.fixes(fixes) }),
      ...(profile === undefined ? {} : { profile }),
      ...(files === undefined ? {} : { files }),
    };
  }

  private rules(node: JsonNode | undefined): Record<string, Level> {
    return this.byRule(node, 'rules', ({ value }) => (LEVELS.includes(value as Level) ? (value as Level) : undefined), 'level', {
      levels: LEVELS.join(' '),
    });
  }

  private fixes(node: JsonNode): Record<string, boolean> {
    return this.byRule(node, 'fixes', ({ value }) => (typeof value === 'boolean' ? value : undefined), 'together', {});
  }

  /** What is said of rules and families, by name. `read` has no answer for a value that is wrong. */
  private byRule<T>(
    node: JsonNode | undefined,
    key: string,
    read: (node: JsonNode) => T | undefined,
    wrong: ConfigProblem['message'],
    args: Args,
  ): Record<string, T> {
    const said: Record<string, T> = {};
    if (!node || !this.isObject(node, key)) return said;
    const families = [...new Set(this.known.rules.map((id) => id.slice(0, id.indexOf('/'))))];
    for (const [name, valueNode] of this.values(node, [...this.known.rules, ...families], 'unknownRule')) {
      const value = read(valueNode);
      if (value === undefined) this.at(valueNode, wrong, { value: shown(this.text, valueNode), ...args });
      // An own property, whatever its name: the file may come from anywhere.
      else Object.defineProperty(said, name, { value, enumerable: true, configurable: true });
    }
    return said;
  }

  private profile(node: JsonNode | undefined): string | undefined {
    if (!node || node.value === 'auto') return undefined;
    if (typeof node.value === 'string' && this.known.profiles.includes(node.value)) return node.value;
    this.at(node, 'profile', { value: shown(this.text, node), known: ['auto', ...this.known.profiles].join(' ') });
    return undefined;
  }

  private files(node: JsonNode | undefined): FileFilter | undefined {
    if (!node || !this.isObject(node, 'files')) return undefined;
    const values = this.values(node, FILE_KEYS);
    return { include: this.texts(values.get('include'), 'include'), exclude: this.texts(values.get('exclude'), 'exclude') };
  }

  private texts(node: JsonNode | undefined, key: string): readonly string[] {
    if (!node) return [];
    if (node.type !== 'array') {
      this.at(node, 'list', { key });
      return [];
    }
    return (node.children ?? []).flatMap((item) => {
      if (typeof item.value === 'string' && item.value !== '') return [item.value];
      this.at(item, 'text', { key });
      return [];
    });
  }

  /** The values by name; names that nobody knows and names given twice are said. */
  private values(node: JsonNode, known: readonly string[], unknown: 'unknownKey' | 'unknownRule' = 'unknownKey'): Map<string, JsonNode> {
    const values = new Map<string, JsonNode>();
    for (const [key, value, keyNode] of properties(node)) {
      if (!known.includes(key)) {
        const meant = nearest(key, known);
        if (meant === undefined) this.at(keyNode, unknown, { key: shown(this.text, keyNode) });
        else this.at(keyNode, `${unknown}Meant`, { key, meant });
        continue;
      }
      if (values.has(key)) this.at(keyNode, 'twice', { key });
      values.set(key, value);
    }
    return values;
  }

  private isObject(node: JsonNode, key: string): boolean {
    if (node.type !== 'object') this.at(node, 'object', { key });
    return node.type === 'object';
  }

  private at(node: JsonNode, message: ConfigProblem['message'], args: Args): void {
    this.problems.push({ from: node.offset, to: node.offset + node.length, message, args });
  }
}

/**
 * The text of a settings file with the level of a rule changed; comments and order stay. Null for a broken file, which is
 * never written over.
 *
 * @param text the file, or null where there is none yet: then `own`, which held so far, goes into the new one
 */
export function withLevel(text: string | null, own: Settings, rule: string, level: Level): string | null {
  return changed(text, own, ['rules', rule], level);
}

/** The same with the kind of report chosen, or, with null, left to recognition. */
export function withProfile(text: string | null, own: Settings, profile: string | null): string | null {
  return changed(text, own, ['profile'], profile ?? undefined);
}

function changed(text: string | null, { rules, fixes, profile, files }: Settings, path: readonly string[], value: unknown): string | null {
  const held = {
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
    ...(fixes === undefined ? {} : { fixes }),
    ...(profile === undefined ? {} : { profile }),
    ...(files === undefined ? {} : { files }),
  };
  const base = text ?? `${JSON.stringify(held, null, 2)}\n`;
  const { root, faults } = parseJson(base);
  if (faults.length > 0 || (root && root.type !== 'object')) return null;
  if (root && properties(root).some(([name, node]) => name === 'rules' && node.type !== 'object')) return null;
  return applyEdits(base, modify(base, [...path], value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }));
}

/** Reads the editor's own settings (the value of the section `gongwen`), which have been checked by the editor. Their patterns for files belong to no folder, so they fit in every one. */
export function readEditorSettings(value: unknown, known: Known): Settings {
  const { settings } = readConfig(JSON.stringify(pick(value)), known);
  if (!settings.files) return settings;
  const everywhere = (patterns: readonly string[]) => patterns.map((p) => `**/${p}`);
  return { ...settings, files: { include: everywhere(settings.files.include), exclude: everywhere(settings.files.exclude) } };
}

/** A setting nobody made: editors send the default. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function pick(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  const { rules, fixes, profile, files } = value as { rules?: unknown; fixes?: unknown; profile?: unknown; files?: unknown };
  return {
    ...(rules === undefined ? {} : { rules }),
    ...(isEmpty(fixes) ? {} : { fixes }),
    ...(profile === undefined || profile === 'auto' ? {} : { profile }),
    ...(files === undefined ? {} : { files }),
  };
}

/** Whether settings leave a file alone. `path` is its path below the folder of the settings; where there is no settings file, the whole path. */
export function isLeftAlone({ files }: Settings, path: string): boolean {
  if (!files) return false;
  return (files.include.length > 0 && !fitsAny(path, files.include)) || fitsAny(path, files.exclude);
}

/** Finds and keeps the settings of files. */
export class Resolver {
  private readonly read = new WeakMap<SideFile, ConfigRead>();
  private readonly files: SideFiles;
  private readonly profiles: ProfileFiles;

  /** @param onRead is told of every side file that was read (settings, profiles of the office), with its problems */
  constructor(
    host: Host,
    private readonly known: Known,
    private readonly onRead: (uri: string, text: string, read: Pick<ConfigRead, 'problems'>) => void = () => undefined,
    private readonly bundled: readonly Profile[] = bundledProfiles,
  ) {
    this.files = new SideFiles(host);
    this.profiles = new ProfileFiles(host, bundled, (uri, text, problems) => this.onRead(uri, text, { problems }));
  }

  /**
   * The settings of a file. `own` are those of the editor, for where there is no settings file; a function of what may
   * be named there, when they are still to be read.
   */
  async resolve(uri: string, own: Settings | ((known: Known) => Settings)): Promise<Resolved> {
    const [file, profiles] = await Promise.all([this.files.find(uri, CONFIG_FILE), this.profiles.of(uri)]);
    const withProfiles = (settings: Settings): Settings => (profiles === this.bundled ? settings : { ...settings, profiles });
    if (!file) {
      const settings = typeof own === 'function' ? own(this.knowing(profiles)) : own;
      return { settings: withProfiles(leaving(settings, pathOf(uri))), from: null };
    }
    // The folder of the settings says which kinds they may name.
    const there = await this.profiles.in(file.folder);
    let read = this.read.get(file);
    if (!read) {
      this.read.set(file, (read = readConfig(file.text, this.knowing(there))));
      this.onRead(file.uri, file.text, read);
    }
    return { settings: withProfiles(leaving(read.settings, pathBelow(file.folder, uri))), from: file.uri };
  }

  /** The kinds of reports known for a file, or, for a folder's own uri with a slash at its end, in that folder. */
  profilesFor(uri: string): Promise<readonly Profile[]> {
    return uri.endsWith('/') ? this.profiles.in(uri.slice(0, -1)) : this.profiles.of(uri);
  }

  private knowing(profiles: readonly Profile[]): Known {
    return profiles === this.bundled ? this.known : { ...this.known, profiles: profiles.map(({ id }) => id) };
  }

  /** Forgets what was read: a file has changed. */
  forget(): void {
    this.files.forget();
    this.profiles.forget();
  }
}

/** The whole path of a URI, for patterns that have no folder to stand on. */
function pathOf(uri: string): string | undefined {
  const at = uri.indexOf(':///');
  return at < 0 ? undefined : pathBelow(uri.slice(0, at + 3), uri);
}

/** The settings as they hold for one file. */
function leaving(settings: Settings, path: string | undefined): Settings {
  return path !== undefined && isLeftAlone(settings, path) ? { ...settings, leftAlone: true } : settings;
}
