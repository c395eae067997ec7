/** From bytes to text and back. Nothing is guessed that the bytes do not show, and nothing is written back that was not read whole. */
import { isUtf8 } from 'node:buffer';
import { BOM } from '../core/text';

/** The encodings that are read. `utf-8?`: UTF-8 with damaged bytes, which is read but never written back. */
export type Encoding = 'utf-8' | 'utf-8?' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A text with what is needed to write it back as it came. */
export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Looks at so many bytes to tell a text from something else. */
const SAMPLE = 8192;

/**
 * Reads bytes as text: a byte order mark decides; else valid UTF-8 is UTF-8; else UTF-16 where every other byte is as in
 * a Chinese text; else GB18030 where it reads without a fault and as Chinese; else UTF-8 with its damage. Null: no text.
 */
export function decode(bytes: Buffer): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes.subarray(2), false), encoding: 'utf-16le', bom: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes.subarray(2), true), encoding: 'utf-16be', bom: true };
  if (bytes.subarray(0, SAMPLE).includes(0)) return bareUtf16(bytes);
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    const bom = text.startsWith(BOM);
    return { text: bom ? text.slice(1) : text, encoding: 'utf-8', bom };
  }
  const damaged = bytes.toString('utf8');
  const bom = damaged.startsWith(BOM);
  if (!bom && mostlyDamaged(damaged)) {
    const text = gb18030(bytes);
    if (text !== null && chineseShare(text) > 0.9) return { text, encoding: 'gb18030', bom: false };
  }
  return { text: bom ? damaged.slice(1) : damaged, encoding: 'utf-8?', bom };
}

/** Bytes of a text in its former encoding, or null where that cannot be done without loss. `before` are the bytes it was read from. */
export function encode(text: string, { encoding, bom }: Decoded, before: Buffer): Buffer | null {
  const marked = bom ? BOM + text : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'utf-16le':
      // An odd byte at the end was not read and would be lost.
      return before.length % 2 === 0 ? Buffer.from(marked, 'utf16le') : null;
    case 'utf-16be':
      return before.length % 2 === 0 ? Buffer.from(marked, 'utf16le').swap16() : null;
    case 'gb18030':
      return encodeGb18030(text, before);
    case 'utf-8?':
      return null;
  }
}

function utf16(bytes: Buffer, bigEndian: boolean): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return bigEndian ? Buffer.from(even).swap16().toString('utf16le') : even.toString('utf16le');
}

/** UTF-16 without a byte order mark: it reads as Chinese in one order of bytes, and in the other it does not. */
function bareUtf16(bytes: Buffer): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  const [little, big] = [utf16(bytes, false), utf16(bytes, true)];
  const [asLittle, asBig] = [chineseShare(little), chineseShare(big)];
  if (Math.max(asLittle, asBig) < 0.9) return null;
  return asLittle >= asBig ? { text: little, encoding: 'utf-16le', bom: false } : { text: big, encoding: 'utf-16be', bom: false };
}

/** More damage than characters beyond ASCII: that is not UTF-8 with a broken place but another encoding. */
function mostlyDamaged(text: string): boolean {
  let damaged = 0;
  let sound = 0;
  for (let i = 0; i < text.length && i < 100_000; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd) damaged++;
    else if (c > 0x7f) sound++;
  }
  return damaged > sound;
}

function gb18030(bytes: Buffer): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    // Bytes that are none, or a Node built without the tables.
    return null;
  }
}

/** The share of characters that a Chinese text is made of. */
function chineseShare(text: string): number {
  const length = Math.min(text.length, 20_000);
  let good = 0;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (
      (c >= 0x20 && c < 0x7f) ||
      c === 9 ||
      c === 10 ||
      c === 13 ||
      (c >= 0x4e00 && c <= 0x9fff) ||
      (c >= 0x3000 && c <= 0x303f) ||
      (c >= 0xff00 && c <= 0xff65) ||
      (c >= 0x2000 && c <= 0x26ff)
    )
      good++;
  }
  return length === 0 ? 1 : good / length;
}

/** Character → its two bytes, made from what the decoder says of every pair. */
let pairs: ReadonlyMap<string, number> | undefined;

function pairTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, (lead << 8) | trail);
    }
  }
  return table;
}

/** One and two bytes only. That nothing is lost is shown, not supposed: what was read must come out as it was, and what is written must read as it should. */
function encodeGb18030(text: string, before: Buffer): Buffer | null {
  const old = gb18030(before);
  if (old === null || !twoBytes(old)?.equals(before)) return null;
  const bytes = twoBytes(text);
  return bytes && gb18030(bytes) === text ? bytes : null;
}

function twoBytes(text: string): Buffer | null {
  pairs ??= pairTable();
  const bytes = Buffer.alloc(text.length * 2);
  let at = 0;
  for (const char of text) {
    const c = char.charCodeAt(0);
    if (c < 0x80) {
      bytes[at++] = c;
      continue;
    }
    const pair = pairs.get(char);
    if (pair === undefined) return null;
    bytes[at++] = pair >> 8;
    bytes[at++] = pair & 0xff;
  }
  return bytes.subarray(0, at);
}
