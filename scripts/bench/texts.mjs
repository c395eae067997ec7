// Report texts of a wanted length, made from the sample drafts: no line stands twice.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../esbuild.mjs';

const sample = (name) => readFileSync(path.join(root, 'examples', name), 'utf8');

/** Sentences with one fault each, of as many rules: an editor is shown at most a hundred findings of one rule. */
const FAULTS = [
  (n) => `依据临府办发[2025]${n}号办理。`,
  () => '该事项于2025年2月30日办结。',
  () => '办理案件20件，其中甲类17件、乙类13件。',
  () => '抽检产品100批次，合格90批次，合格率95%。',
  () => '立案50件，，结案32件。',
  () => '开展检查（含抽查32次。',
  () => '办案量由50件增至60件，增长30%。',
  () => '重点领域3个（甲类、乙类、丙类、丁类）。',
  () => '发放资料1,23,456份。',
  () => '截止2025年底，建成站点6个。',
  () => '会议于2025年1月1日（星期五）召开。',
  () => '甲、乙、丙分别为3件、5件。',
];

/**
 * The clean draft, its middle repeated with a different word in each line until it is so long.
 * @param {number} length in UTF-16 code units, without the faults
 * @param {number} faults how many sentences with a fault are strewn over it
 */
export function report(length, faults = 0) {
  const text = sample('年度报告.gongwen');
  const cut = text.indexOf('二、2025');
  const head = text.slice(0, cut);
  const body = head
    .slice(head.indexOf('（二）规范'))
    .split('\n')
    .filter((l) => l.startsWith('　　'));
  const parts = [];
  let size = text.length;
  for (let i = 0; size < length; i++) {
    // A word of its own in each paragraph: nothing kept by the text of a line helps.
    const paragraph = body[i % body.length].replace('　　', `　　第${i}号片区：`);
    parts.push(paragraph);
    size += paragraph.length + 1;
  }
  for (let n = 0; n < faults; n++) parts[Math.floor((n * parts.length) / faults)] += FAULTS[n % FAULTS.length](n + 1);
  return `${head}\n${parts.join('\n')}\n\n${text.slice(cut)}`;
}

/** The .txt and .md files of a folder, one behind the other. */
export function folderText(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((f) => /\.(?:txt|md)$/.test(f))
    .sort();
  return files.map((f) => readFileSync(path.join(folder, f), 'utf8')).join('\n');
}

/** A text with one character more in every line, another one in each round: what is kept by the text of a line helps nobody. */
export function vary(text, round) {
  return text
    .split('\n')
    .map((line, i) => {
      const at = line.length >> 1;
      return line === '' ? '' : line.slice(0, at) + String.fromCharCode(0x4e00 + ((round * 131 + i * 7) % 8000)) + line.slice(at);
    })
    .join('\n');
}

/** A text, again and again with other characters in its lines, until it is so long. */
export function stretch(text, length) {
  const parts = [text];
  for (let size = text.length, i = 1; size < length; i++) {
    parts.push(vary(text, 1000 + i));
    size += parts.at(-1).length + 1;
  }
  return parts.join('\n');
}
