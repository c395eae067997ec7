/** Chinese and Arabic numerals. */

/** The value of a whole numeral without a unit (`十一`, `一百零五`, `12`, `１２`), or undefined. */
export function parseNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[０-９]+$/.test(text)) return Number(text.replace(/[０-９]/g, (d) => String(d.charCodeAt(0) - 0xff10)));
  let total = 0;
  let digit = -1;
  for (const c of text) {
    const d = '〇一二三四五六七八九'.indexOf(c === '零' ? '〇' : c);
    if (d >= 0) {
      if (digit > 0) return undefined;
      digit = d;
      continue;
    }
    const unit = c === '十' ? 10 : c === '百' ? 100 : 0;
    if (unit === 0) return undefined;
    total += (digit < 0 ? 1 : digit) * unit;
    digit = -1;
  }
  return text === '' ? undefined : total + Math.max(0, digit);
}
