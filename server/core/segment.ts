/**
 * Lines → blocks.
 *
 * Whether a line begins a new block is decided by the context, the block being built and the line itself, never by what
 * comes later. So cutting can start at any old block boundary, and it can stop at any old boundary that would be cut
 * again. The one exception is front matter, which is looked for within the first `FRONT_MATTER_LINES` lines.
 */
import { BlockContent, OPAQUE_LENGTH, type BlockKind, type Context } from './block';
import { isDirective } from './facts/directive';
import { readHeading, type Heading } from './facts/heading';
import type { Line } from './text';

/** Front matter that is not closed within so many lines is none. */
export const FRONT_MATTER_LINES = 50;

/** A wrapped line is at least so long; a shorter line that ends without a mark is a line of its own. */
const WRAPPED_LENGTH = 20;

const BLANK = /^[\s\u00a0\u3000\ufeff]*$/;
const PAGE =
  /^[\s\u3000]*(?:[-—–－]{1,2}[ \u3000]?\d{1,4}[ \u3000]?[-—–－]{1,2}|第[ \u3000]?\d{1,4}[ \u3000]?页(?:[ \u3000，,/]{0,3}共[ \u3000]?\d{1,4}[ \u3000]?页)?)[\s\u3000]*$/;
const INDENT = /^[\t\u3000\u00a0]| {2}/;
const LIST = /^[ ]{0,3}(?:[-*+] |> ?)/;
const TERMINAL = '。！？!?；;：:…';
const CLOSING = '”’」』）)"';
const PROSE = /[，。；,;]/;

/** Cuts lines into contents. Hold one per run: it knows the block being built. */
export class Segmenter {
  private readonly out: BlockContent[] = [];
  private lines: Line[] = [];
  private kind: BlockKind = 'blank';
  private heading: Heading | undefined;
  private prose = false;
  /** Context in which the block being built began, and the context of the next line. */
  private began: Context;
  context: Context;

  constructor(context: Context) {
    this.began = context;
    this.context = context;
  }

  /** Cuts all of `lines` and closes the last block. */
  cut(lines: readonly Line[]): BlockContent[] {
    for (const line of lines) this.take(line);
    this.close();
    return this.out;
  }

  /**
   * Whether a block that now begins with `next` would begin there again, were it cut in one run with what came before.
   * Asked after the last line of a stretch, before `close`.
   */
  joins(next: string): boolean {
    return this.lines.length > 0 && this.context === '' && this.continues(next, kindOf(next));
  }

  take(line: Line): void {
    const { text } = line;
    if (this.context !== '') {
      this.close();
      const inside = this.context;
      this.kind = inside === '---' ? 'front-matter' : inside === '<!--' ? 'comment' : 'fence';
      this.push(line);
      if (ends(text, inside)) this.context = '';
      return;
    }
    const kind = kindOf(text);
    if (this.lines.length > 0 && this.continues(text, kind)) {
      this.lines.push(line);
      this.prose ||= PROSE.test(text);
      return;
    }
    this.close();
    this.kind = kind;
    if (kind === 'paragraph') {
      this.heading = readHeading(text);
      if (this.heading) this.kind = 'heading';
      this.prose = PROSE.test(text);
    } else if (kind === 'fence') {
      this.context = text.trimStart().startsWith('~') ? '~~~' : '```';
    } else if (kind === 'comment' && !text.includes('-->')) {
      this.context = '<!--';
    }
    this.push(line);
  }

  /** Begins front matter; only for the first line of a document. */
  frontMatter(line: Line): void {
    this.kind = 'front-matter';
    this.push(line);
    this.context = '---';
  }

  close(): void {
    if (this.lines.length > 0) {
      let text = this.lines[0].text;
      for (let i = 1; i < this.lines.length; i++) text += this.lines[i - 1].eol + this.lines[i].text;
      const eol = this.lines[this.lines.length - 1].eol;
      this.out.push(new BlockContent(this.kind, text, eol, this.lines.length, this.began, this.heading));
      this.lines = [];
      this.heading = undefined;
      this.prose = false;
    }
    this.began = this.context;
  }

  private push(line: Line): void {
    this.lines.push(line);
  }

  /** Whether a line goes on with the block being built: a table's next row, or the next line of a wrapped paragraph. */
  private continues(text: string, kind: BlockKind): boolean {
    if (this.kind === 'table') return kind === 'table';
    if (kind !== 'paragraph') return false;
    if (this.kind === 'heading' ? !this.heading?.body : this.kind !== 'paragraph') return false;
    const last = this.lines[this.lines.length - 1].text;
    if (last.length < WRAPPED_LENGTH || isEnded(last)) return false;
    // A number cut in two tells as much as a comma.
    const prose = this.prose || (/^[\d.]/.test(text) && /\d\.?$/.test(last.slice(-2)) && PROSE.test(text));
    return prose && !INDENT.test(text) && !LIST.test(text) && !readHeading(text);
  }
}

/** Whether a line ends with the mark of a sentence, or such a mark and a closing one: `办结。”`. */
function isEnded(line: string): boolean {
  const { length } = line.trimEnd();
  if (length === 0) return false;
  const last = line[length - 1];
  return TERMINAL.includes(last) || (length > 1 && CLOSING.includes(last) && TERMINAL.includes(line[length - 2]));
}

/** What a line is by itself, outside every context. A heading counts as a paragraph here. */
function kindOf(text: string): BlockKind {
  if (text.length > OPAQUE_LENGTH) return 'opaque';
  // Nearly every line of a report begins with a Chinese character, set in or not, and has no tab: leave at once.
  let at = 0;
  while (text.charCodeAt(at) === 0x3000) at++;
  const first = text.charCodeAt(at);
  if (first >= 0x4e00 && first <= 0x9fff && text.indexOf('\t') < 0 && (first !== 0x7b2c || text.indexOf('页', at) < 0)) return 'paragraph';
  if (BLANK.test(text)) return 'blank';
  if (PAGE.test(text)) return 'page';
  const head = text.trimStart();
  if (head.startsWith('```') || head.startsWith('~~~')) return 'fence';
  if (isDirective(text)) return 'directive';
  if (head.startsWith('<!--')) return 'comment';
  if (head.startsWith('|')) return 'table';
  if (head.includes('\t') && !head.includes('。') && /\S\t+[^\s]/.test(head) && (isRow(head) || !readHeading(text))) return 'table';
  return 'paragraph';
}

/** Whether a numbered line is a row of figures (`（一）予以公开 ⇥ 92 ⇥ 11`); a single number may be the page in a 目录. */
function isRow(line: string): boolean {
  const [, first, second] = line.split('\t', 3);
  return second !== undefined && /^[ \u3000]*\d[\d.,%]*[ \u3000]*$/.test(first);
}

function ends(text: string, context: Context): boolean {
  switch (context) {
    case '```':
      return /^\s*```+\s*$/.test(text);
    case '~~~':
      return /^\s*~~~+\s*$/.test(text);
    case '<!--':
      return text.includes('-->');
    case '---':
      return isRule(text);
    default:
      return true;
  }
}

function isRule(text: string): boolean {
  return /^---[ \t]*$/.test(text);
}

/** How many lines of front matter a document's first lines hold; 0 for none. Looks at `FRONT_MATTER_LINES` lines at most. */
export function frontMatterLength(lines: readonly Line[]): number {
  if (lines.length < 2 || !isRule(lines[0].text)) return 0;
  const end = Math.min(lines.length, FRONT_MATTER_LINES);
  for (let i = 1; i < end; i++) if (isRule(lines[i].text)) return i + 1;
  return 0;
}
