/** Words that give a cause (原因). A report on shortcomings must say why. */
import type { Scan } from './scan';

const WORDS = ['原因', '由于', '因为', '导致', '受制于', '缘于', '源于', '在于'];

/** How many words of cause a block has. */
export function readCauses(s: Scan): number {
  let n = 0;
  for (const word of WORDS) {
    for (let at = s.text.indexOf(word); at >= 0; at = s.text.indexOf(word, at + word.length)) n++;
  }
  return n;
}
