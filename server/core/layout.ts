/** Names the 格式要素 from the first and last few blocks (GB/T 9704—2012, 7). */
import type { Block } from './block';
import type { BlockList } from './block-list';

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
  /** The closing formula: 特此报告。 */
  readonly closing: Block | undefined;
  /** 附件说明: its first line. */
  readonly attachments: Block | undefined;
  /** 署名. */
  readonly signature: Block | undefined;
  /** 成文日期. */
  readonly issueDate: Block | undefined;
  /** 目录: its first line. */
  readonly contents: Block | undefined;
}

/** So many blocks at either end of a document are looked at; blank ones count. */
export const LAYOUT_REACH = 60;

/** 文种, with which a title ends. */
const KIND = '报告|通知|意见|决定|通报|函|纪要|公告|通告|请示|批复|决议|命令|令|公报|议案|总结|方案|办法|规定|细则|计划|规划|要点|条例|汇报|预案|指南|年报|说明|标准|规则|制度|纲要|措施|指引';
const TITLE_END = new RegExp(`(?:${KIND})(?:[（(][^（()）]{1,20}[)）])?$`);
const ORGAN_END = /(?:局|厅|委|办|政府|委员会|办公室|处|所|院|中心|会|部|署|大队|支队|街道|乡|镇|区|县|市|省|公司|学校)$/;
const NUMBER_LINE = /^[\s\u3000]*[\u3400-\u9fff（）()]{1,20}[〔［[【（(][^〕］\]】）)]{2,6}[〕］\]】）)][\s\u3000]*\d{1,5}[\s\u3000]*号[\s\u3000]*(?:签发人.*)?$/;
const CONTENTS = /^[\s\u3000#]*目[\s\u3000]*录[\s\u3000]*$/;
const ADDRESSEE = /^[^。；;！？!?]{2,80}[：:][\s\u3000]*$/;
const ATTACHMENTS = /^[\s\u3000]*附[\s\u3000]?件[\s\u3000]?\d*[：:]/;
const DATE_LINE = /^[\s\u3000]*(?:\d{4}[年.\-/／][\s\u3000]?\d{1,2}[月.\-/／][\s\u3000]?\d{1,2}日?|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}年[×xX＿_\s\u3000]{1,4}月[×xX＿_\s\u3000]{1,4}日)[\s\u3000]*$/;
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
  let run: Block[] = [];
  let i = 0;
  for (; i < head.length && i < 20; i++) {
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
    else if (/^[\s\u3000]*[（(].*[)）][\s\u3000]*$/.test(text)) continue;
    else break;
  }
  if (!contents) for (const block of head.slice(i, i + 6)) if (CONTENTS.test(block.text)) contents = block;
  const tail = inked(blocks, blocks.last, -1, isResidue);
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
      if (before && !before.content.heading && before.text.trim().length <= 40 && !/[。；：，;:,]/.test(before.text) && !title.includes(before)) signature = before;
    }
    if (ATTACHMENTS.test(block.text)) attachments = block;
    if (CLOSING.test(block.text)) closing = block;
  }
  return { title, titleText, documentNumber, addressee, closing, attachments, signature, issueDate, contents };
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
  if (begin >= 0 && begin < run.length - 1 && !run.slice(begin, -1).some((block) => TITLE_END.test(plainTitle(block)!))) lines.unshift(...run.slice(begin, -1));
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
