/** Claims that a number of the same text contradicts: 零败诉 and 败诉2件. */
import type { Figure } from '../figure';
import { type Reading, type Relation, type Verdict, REACH, firstFrom, isChange, labelOf, tailOf } from '../statement';

/** Claims of none, and the word whose number contradicts them. */
const CLAIMS: readonly { readonly claim: RegExp; readonly counted: RegExp }[] = [
  { claim: /零败诉|(?:无|没有|未发生|未出现)[一-鿿]{0,8}败诉(?:的?情况|案件|情形)?/, counted: /^[^无未零不]*败诉(?:案件)?$/ },
  {
    claim: /零纠错|(?:无|没有|未发生)[一-鿿]{0,6}(?:被)?纠错/,
    counted: /(?:被纠错|被撤销|被变更|被确认违法|确认(?:行政行为)?违法)(?:案件|行政行为)?$/,
  },
  { claim: /(?:无|没有|未发生|未出现)[一-鿿]{0,4}确认违法/, counted: /确认(?:行政行为)?违法(?:案件)?$/ },
];

/** `实现零败诉` and, in the same paragraph, `败诉2件`. */
export function findContradictions(r: Reading, out: Relation[]): void {
  const { text } = r;
  if (r.figures.length === 0) return;
  if (text.includes('败诉') || text.includes('纠错') || text.includes('确认违法')) {
    for (const { claim, counted } of CLAIMS) {
      const m = claim.exec(text);
      // 力争零败诉 claims nothing yet.
      if (!m || AIM.test(text.slice(Math.max(0, m.index - 8), m.index))) continue;
      const f = r.figures.find((x) => x.kind === 'count' && x.value.mantissa > 0n && !isChange(r, x) && counted.test(labelOf(r, x)));
      if (f) push(r, m[0], f, ofAnother(r, m.index, f) ? 'doubtful' : 'fails', out);
    }
  }
  if (text.includes('发生') || text.includes('出现')) none(r, out);
  if (/全部|均已|100[%％]/.test(text)) complete(r, out);
}

const SCOPE = /本级|本部|本局|机关|系统|辖区|下属|基层|[全各][省市区县州盟旗镇乡]|街道|[镇乡局委厅办院所队]/;

/** Whether a claim and a figure of another sentence may be of different organs: 市本级零败诉。全市败诉2件. */
function ofAnother(r: Reading, at: number, f: Figure): boolean {
  if (f.sentence.from <= at && at < f.sentence.to) return false;
  let from = at;
  while (from > 0 && !'。；;！？\n'.includes(r.text[from - 1])) from--;
  return SCOPE.exec(r.text.slice(from, at))?.[0] !== SCOPE.exec(r.text.slice(f.sentence.from, f.span.from))?.[0];
}

const AIM = /力争|争取|确保|努力|目标|防止|避免|杜绝|要/;
const NONE_HAPPENED = /(?:未|没有|无|从未)(?:发生|出现)([一-鿿]{2,14}?)(?=[，。；,;]|$)/g;

/** `全年未发生较大火灾事故` and `发生较大火灾事故2起` in one sentence, in the same words. */
function none(r: Reading, out: Relation[]): void {
  for (const m of r.text.matchAll(NONE_HAPPENED)) {
    if (AIM.test(r.text.slice(Math.max(0, m.index - 8), m.index))) continue;
    const counted = new RegExp(`(?:^|发生|出现)${m[1].replace(/(?:案件|情况|现象|问题)$/, '')}(?:案件|问题)?$`);
    const f = around(r, m.index, REACH).find(
      (x) => x.kind === 'count' && x.value.mantissa > 0n && !isChange(r, x) && counted.test(labelOf(r, x)),
    );
    if (f) push(r, m[0], f, 'fails', out);
  }
}

/** The figures of the sentence around a place: some before it and some behind. */
function around(r: Reading, at: number, before: number): Figure[] {
  const k = firstFrom(r, at);
  return r.figures.slice(Math.max(0, k - before), k + REACH).filter((x) => x.sentence.from <= at && x.sentence.to > at);
}

const ALL =
  /(?:(?:全部|均已)(?:按期|按时|及时)?(办结|整改|化解|完成整改|处置|销号|答复|回复)|(办结|整改|化解|处置|完成|销号|答复|回复)率(?:已|均)?(?:达到?|为|均为|均达到?)?100[%％])/g;

/** `已全部办结，未办结3件`; `整改率100%，尚有5个问题未整改`. */
function complete(r: Reading, out: Relation[]): void {
  const { text } = r;
  for (const m of text.matchAll(ALL)) {
    const act = (m[1] ?? m[2]).slice(-2);
    // 按期办结率100%: what is not due yet may still be open.
    const timely = /按期|按时|及时|到期|如期/.test(text.slice(Math.max(0, m.index - 6), m.index + m[0].length));
    if (timely) continue;
    const behind = around(r, m.index + m[0].length - 1, 0);
    const f = behind.find((x) => {
      if (x.kind !== 'count' || x.value.mantissa === 0n || isChange(r, x)) return false;
      const words = labelOf(r, x) + '…' + tailOf(r, x);
      return (
        words.includes(`未${act}`) ||
        words.includes(`未完成${act}`) ||
        (act === '办结' && /在办|正在办理|尚在办理|未办理完/.test(words)) ||
        (act === '整改' && /正在整改|在整改/.test(words))
      );
    });
    // 其余2个限时整改: perhaps those not yet due.
    const rest =
      f ??
      behind.find(
        (x) => x.kind === 'count' && x.value.mantissa > 0n && /^(?:其余|剩余)$/.test(labelOf(r, x)) && tailOf(r, x).includes(act),
      );
    // 简易案件全部办结，普通案件未办结3件: of other things.
    const bare = f !== undefined && /^(?:其余|其中|尚有|仍有|还有|目前|但|尚|仍)*(?:未[一-鿿]{2,4}的?)?$/.test(labelOf(r, f));
    if (rest) push(r, m[0], rest, !bare ? 'doubtful' : 'fails', out);
  }
}

function push(r: Reading, claim: string, f: Figure, verdict: Verdict, out: Relation[]): void {
  const tail = tailOf(r, f);
  const span = { from: f.label.from, to: f.span.to + (/未|在/.test(labelOf(r, f)) ? 0 : /未|在/.test(tail) ? tail.length : 0) };
  out.push({
    kind: 'contradiction',
    form: 'none',
    span,
    figures: [f],
    verdict,
    formula: `${claim} ↔ ${r.text.slice(span.from, span.to)}`,
    reached: claim,
    corrections: [],
  });
}
