/** What a number announces and a series tells: 从以下四个方面改进：一是…；二是…；三是…。 */
import { decimal } from '../../decimal';
import type { Figure } from '../figure';
import { toChinese } from '../numeral';
import { type Reading, type Relation, correct, labelOf, printed, spanOf, type Correction } from '../statement';

/** The number is of what follows, not of the things that are spoken of. */
const ANNOUNCES = /(?:以下|下列|如下|主要有|主要存在|主要体现在|主要表现在|着重抓好|重点抓好|重点做好)$/;
const BEHIND = /^(?:大|个)?(?:方面|原因|特点|特征|不足|短板|问题|举措|措施)[一-鿿]{0,8}[：:][ \u3000\r\n]*(?=一是)/;
/** One more, without a number. */
const MORE = /此外|另外|同时，|最后|其四|还有|另一方面/;
const STOPS = '；;';

/** Whether the members of the series that a number announces are as many. Only a series in one sentence is sure to be all of it. */
export function series(r: Reading, f: Figure, n: number, out: Relation[]): boolean {
  if (n < 2 || n > 10 || !ANNOUNCES.test(labelOf(r, f))) return false;
  const { text } = r;
  const m = BEHIND.exec(text.slice(f.span.to, f.span.to + 24));
  if (!m) return false;
  let at = f.span.to + m[0].length;
  let count = 1;
  // 一是 once more: a series within the series.
  if (text.indexOf('一是', at + 2) >= 0) return false;
  for (;;) {
    const next = text.indexOf(`${toChinese(count + 1)}是`, at + 2);
    if (next < 0) break;
    // Behind a full stop (or in the next paragraph) more may follow.
    if (!STOPS.includes(text[next - 1])) return false;
    at = next;
    count++;
  }
  const end = text.indexOf('。', at);
  if (count < 2 || end < 0 || MORE.test(text.slice(at, end))) return false;
  const right: Correction | undefined = correct(r, f, decimal(count));
  out.push({
    kind: 'count',
    form: 'series',
    span: { from: spanOf(r, [f]).from, to: f.span.to + m[0].trimEnd().length },
    figures: [f],
    verdict: count === n ? 'holds' : 'fails',
    formula: count === n ? `${count}=${printed(r, f)}` : `${count}≠${printed(r, f)}`,
    reached: String(count),
    corrections: count === n || !right ? [] : [right],
  });
  return true;
}
