/** Names the 格式要素 from the first and last few blocks (GB/T 9704—2012, 7). */
import type { Block, Place } from './block';
import type { BlockList } from './block-list';
import { readEntries, type AttachmentEntry, type AttachmentMention } from './facts/form';
import { counterIndex } from './tally';

/** The elements of the form that were found. */
export interface Layout {
  /** 标题, one to three lines. */
  readonly title: readonly Block[];
  /** The title's words, its lines joined. Empty where there is none. */
  readonly titleText: string;
  /** 发文字号 standing on its own line above or below the title. */
  readonly documentNumber: Block | undefined;
  /** 主送机关. */
  readonly addressee: Block | undefined;
  /** What reads like the 主送机关 but ends with another mark than a colon, or with none: then it may be the 署名. */
  readonly unaddressed: Block | undefined;
  /** The closing formula: 特此报告。 */
  readonly closing: Block | undefined;
  /** 附件说明: its first line. */
  readonly attachments: Block | undefined;
  /** 署名. */
  readonly signature: Block | undefined;
  /** 成文日期. */
  readonly issueDate: Block | undefined;
  /** The line below the date. */
  readonly belowDate: Block | undefined;
  /** An 附件说明 that says 附件1：…, 附件2：… on each of its lines; empty where it is as it should be. */
  readonly repeated: readonly Block[];
  /** 发布日期, as a web page tells it above or below the text. */
  readonly published: Place | undefined;
  /** 目录: its first line. */
  readonly contents: Block | undefined;
  /** The attachments that 附件说明 names, in order. */
  readonly entries: readonly PlacedEntry[];
  /** Where the attachments themselves begin, in order. Empty where they are papers of their own. */
  readonly annexes: readonly Annex[];
  /** Attachments named by number behind the title: in running text before the first of them, and at the beginning of a line anywhere. */
  readonly mentions: readonly PlacedMention[];
  /** 附注 without its brackets: 联系人, directly below the date. */
  readonly contact: Block | undefined;
  /** 抄送, where nothing of it follows on the next line. */
  readonly copies: Block | undefined;
  /** （此页无正文）. */
  readonly blankPage: Block | undefined;
  /** The last lines of the text that ask for a decision (请批示), first one first. */
  readonly pleas: readonly Block[];
}

/** An attachment named in 附件说明, and its block. */
export interface PlacedEntry {
  readonly block: Block;
  readonly entry: AttachmentEntry;
}

/** An attachment named by number, and its block. */
export interface PlacedMention {
  readonly block: Block;
  readonly mention: AttachmentMention;
}

/** An attachment in the text. */
export interface Annex {
  /** Its first line: 附件1. */
  readonly block: Block;
  /** 0 where it has no number. */
  readonly ordinal: number;
  /** The lines below, in which its title stands; the first line itself where it stands there. */
  readonly titles: readonly Block[];
}

/** Every block a layout names, in a fixed order: two layouts with the same ones are the same. */
export function blocksOf(layout: Layout): readonly (Block | undefined)[] {
  return [
    layout.documentNumber,
    layout.addressee,
    layout.closing,
    layout.attachments,
    layout.signature,
    layout.issueDate,
    layout.belowDate,
    layout.published?.block,
    layout.contents,
    layout.contact,
    layout.copies,
    layout.blankPage,
    layout.unaddressed,
    ...layout.title,
    undefined,
    ...layout.entries.map((e) => e.block),
    undefined,
    ...layout.repeated,
    undefined,
    ...layout.annexes.flatMap((a) => [undefined, a.block, ...a.titles]),
    undefined,
    ...layout.pleas,
  ];
}

/** Whether two layouts name the same blocks, and their texts mention the same attachments: words around a mention are no part of the form. */
export function sameLayout(a: Layout, b: Layout): boolean {
  const x = blocksOf(a);
  const y = blocksOf(b);
  return (
    a.titleText === b.titleText &&
    x.length === y.length &&
    x.every((block, i) => block === y[i]) &&
    a.mentions.length === b.mentions.length &&
    a.mentions.every(
      ({ mention: { kind, ordinal } }, i) => kind === b.mentions[i].mention.kind && ordinal === b.mentions[i].mention.ordinal,
    )
  );
}

/** So many blocks at either end of a document are looked at; blank ones count. */
export const LAYOUT_REACH = 60;

/** What follows a line of the form is looked at for so many blocks: the title of an attachment, the line below 抄送. */
export const FORM_REACH = 8;

/** 文种, with which a title ends. */
const KIND =
  '报告|通知|意见|决定|通报|函|纪要|公告|通告|请示|批复|决议|命令|令|公报|议案|总结|方案|办法|规定|细则|计划|规划|要点|条例|汇报|预案|指南|年报|说明|标准|规则|制度|纲要|措施|指引|决算|决算公开|数据公开';
const TITLE_END = new RegExp(`(?:${KIND})(?:[（(][^（()）]{1,20}[)）])?$`);
const ORGAN_END = /(?:局|厅|委|办|政府|委员会|办公室|处|所|院|中心|会|部|署|大队|支队|街道|乡|镇|区|县|市|省|公司|学校)$/;
const NUMBER_LINE =
  /^[\s\u3000]*[\u3400-\u9fff（）()]{1,20}[〔［[【（(][^〕］\]】）)]{2,6}[〕］\]】）)][\s\u3000]*\d{1,5}[\s\u3000]*号[\s\u3000]*(?:签发人.*)?$/;
const CONTENTS = /^[\s\u3000#]*目[\s\u3000]*录[\s\u3000]*$/;
const ADDRESSEE = /^[^。；;！？!?]{2,80}[：:][\s\u3000]*$/;
/** How a name in the 主送机关 ends. */
const ADDRESSED = /(?:委|政府|人大常委会|政协|局|厅|办公室|办事处|部门|机构|单位|委员会)$/;
/** Words of a sentence that ends with an organ’s name. */
const SAID = /现将|报告|报送|情况|请|按照|根据|通知|会议|召开|成立|印发|加强|坚持|按时|及时|[已了将]/;
const ATTACHMENTS = /^[\s\u3000]*附[\s\u3000]?件[\s\u3000]?\d*[：:]/;
const DATE_LINE =
  /^[\s\u3000]*(?:\d{4}[ \u3000]?[年.\-/／][\s\u3000]?\d{1,2}[ \u3000]?[月.\-/／](?:[\s\u3000]?\d{1,2}[ \u3000]?[日号]?)?|\d{2}年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}年[×xX＿_\s\u3000]{1,4}月[×xX＿_\s\u3000]{1,4}日)[。.]?[\s\u3000]*$/;
const CLOSING = /^[\s\u3000]*(?:特此|专此)[\u4e00-\u9fff]{2,6}[。.]?[\s\u3000]*$/;
const NO_TITLE = /[。：:；;，,！!？?]$/;
const SET_WIDE = /^(?:[\u3400-\u9fff][ \u3000\u00a0]{1,3})+[\u3400-\u9fff]$/;
const MAX_TITLE = 80;

/** Looks at the first and last `LAYOUT_REACH` blocks. `isResidue` says which blocks are no text of the report. */
export function layOut(blocks: BlockList, isResidue: (block: Block) => boolean): Layout {
  const head = inked(blocks, blocks.first, 1, isResidue);
  let contents: Block | undefined;
  let documentNumber: Block | undefined;
  let title: Block[] = [];
  let titleText = '';
  let addressee: Block | undefined;
  let unaddressed: Block | undefined;
  let run: Block[] = [];
  let i = 0;
  for (; i < head.length && i < HEADING_REACH; i++) {
    const block = head[i];
    const text = block.text;
    if (CONTENTS.test(text)) {
      contents = block;
      break;
    }
    if (NUMBER_LINE.test(text)) {
      documentNumber ??= block;
      run = [];
      continue;
    }
    const plain = plainTitle(block);
    if (plain === undefined) {
      // The first numbered heading, or a sentence: the head is over.
      run = [];
      if (block.content.heading && block.content.heading.family !== 'markdown') break;
      if (block.text.length > 100) break;
      continue;
    }
    run = [...run.slice(-2), block];
    if (!TITLE_END.test(plain)) continue;
    title = titleLines(run);
    titleText = title.map((b) => plainTitle(b)!).join('');
    break;
  }
  for (let k = i + 1; k < head.length && k <= i + 3 && title.length > 0; k++) {
    const text = head[k].text;
    if (NUMBER_LINE.test(text)) documentNumber ??= head[k];
    else if (CONTENTS.test(text)) contents ??= head[k];
    else if (ADDRESSEE.test(text) && !head[k].content.heading) addressee = head[k];
    else if (isUnaddressed(text) && !head[k].content.heading) {
      unaddressed = head[k];
      break;
    } else if (/^[\s\u3000]*[（(].*[)）][\s\u3000]*$/.test(text)) continue;
    else break;
  }
  if (!contents) for (const block of head.slice(i, i + 6)) if (CONTENTS.test(block.text)) contents = block;
  const marked = title.length > 0 ? formBlocks(blocks, blocks.lineOf(title[title.length - 1])) : [];
  const lines = marked.filter(({ facts }) => facts.form !== undefined);
  const annexes = readAnnexes(blocks, lines, isResidue);
  // What stands before the first attachment is the body of the document; its foot is looked for there.
  const end = annexes.length > 0 ? (blocks.previous(annexes[0].block) ?? blocks.first) : blocks.last;
  const tail = inked(blocks, end, -1, isResidue);
  let issueDate: Block | undefined;
  let signature: Block | undefined;
  let attachments: Block | undefined;
  let closing: Block | undefined;
  for (let k = 0; k < tail.length && k < 12; k++) {
    const block = tail[k];
    if (title.includes(block)) break;
    if (!issueDate && DATE_LINE.test(block.text)) {
      issueDate = block;
      const before = tail[k + 1];
      if (
        before &&
        !before.content.heading &&
        before.text.trim().length <= 40 &&
        !/[。；：，;:,]/.test(before.text.trim().replace(ORGAN_MARK, '')) &&
        !title.includes(before)
      )
        signature = before;
    }
    if (ATTACHMENTS.test(block.text)) attachments = block;
    if (CLOSING.test(block.text)) closing = block;
  }
  const near = tail.slice(0, 12).filter((block) => !title.includes(block));
  const below = issueDate && near[near.indexOf(issueDate) - 1];
  return {
    title,
    titleText,
    documentNumber,
    addressee,
    unaddressed,
    closing,
    attachments,
    signature,
    issueDate,
    belowDate: below,
    repeated: issueDate ? readRepeated(near.slice(near.indexOf(issueDate) + 1)) : [],
    published: readPublished([...head.slice(0, HEADING_REACH), ...near]),
    contents,
    entries: attachments ? readList(attachments, near) : [],
    annexes,
    mentions: readMentions(marked, annexes),
    contact: below?.facts.form?.kind === 'contact' ? below : undefined,
    copies: lines.find((block) => isCopies(blocks, block)),
    blankPage: near.find(({ facts }) => facts.form?.kind === 'blank-page'),
    pleas: near.filter(({ facts }) => facts.pleas.length > 0).reverse(),
  };
}

/** The blocks behind the title that show a line of the form, or speak of an attachment. */
function formBlocks(blocks: BlockList, titleLine: number): Block[] {
  return [...blocks.with(counterIndex('form'))].filter((block) => blocks.lineOf(block) > titleLine);
}

/** An attachment may have attachments of its own: what its text mentions is left out. */
function readMentions(marked: readonly Block[], annexes: readonly Annex[]): PlacedMention[] {
  const first = annexes.length > 0 ? marked.indexOf(annexes[0].block) : marked.length;
  return marked.flatMap((block, i) =>
    block.facts.attachmentMentions.filter(({ kind }) => kind === 'placed' || i < first).map((mention) => ({ block, mention })),
  );
}

/** A mark behind an organ’s name, where none belongs. */
const ORGAN_MARK = /(?<=[局厅委办府会处院部])[。，；]$/;

/** 附件1：统计表, 附件2：名册, counted from one. `above` runs backwards from the date. */
function readRepeated(above: readonly Block[]): readonly Block[] {
  const lines = above.filter(({ facts: { form } }) => form?.kind === 'attachment' && form.title.from < form.title.to).reverse();
  return lines.length > 1 && lines.every(({ facts }, i) => facts.form!.ordinal === i + 1) ? lines : [];
}

/** So many lines at the head may stand before the title, or tell of the page. */
const HEADING_REACH = 20;

const PUBLISHED = /(?:发布|公布|公开)(?:日期|时间)[】\]：:\s]{0,6}(?=\d{4})/;

/** The date behind 发布日期：. A line that tells of a page is short and no sentence. */
function readPublished(lines: readonly Block[]): Place | undefined {
  for (const block of lines) {
    const { text } = block;
    if (text.length > 160 || text.includes('。') || block.content.heading) continue;
    const m = PUBLISHED.exec(text);
    const date = m && block.facts.dates.find(({ span }) => span.from === m.index + m[0].length);
    if (date) return { block, span: date.span };
  }
  return undefined;
}

/** How many lines below 附件1 its title may take. */
const ANNEX_TITLE = 3;

/** Where the attachments begin: at 附件1 on a line of its own; with its title beside it only where one of them, or 附件说明, came before. */
function readAnnexes(blocks: BlockList, lines: readonly Block[], isResidue: (block: Block) => boolean): Annex[] {
  const annexes: Annex[] = [];
  let expected = false;
  for (const block of lines) {
    const form = block.facts.form!;
    if (form.kind === 'attachments') expected = true;
    if (form.kind !== 'attachment') continue;
    const titled = form.title.from < form.title.to;
    if (titled && !expected) continue;
    expected = true;
    annexes.push({ block, ordinal: form.ordinal, titles: titled ? [block] : titlesBelow(blocks, block, isResidue) });
  }
  return annexes;
}

function titlesBelow(blocks: BlockList, annex: Block, isResidue: (block: Block) => boolean): Block[] {
  const out: Block[] = [];
  let block = blocks.next(annex);
  for (let n = 0; block && n < FORM_REACH && out.length < ANNEX_TITLE; n++, block = blocks.next(block)) {
    if (block.kind === 'blank') continue;
    if (block.kind !== 'paragraph' || isResidue(block) || block.text.length > MAX_TITLE) break;
    out.push(block);
  }
  return out;
}

/** In which forms the attachments of a list are numbered. */
const LISTED: ReadonlySet<string> = new Set(['arabic', 'chinese', 'chinese-bracket', 'arabic-bracket']);

/** The attachments named from the first line of 附件说明 on: numbered lines below it go on with the list. `tail` runs backwards. */
function readList(first: Block, tail: readonly Block[]): PlacedEntry[] {
  const out: PlacedEntry[] = (first.facts.form?.entries ?? []).map((entry) => ({ block: first, entry }));
  for (let k = tail.indexOf(first) - 1; k >= 0; k--) {
    const block = tail[k];
    const { heading } = block.content;
    const last = out.length === 0 ? 0 : out[out.length - 1].entry.ordinal;
    // A number left out is told of; more than one is another list.
    const isNext = heading && (heading.ordinal === last + 1 || (last > 0 && heading.ordinal === last + 2));
    if (!isNext || !LISTED.has(heading.family) || (out.length > 0 && heading.ordinal === 1) || block.text.length > MAX_TITLE) break;
    for (const entry of readEntries(block.text, heading.number.from, block.text.trimEnd().length)) out.push({ block, entry });
  }
  return out;
}

/** Whether it is a line of 抄送 that ends there: its list may go on below. */
function isCopies(blocks: BlockList, block: Block): boolean {
  if (block.facts.form?.kind !== 'copies') return false;
  let below = blocks.next(block);
  for (let n = 1; below && below.kind === 'blank' && n < FORM_REACH; n++) below = blocks.next(below);
  return below === undefined || below.kind === 'blank' || below.facts.form?.kind === 'printing';
}

/** Names of organs and nothing else, and a mark that is no colon, or none. */
function isUnaddressed(text: string): boolean {
  const line = text.trim();
  return (
    line.length <= 60 &&
    /[\u4e00-\u9fff][。，；、,;]?$/.test(line) &&
    line
      .replace(/[。，；、,;]$/, '')
      .split(/[、，]/)
      .every((name) => /^[\u4e00-\u9fff]{2,24}$/.test(name) && ADDRESSED.test(name) && !SAID.test(name))
  );
}

/** The words of a line that may be (part of) a title: short, no sentence, no numbered heading. */
function plainTitle(block: Block): string | undefined {
  const { heading } = block.content;
  if (heading && heading.family !== 'markdown') return undefined;
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined;
  const own = (heading ? block.text.slice(heading.title.from, heading.title.to) : block.text).trim();
  // 政 府 工 作 报 告: set wide, one space after each character.
  const text = SET_WIDE.test(own) ? own.replace(/[ \u3000\u00a0]/g, '') : own;
  if (text.length === 0 || text.length > MAX_TITLE || NO_TITLE.test(text)) return undefined;
  // 政 府 工 作 报 告: set wide.
  return /^\S(?:[ \u00a0\u3000]{1,4}\S){2,}$/.test(text) ? text.replace(/[ \u00a0\u3000]/g, '') : text;
}

/** Which of up to three lines, the last of which ends with a 文种, are the title. */
function titleLines(run: readonly Block[]): Block[] {
  const lines = [run[run.length - 1]];
  // 关于 (印发, 转发) begins what a title says: the lines from there on belong together.
  const begin = run.findIndex((block) => /关于|印发|转发|批转/.test(plainTitle(block)!));
  if (begin >= 0 && begin < run.length - 1 && !run.slice(begin, -1).some((block) => TITLE_END.test(plainTitle(block)!)))
    lines.unshift(...run.slice(begin, -1));
  for (let i = run.length - lines.length - 1; i >= 0; i--) {
    const text = plainTitle(run[i])!;
    const below = plainTitle(lines[0])!;
    // A line above belongs to the title when it is an organ's name, ends a list of them, or when the line below cannot begin a title.
    const goesOn = ORGAN_END.test(text) || /[、和与及关于]$/.test(text) || /^(?:关于|的|和|及|与|、|法治|工作|情况|年度|\d{4})/.test(below);
    if (!goesOn || text.length < 3 || /\s{2}|>/.test(text)) break;
    lines.unshift(run[i]);
  }
  return lines;
}

function inked(blocks: BlockList, from: Block, step: 1 | -1, isResidue: (block: Block) => boolean): Block[] {
  const out: Block[] = [];
  let block: Block | undefined = from;
  for (let n = 0; block && n < LAYOUT_REACH; n++) {
    const { kind } = block.content;
    if (kind === 'paragraph' || kind === 'heading') {
      if (!isResidue(block)) out.push(block);
    }
    block = step > 0 ? blocks.next(block) : blocks.previous(block);
  }
  return out;
}
