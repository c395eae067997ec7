// Report texts of a wanted length, made from the sample drafts: no line stands twice.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../esbuild.mjs';

const sample = (name) => readFileSync(path.join(root, 'examples', name), 'utf8');

/** The clean draft, its middle repeated with a different word in each line until it is so long. @param {number} length in UTF-16 code units */
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
  const step = Math.max(1, Math.floor(parts.length / Math.max(1, faults)));
  for (let i = 0, n = 0; n < faults && i < parts.length; i += step, n++) parts[i] += `依据临府办发[2025]${n + 1}号办理。`;
  return `${head}\n${parts.join('\n')}\n\n${text.slice(cut)}`;
}
