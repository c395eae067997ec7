/** 分别: as many values as subjects. */
import { readEnumeration } from '../enumeration';
import type { Figure } from '../figure';
import { type Reading, type Relation, firstFrom, placesOf, sameUnit } from '../statement';

/** No list of subjects is longer than so many characters. */
const LONGEST = 600;

/** 一、二、三季度 are three subjects. */
const ORDINALS = /(?:^|、)第?[一二三四](?=、|季度|产业|批|期|中队|大队)/g;

/** `甲、乙、丙分别为3件、5件和7件`: as many values as subjects. */
export function findArity(r: Reading, out: Relation[]): void {
  const { text, figures } = r;
  for (const at of placesOf(text, '分别')) {
    const first = firstFrom(r, at);
    if (first === figures.length) continue;
    const head = figures[first];
    if (head.span.from - at > 10 || head.clause.from > at || head.clause.to <= at) continue;
    const values: Figure[] = [head];
    for (let i = first + 1; i < figures.length; i++) {
      const gap = text.slice(values[values.length - 1].span.to, figures[i].numeral.from);
      if (
        !/^(?:、|和|及|与|以及|，|,)(?:超过?|约|近|达)?$/.test(gap) ||
        figures[i].kind !== head.kind ||
        (/[，,]/.test(gap) && figures[i].unit !== head.unit)
      )
        break;
      values.push(figures[i]);
    }
    if (values.length < 2) continue;
    if (at - head.clause.from > LONGEST) continue;
    const subjects = readEnumeration(text, head.clause.from, at);
    if (subjects.least < 2 && subjects.most < 2) {
      before(r, first, head, values, out);
      continue;
    }
    const names = subjects.items.map((s) => text.slice(s.from, s.to));
    const last = values[values.length - 1];
    const span = { from: head.clause.from, to: last.span.to };
    const n = values.length;
    if (n >= subjects.least && n <= subjects.most) {
      out.push({
        kind: 'arity',
        form: 'arity',
        span,
        figures: values,
        verdict: 'holds',
        formula: `${n}=${n}`,
        reached: String(n),
        corrections: [],
      });
      continue;
    }
    // 城乡、进出口: one word may name two subjects, a list may stand inside a subject.
    const plain =
      names.every((name) => name.length <= 14) &&
      !/[的双两三四各]|城乡|男女|进出/.test(names.join('、').replace(ORDINALS, '')) &&
      subjects.least === subjects.most;
    out.push({
      kind: 'arity',
      form: 'arity',
      span,
      figures: values,
      verdict: plain ? 'doubtful' : 'unknown',
      formula: `${subjects.least}≠${n}`,
      reached: String(subjects.least),
      corrections: [],
    });
  }
}

/** `检查企业30家、40家、50家，合格率分别为98%、97%和96%`: the subjects are the numbers of the clause before. */
function before(r: Reading, first: number, head: Figure, values: readonly Figure[], out: Relation[]): void {
  const { text, figures } = r;
  const subjects: Figure[] = [];
  let end = head.clause.from - 1;
  if (end < 0 || !/[，,]/.test(text[end])) return;
  for (let i = first - 1; i >= 0 && i > first - 12; i--) {
    const f = figures[i];
    if (f.sentence !== head.sentence || f.kind === head.kind || (subjects.length > 0 && !sameUnit(f, subjects[0]))) break;
    const gap = text.slice(f.span.to, end);
    if (subjects.length === 0 ? gap !== '' : !/^(?:、|和|及|与)$/.test(gap)) break;
    subjects.push(f);
    // 30家、40家: bare numbers behind the first, or names with their numbers.
    end =
      f.label.from === f.span.from || f.label.to === f.label.from ? f.span.from : f.label.from - (text[f.label.from - 1] === '、' ? 1 : 0);
    if (f.label.to > f.label.from && text[f.label.from - 1] !== '、') break;
    if (f.label.to > f.label.from) end = f.label.from - 1;
  }
  if (subjects.length < 2) return;
  const n = values.length;
  const holds = n === subjects.length;
  out.push({
    kind: 'arity',
    form: 'arity',
    span: { from: subjects[subjects.length - 1].clause.from, to: values[n - 1].span.to },
    figures: [...subjects.reverse(), ...values],
    verdict: holds ? 'holds' : 'doubtful',
    formula: holds ? `${n}=${n}` : `${subjects.length}≠${n}`,
    reached: String(subjects.length),
    corrections: [],
  });
}
