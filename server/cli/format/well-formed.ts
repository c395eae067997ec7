/** A text without halves of surrogate pairs, which no encoding of Unicode can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
