/** Reading data that may come from anywhere: each value knows the path that leads to it, and each fault says where it is. */
import { fill, type Args, type Message, type Messages } from './messages';
import { nearest } from './nearest';
import { compilePattern, compileTrusted, NEVER, PATTERN_FAULTS, PatternError, type Pattern } from './pattern';

/** What can be wrong with a profile's data. */
export const PROFILE_FAULTS = {
  ...PATTERN_FAULTS,
  missingField: { 'zh-cn': '缺少“{field}”', en: '“{field}” is missing' },
  notObject: { 'zh-cn': '应当是一个对象 {…}', en: 'must be an object {…}' },
  notList: { 'zh-cn': '应当是一个列表 […]', en: 'must be a list […]' },
  notText: { 'zh-cn': '应当是不为空的文字', en: 'must be a text that is not empty' },
  notIdentifier: { 'zh-cn': '只能用小写字母、数字和连字符，字母开头', en: 'must be made of small letters, digits and hyphens' },
  notTruth: { 'zh-cn': '应当是 true 或 false', en: 'must be true or false' },
  notNumber: { 'zh-cn': '应当是 {least} 到 {most} 的整数', en: 'must be a whole number from {least} to {most}' },
  choice: { 'zh-cn': '应当是 {choices} 之一', en: 'must be one of {choices}' },
  unknownField: { 'zh-cn': '没有“{field}”这一项', en: 'has an unknown field “{field}”' },
  unknownFieldMeant: { 'zh-cn': '没有“{field}”这一项，是否指“{meant}”？', en: 'has an unknown field “{field}”. Did you mean “{meant}”?' },
  manySections: { 'zh-cn': '最多 {most} 章', en: 'more than {most} sections' },
  idTwice: { 'zh-cn': '“{id}”出现了两次', en: '“{id}” stands twice' },
  noSection: { 'zh-cn': '没有“{id}”这一章', en: 'there is no section “{id}”' },
  noSectionMeant: { 'zh-cn': '没有“{id}”这一章，是否指“{meant}”？', en: 'there is no section “{id}”. Did you mean “{meant}”?' },
  ownTitle: { 'zh-cn': '认不出本章自己的标题“{title}”', en: 'do not match the section’s own title “{title}”' },
  ownEssential: { 'zh-cn': '本章自己的标题“{title}”里没有这一要素', en: 'does not match the section’s own title “{title}”' },
  monthDay: { 'zh-cn': '应写作月和日：03-01', en: 'must be MM-DD' },
  article: { 'zh-cn': '核对过出处的，才写条款', en: 'an article number is given only where a source confirms it' },
  noBase: { 'zh-cn': '没有“{id}”这一文种', en: 'there is no kind of report “{id}”' },
  noBaseMeant: { 'zh-cn': '没有“{id}”这一文种，是否指“{meant}”？', en: 'there is no kind of report “{id}”. Did you mean “{meant}”?' },
  taken: {
    'zh-cn': '已有“{id}”这一文种；要补充它，请写 "extends": "{id}"',
    en: 'there is a kind “{id}” already; to add to it, say "extends": "{id}"',
  },
  circle: { 'zh-cn': '文种互相继承，绕成了圈', en: 'the kinds extend each other in a circle' },
  weaker: {
    'zh-cn': '法规、国标要求的内容不能在这里取消或放宽，此处不起作用',
    en: 'what a regulation demands cannot be switched off or weakened here; this has no effect',
  },
  profileLarge: { 'zh-cn': '文件超过 {most} KB，没有读取', en: 'larger than {most} KB, not read' },
  profileMany: {
    'zh-cn': '一个文件夹最多 {most} 个文种文件，这一个没有读取',
    en: 'more than {most} files in the folder; this one was not read',
  },
  onlyPractice: {
    'zh-cn': '单位自己的文种只能以实务（practice）为依据，此处按实务处理',
    en: 'an office’s own kind rests on practice; taken as that',
  },
} as const satisfies Messages;

export type ProfileFault = keyof typeof PROFILE_FAULTS;

/** Faulty profile data. `path` leads to the fault: `sections[2].aliases[0]`. */
export class ProfileError extends Error {
  constructor(
    readonly path: string,
    readonly fault: ProfileFault,
    readonly args: Args = {},
  ) {
    super(`${path || 'profile'}: ${fill(PROFILE_FAULTS[fault], args, 'en', {})}`);
  }
}

/** An object whose fields are asked for by name. */
export interface Fields {
  readonly path: string;
  readonly trusted: boolean;
  get(field: string): DataNode;
}

/**
 * A value somewhere in the data, and the path that leads to it. Patterns of trusted data (the product's own, which a test
 * reads in full) are compiled when they are first used: most kinds of reports are never met.
 */
export class DataNode {
  constructor(
    readonly path: string,
    readonly value: unknown,
    readonly trusted = false,
  ) {}

  get absent(): boolean {
    return this.value === undefined;
  }
  fault(fault: ProfileFault, args: Args = {}): ProfileError {
    return new ProfileError(this.path, fault, args);
  }
  private missing(): ProfileError {
    return this.fault('missingField', { field: this.path.slice(this.path.lastIndexOf('.') + 1) });
  }
  /** An object with these fields at most. An absent one is empty. */
  object(fields: readonly string[]): Fields {
    const { value, path } = this;
    if (value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value))) throw this.fault('notObject');
    const entries = new Map<string, unknown>(Object.entries(value ?? {}));
    for (const field of entries.keys()) {
      if (fields.includes(field)) continue;
      const meant = nearest(field, fields);
      throw meant === undefined ? this.fault('unknownField', { field }) : this.fault('unknownFieldMeant', { field, meant });
    }
    const { trusted } = this;
    return { path, trusted, get: (field) => new DataNode(path === '' ? field : `${path}.${field}`, entries.get(field), trusted) };
  }
  list<T>(read: (node: DataNode) => T): T[] {
    if (this.absent) return [];
    if (!Array.isArray(this.value)) throw this.fault('notList');
    return this.value.map((item: unknown, i) => read(new DataNode(`${this.path}[${i}]`, item, this.trusted)));
  }
  string(): string {
    if (this.absent) throw this.missing();
    if (typeof this.value !== 'string' || this.value === '') throw this.fault('notText');
    return this.value;
  }
  identifier(): string {
    const id = this.string();
    if (!/^[a-z][a-z0-9-]{0,60}$/.test(id)) throw this.fault('notIdentifier');
    return id;
  }
  boolean(): boolean {
    if (this.absent) return false;
    if (typeof this.value !== 'boolean') throw this.fault('notTruth');
    return this.value;
  }
  integer(least: number, most: number): number {
    if (this.absent) throw this.missing();
    if (typeof this.value !== 'number' || !Number.isInteger(this.value) || this.value < least || this.value > most)
      throw this.fault('notNumber', { least, most });
    return this.value;
  }
  oneOf<T extends string | number>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) throw this.absent ? this.missing() : this.fault('choice', { choices: choices.join(' ') });
    return found;
  }
  message(): Message {
    const o = this.object(['zh-cn', 'en']);
    return { 'zh-cn': o.get('zh-cn').string(), en: o.get('en').string() };
  }
  /** A list of patterns as one; matches nothing when absent. */
  pattern(): Pattern {
    const patterns = this.list((item) => {
      const source = item.string();
      if (!this.trusted) item.compile([source]);
      return source;
    });
    return patterns.length === 0 ? NEVER : this.compile(patterns);
  }
  compile(sources: readonly string[]): Pattern {
    if (this.trusted) return compileTrusted(sources);
    try {
      return compilePattern(sources);
    } catch (error) {
      if (error instanceof PatternError) throw this.fault(error.fault, error.args);
      throw error;
    }
  }
}
