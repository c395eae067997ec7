/** Renames a 发文字号 everywhere: in this text, in the other open ones, and in those of the workspace that are not open. */
import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf } from '../../core/edits';
import { formatDocumentNumber, readDocumentNumbers, type DocumentNumber } from '../../core/facts/document-number';
import { readIdentifiers } from '../../core/facts/identifier';
import { scan } from '../../core/facts/scan';
import type { Locale } from '../../core/messages';
import type { Report } from '../../service';
import type { NumberMention } from '../../workspace';
import type { Context, Feature } from '../feature';
import { inOrder, libraryOf, numberAt, type NumberAt } from '../library';
import { LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification } from '../wire';

const WORDS = {
  nothing: { 'zh-cn': () => '光标处没有发文字号。', en: () => 'There is no document number here.' },
  blank: {
    'zh-cn': () => '这个发文字号还没有写全，不能改名。',
    en: () => 'This document number is not complete yet and cannot be renamed.',
  },
  malformed: {
    'zh-cn': () => '这个发文字号写法不规范，请先按提示修正，再改名。',
    en: () => 'This document number is malformed. Mend it first, then rename it.',
  },
  elsewhere: {
    'zh-cn': (file: string, line: number) => `${file} 第 ${line} 行的同一发文字号写法不规范，请先修正，再改名。`,
    en: (file: string, line: number) => `The same number is malformed in ${file}, line ${line}. Mend it first, then rename.`,
  },
  wrong: {
    'zh-cn': (sample: string) => `新的发文字号写法不规范，应如“${sample}”。`,
    en: (sample: string) => `The new document number is malformed. It should look like “${sample}”.`,
  },
  bounded: {
    'zh-cn': () => '工作区文件过多或过大，没有全部读取：未读取的文件里，这个发文字号没有改。',
    en: () => 'The workspace has too many or too large files; the number was not changed in those that were not read.',
  },
} as const;

export const numberRename: Feature = {
  capabilities: (client) => ({ renameProvider: client.prepareRename ? { prepareProvider: true } : true }),
  prepareRename({ client }, report, position) {
    const at = numberAt(report, position);
    if (!at) return null;
    return (
      refusal(at, client.wording.locale) ?? { range: rangeOf(report.document, at.block, at.number.span, at.line), placeholder: written(at) }
    );
  },
  rename,
};

async function rename(context: Context, report: Report, position: Position, newName: string): Promise<WorkspaceEdit | ResponseError> {
  const { locale } = context.client.wording;
  const at = numberAt(report, position);
  if (!at) return refuse(WORDS.nothing[locale]());
  const refused = refusal(at, locale);
  if (refused) return refused;
  const to = readNumber(newName);
  if (!to) return refuse(WORDS.wrong[locale](formatDocumentNumber(at.number.agencyCode, at.number.year ?? 0, at.number.sequence)));
  const { key } = at.number;
  const library = libraryOf(context);
  // What lies on disk is read anew: an edit at a place that has moved would destroy text.
  library.index.forget();
  const entries = await library.entries();
  const bad = inOrder(
    entries.flatMap(({ uri, mentions }) =>
      mentions.flat().flatMap((mention) => (mention.key === key && !mention.wellFormed ? [{ uri, mention }] : [])),
    ),
  ).at(0);
  if (bad) return refuse(WORDS.elsewhere[locale](nameOf(bad.uri), bad.mention.range.start.line + 1));
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, mentions } of entries) {
    const edits = mentions.flatMap((list) => renamed(list, key, newName, to));
    if (edits.length > 0) changes[uri] = edits;
  }
  if (!library.index.complete)
    void context.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: WORDS.bounded[locale]() });
  return { changes };
}

/** The edits in one block. A number of a list that has its 代字 from the one before keeps saying what it said. */
export function renamed(list: readonly NumberMention[], key: string, newName: string, to: DocumentNumber): TextEdit[] {
  if (!list.some((mention) => mention.key === key)) return [];
  const edits: TextEdit[] = [];
  let handedOn = '';
  for (const mention of list) {
    if (mention.key === key) {
      const short = mention.inherited && handedOn === to.agencyCode;
      edits.push({ range: mention.range, newText: short ? newName.slice(to.codeSpan.to) : newName });
      handedOn = to.agencyCode;
    } else {
      if (mention.inherited && handedOn !== mention.agencyCode)
        edits.push({ range: { start: mention.range.start, end: mention.range.start }, newText: mention.agencyCode });
      handedOn = mention.agencyCode;
    }
  }
  return edits;
}

function refusal({ number }: NumberAt, locale: Locale): ResponseError | undefined {
  if (number.faults.length > 0) return refuse(WORDS.malformed[locale]());
  return number.key === '' ? refuse(WORDS.blank[locale]()) : undefined;
}

function refuse(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The number as it is written, in full and in one line. */
function written({ block, number }: NumberAt): string {
  const { span, codeSpan, key } = number;
  return codeSpan.from === codeSpan.to ? key : block.text.slice(span.from, span.to).replace(/[\r\n]/g, '');
}

/** A text that is one well-formed number and nothing else. */
function readNumber(text: string): DocumentNumber | undefined {
  const s = scan(text);
  const [number, ...more] = readDocumentNumbers(s, readIdentifiers(s));
  const whole = number && more.length === 0 && number.span.from === 0 && number.span.to === text.length;
  return whole && number.faults.length === 0 && number.key !== '' && number.certain ? number : undefined;
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
