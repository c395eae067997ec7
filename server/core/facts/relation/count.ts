/**
 * Enumerations: `重点领域3个（甲、乙、丙）`, `甲、乙、丙等5类场所`, `甲、乙、丙三项制度`.
 *
 * 等 may close a list (as many as named) or leave it open (more than named): only more names than the number says is a
 * fault. Brackets inside a list have marks of their own; 和 and 及 may join two items or stand inside one.
 */
import { decimal } from '../../decimal';
import type { Span } from '../../text';
import { series } from './series';
import { readEnumeration, type Enumeration } from '../enumeration';
import type { Figure } from '../figure';
import { parseNumeral } from '../numeral';
import {
  type Correction,
  type Reading,
  type Relation,
  type Verdict,
  correct,
  isAmount,
  placesOf,
  printed,
  spanOf,
  tailOf,
} from '../statement';

/** Names of kinds of places and bodies, which stand in brackets as variants: 16个县（市、区）. */
const VARIANT =
  /^(?:[各省市区县旗州盟镇乡村社站所队室局厅委部院校园场点店户人家组]|街道|街办|园区|新区|开发区|高新区|功能区|管委会|单位|部门|机构|企业|组织|个人|中心|社区|居委会|农场|林场|团场|科室|分局|大队|自治区|直辖市|自治州|自治县|自治旗|办事处|次|人次|家次)$/;
const NOT_A_LIST =
  /^(?:其中|含|不含|包括|不包括|同比|环比|较|比|详见|见|附|由|每|分|仅|均|共|覆盖|来自|位于|除|截至|以下|指|按|占|累计|新增|简称|以|约|合)/;
const EXAMPLES = /^(?:如|例如|主要|包括|含|涉及|涵盖)|等[^、，；）)]{0,6}$|…|……/;
/** A list with a list inside: 教育、卫生部门管理的学校、医院等2类. */
/** Words in which such a character stands for nothing. */
const WHOLE_WORDS = /从[轻重快严优]|参与|行为|使用|在线|自由|理由|对[外内象]|所在|为民|以案|和解|和谐|及时|普及|涉及/g;
const NESTED = /[的和及与或对在由为是等从以按将把让使]/;

/** A verb before the number: it belongs to what follows (落实中央八项规定), not to the list before it. */
const TAKEN =
  /(?:铁人|中央|落实|贯彻|推进|开展|实施|深化|坚持|增强|做到|执行|完善|建立|建设|抓好|推动|加强|强化|围绕|聚焦|突出|完成|组织|召开|出台|制定|打造|涉及|覆盖|新增|共有?|计|达|为|有|的)$/;

/** Finds enumerations whose number is given. */
export function findCounts(r: Reading, out: Relation[]): void {
  const joins = ['、', '》《', '”“'].filter((mark) => r.text.includes(mark));
  const brackets = r.text.includes('（') || r.text.includes('(');
  for (const f of r.figures) {
    if (f.kind !== 'count' || f.approximate || f.malformed || !isAmount(f) || f.numeral.exponent > 0) continue;
    const n = Number(f.value.mantissa);
    if (f.value.scale !== 0 || n > 60) continue;
    if (series(r, f, n, out) || (brackets && behind(r, f, n, out))) continue;
    if (joins.length > 0 && !named(r, f, n, out) && !(brackets && bracketed(r, f, n, out))) before(r, f, n, joins, out);
  }
  defined(r, out);
  quoted(r, out);
  idioms(r, out);
}

/** `7个（甲、乙…）` and `7个企业（甲、乙…）`. */
function behind(r: Reading, f: Figure, n: number, out: Relation[]): boolean {
  const { text } = r;
  let at = f.span.to;
  while (at < text.length && at < f.span.to + 12 && isHan(text.charCodeAt(at))) at++;
  if (text[at] !== '（' && text[at] !== '(') return false;
  let depth = 0;
  let end = -1;
  for (let i = at; i < text.length && i < at + 600; i++) {
    if (text[i] === '（' || text[i] === '(') depth++;
    else if ((text[i] === '）' || text[i] === ')') && --depth === 0) {
      end = i;
      break;
    }
  }
  if (end < 0) return false;
  const inside = text.slice(at + 1, end);
  if (NOT_A_LIST.test(inside) || /[，,；;。：:]/.test(inside) || /\d/.test(inside)) return false;
  const list = readEnumeration(text, at + 1, end);
  const names = list.items.map((s) => text.slice(s.from, s.to).trim());
  if (names.some((name) => name === '' || name.length > 24) || names.every((name) => VARIANT.test(name))) return false;
  // A single name says nothing of the number, unless it is one.
  if (list.least === 1 && (n !== 1 || list.most > 1)) return false;
  const open = EXAMPLES.test(inside);
  const holds = open ? list.least <= n : n >= list.least && n <= list.most;
  const listed = list.most * 2 >= n;
  push(r, f, { from: at, to: end + 1 }, list, n, open ? 'open' : 'closed', holds ? 'holds' : listed ? 'fails' : 'unknown', out);
  return true;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const NAMING = /^[一-鿿]{0,12}(?:，|,|：|:|，其中|,其中)?(?:分别[为是]|即(?![将可使])|依次[为是])[：:，,]?/;

/** `示范单位4个，分别为甲、乙、丙、丁。` */
function named(r: Reading, f: Figure, n: number, out: Relation[]): boolean {
  const { text } = r;
  let mark = f.span.to;
  while (mark < f.span.to + 12 && isHan(text.charCodeAt(mark))) mark++;
  if (!'，,：:'.includes(text[mark] ?? '。')) return false;
  const words = text.slice(f.span.to, f.span.to + 28);
  const m = NAMING.exec(words) ?? /^[一-鿿]{1,8}[：:]/.exec(words);
  if (!m || !/[，,：:]/.test(m[0])) return false;
  const from = f.span.to + m[0].length;
  const end = endOfList(text, from);
  const inside = text.slice(from, end);
  if (inside === '' || /[\d０-９]/.test(inside) || !(inside.includes('、') || inside.includes('》《'))) return false;
  const list = readEnumeration(text, from, end);
  const names = list.items.map((s) => text.slice(s.from, s.to).trim());
  if (names.some((name) => name === '' || (name.length > 20 && !name.startsWith('《')))) return false;
  const open = EXAMPLES.test(inside) || /等/.test(names[names.length - 1]);
  const plain = !names.some((name) => NESTED.test(bare(name)));
  const holds = open ? list.least <= n : n >= list.least && n <= list.most;
  const colon = !/[为是即]/.test(m[0]);
  // 4类清单：甲、乙、丙。 — only where nothing but the list follows.
  if (colon && (names.some((name) => name.length > 12 || /是/.test(name)) || !plain || !/[。；;]|^$/.test(text[end] ?? ''))) return false;
  // 一等奖甲、乙，二等奖丙: the list may go on behind a comma.
  const ended = !/[，,]/.test(text[end] ?? '');
  if (!ended && /^[，,][^，。；,;]*、/.test(text.slice(end, end + 60))) return false;
  const sure = !colon && ended && plain && list.least >= 3 && !/^[件起宗例人名位次]$/.test(f.unit);
  push(
    r,
    f,
    { from, to: end },
    list,
    n,
    open ? 'open' : 'closed',
    holds ? 'holds' : list.most * 2 < n ? 'unknown' : sure ? 'fails' : 'doubtful',
    out,
  );
  return true;
}

/** Where a list of names ends: at the next mark that is no 、, outside of titles and brackets. */
function endOfList(text: string, from: number): number {
  let depth = 0;
  let i = from;
  for (; i < text.length && i < from + 400; i++) {
    const c = text[i];
    if (c === '《' || c === '（' || c === '(' || c === '“') depth++;
    else if (c === '》' || c === '）' || c === ')' || c === '”') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && '，,。；;：:！？\n'.includes(c)) break;
  }
  return i;
}

/** A title without its marks; what is inside joins nothing. */
function bare(name: string): string {
  return name
    .replace(/《[^《》]*》/g, '')
    .replace(/“[^“”]*”/g, '')
    .replace(WHOLE_WORDS, '');
}

/** `增设了（甲组、乙组、丙组）3个工作组`. */
function bracketed(r: Reading, f: Figure, n: number, out: Relation[]): boolean {
  const { text } = r;
  const to = f.span.from - 1;
  if (text[to] !== '）' && text[to] !== ')') return false;
  const from = Math.max(text.lastIndexOf('（', to), text.lastIndexOf('(', to));
  if (from < 0 || to - from > 300 || tailOf(r, f) === '') return false;
  const inside = text.slice(from + 1, to);
  if (!inside.includes('、') || NOT_A_LIST.test(inside) || /[，,；;。：:）)\d]/.test(inside)) return false;
  const list = readEnumeration(text, from + 1, to);
  const names = list.items.map((s) => text.slice(s.from, s.to).trim());
  if (names.some((name) => name === '' || name.length > 24) || names.every((name) => VARIANT.test(name))) return false;
  const open = EXAMPLES.test(inside);
  const holds = open ? list.least <= n : n >= list.least && n <= list.most;
  push(
    r,
    f,
    { from, to: f.span.to },
    list,
    n,
    open ? 'open' : 'running',
    holds ? 'holds' : list.most * 2 < n || Math.abs(list.least - n) > 2 ? 'unknown' : 'doubtful',
    out,
  );
  return true;
}

/** `甲、乙、丙等5类…` and `甲、乙、丙三项…`. */
function before(r: Reading, f: Figure, n: number, joins: readonly string[], out: Relation[]): void {
  const { text } = r;
  const from = f.clause.from;
  if (f.span.from - from > 400) return;
  const told = text.slice(from, f.span.from);
  if (!joins.some((mark) => told.includes(mark))) return;
  let to = f.span.from;
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '这' || text[to - 1] === '共')) to--;
  const open = text[to - 1] === '等';
  if (open) to--;
  if (f.setting.item.from <= from && !open && text[to - 1] !== '》' && text[to - 1] !== '”') return;
  const list = readEnumeration(text, from, to);
  if (list.least < 2 || list.least > 40) return;
  const names = list.items.map((s) =>
    text
      .slice(s.from, s.to)
      .replace(/[（(][^（）()]*[）)]/g, '')
      .trim(),
  );
  const titles =
    names.length > 1 &&
    names.every((name, i) => (name.endsWith('》') || name.endsWith('”')) && (i === 0 ? /[《“]/.test(name) : /^[《“]/.test(name)));
  if (!titles && names.some((name, i) => name === '' || /\d/.test(name) || (i > 0 && name.length > 14))) return;
  const plain = titles || (!names.some((name, i) => i > 0 && NESTED.test(bare(name))) && !/[的等]/.test(names[0]));
  if (open) {
    if (list.least > n && !plain) return;
    push(r, f, { from, to: f.span.to }, list, n, 'open', list.least <= n ? 'holds' : 'fails', out);
    return;
  }
  // 检查甲、乙、丙3家 counts what the list does not name; 甲、乙、丙三类场所 sums it up.
  if (tailOf(r, f) === '' || !/^[个项类种条方大环级支部家所名场张档步位座]/.test(f.unit)) return;
  const holds = n >= list.least && n <= list.most;
  const last = names[names.length - 1];
  if (TAKEN.test(last) || names.some((name) => name.length > last.length * 4)) return;
  const even = names.every((name) => name.length * 3 >= last.length && name.length <= last.length * 3);
  const near = titles
    ? Math.abs(list.least - n) === 1
    : even &&
      list.least >= 3 &&
      (f.numeral.chinese ? list.most * 2 >= n : Math.abs(list.least - n) === 1 && /^[个项类种条支大]/.test(f.unit));
  if (!holds && !(plain && near)) return;
  push(r, f, { from, to: f.span.to }, list, n, 'running', holds ? 'holds' : 'doubtful', out);
}

const TITLE = /“([二两三四五六七八九十])([一-鿿]{2,6})”[（(]([^（）()“”《》、]*、[^（）()“”《》]*)[）)]/g;

/** `“四张清单”（甲、乙、丙、丁）`: a name that says how many there are. */
function titled(r: Reading, out: Relation[]): void {
  for (const m of r.text.matchAll(TITLE)) {
    const n = parseNumeral(m[1])!;
    if (/[一二两三四五六七八九十]/.test(m[2]) || /[\d，,；;。]/.test(m[3]) || EXAMPLES.test(m[3]) || NOT_A_LIST.test(m[3])) continue;
    const to = m.index + m[0].length;
    const list = readEnumeration(r.text, to - 1 - m[3].length, to - 1);
    const holds = n >= list.least && n <= list.most;
    if (!holds && (list.most * 2 < n || Math.abs(list.least - n) > 2)) continue;
    out.push({
      kind: 'count',
      form: 'quoted',
      span: { from: m.index, to },
      figures: [],
      verdict: holds ? 'holds' : 'doubtful',
      formula: `${list.items.length}${holds ? '=' : '≠'}${m[1]}`,
      reached: String(list.items.length),
      corrections: [],
    });
  }
}

const IDIOM = /“((?:[一二两三四五六七八九][^一二两三四五六七八九“”\d]{1,3}){2,4})”[（(]([^（）()]*)[）)]/g;

/** `“一室两站”（甲室、乙站和丙站）`: the digits of the name add up to the list. Only ever a confirmation. */
function idioms(r: Reading, out: Relation[]): void {
  if (!/”[（(]/.test(r.text)) return;
  titled(r, out);
  for (const m of r.text.matchAll(IDIOM)) {
    const n = Array.from(m[1].matchAll(/[一二两三四五六七八九]/g), (d) => parseNumeral(d[0]) ?? 0).reduce((a, b) => a + b, 0);
    const to = m.index + m[0].length;
    const list = readEnumeration(r.text, to - 1 - m[2].length, to - 1);
    if (n < list.least || n > list.most) continue;
    out.push({
      kind: 'count',
      form: 'defined',
      span: { from: m.index, to },
      figures: [],
      verdict: 'holds',
      formula: `${n}=${m[1].match(/[一二两三四五六七八九]/g)!.join('+')}`,
      reached: String(n),
      corrections: [],
    });
  }
}

/** `甲制度、乙制度、丙制度（简称“三项制度”）`. */
function defined(r: Reading, out: Relation[]): void {
  const { text } = r;
  for (const at of placesOf(text, '简称“')) {
    const m = /^([二两三四五六七八九十]{1,2}|\d{1,2})[项个大类种条]/.exec(text.slice(at + 3, at + 8));
    const n = m ? parseNumeral(m[1]) : undefined;
    const bracket = text[at - 1];
    if (n === undefined || (bracket !== '（' && bracket !== '(')) continue;
    let from = at - 1;
    while (from > 0 && at - from < 200 && !/[，,。；;：:\n]/.test(text[from - 1])) from--;
    const list = readEnumeration(text, from, at - 1);
    const holds = n >= list.least && n <= list.most;
    if (!holds) continue;
    out.push({
      kind: 'count',
      form: 'defined',
      span: { from, to: at + 3 + m![0].length },
      figures: [],
      verdict: 'holds',
      formula: `${list.items.length}=${n}`,
      reached: String(list.items.length),
      corrections: [],
    });
  }
}

/** `落实公示、全过程记录、法制审核“三项制度”`: a name of so many things behind the list of them. */
function quoted(r: Reading, out: Relation[]): void {
  const { text } = r;
  if (!text.includes('“')) return;
  for (const at of placesOf(text, '“')) {
    const m = /^([二两三四五六七八九十])(?:[项个大类种条])([一-鿿]{2,4})”/.exec(text.slice(at + 1, at + 9));
    if (!m || !/[一-鿿》]/.test(text[at - 1] ?? '') || text.slice(Math.max(0, at - 2), at) === '简称') continue;
    const n = parseNumeral(m[1])!;
    let from = at;
    while (from > 0 && at - from < 120 && !/[，,。；;：:\n（(“”]/.test(text[from - 1])) from--;
    const list = readEnumeration(text, from, at);
    if (list.least < 3 || Math.abs(list.least - n) > 1) continue;
    const names = list.items.map((s) => text.slice(s.from, s.to));
    const holds = n >= list.least && n <= list.most;
    if (
      !holds &&
      (list.least !== list.most || names.some((name) => NESTED.test(bare(name)) || name.length > 16) || TAKEN.test(names[names.length - 1]))
    )
      continue;
    out.push({
      kind: 'count',
      form: 'quoted',
      span: { from, to: at + 1 + m[0].length },
      figures: [],
      verdict: holds ? 'holds' : 'doubtful',
      formula: `${list.items.length}${holds ? '=' : '≠'}${m[1]}`,
      reached: String(list.items.length),
      corrections: [],
    });
  }
}

function push(r: Reading, f: Figure, at: Span, list: Enumeration, n: number, form: string, verdict: Verdict, out: Relation[]): void {
  const base = spanOf(r, [f]);
  const span = { from: Math.min(form === 'closed' ? f.span.from : base.from, at.from), to: Math.max(at.to, f.span.to) };
  const named = list.least === list.most ? String(list.least) : `${list.least}～${list.most}`;
  const corrections: Correction[] = [];
  if (verdict === 'fails' || verdict === 'doubtful') {
    const c = correct(r, f, decimal(list.least));
    if (c) corrections.push(c);
  }
  const sign = verdict === 'holds' ? (form === 'open' && list.least < n ? '≤' : '=') : form === 'open' ? '＞' : '≠';
  out.push({ kind: 'count', form, span, figures: [f], verdict, formula: `${named}${sign}${printed(r, f)}`, reached: named, corrections });
}
