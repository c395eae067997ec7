/** Words that give a cause (原因). A report on shortcomings must say why. */
import type { Scan } from './scan';

const WORDS = ['原因', '由于', '因为', '导致', '造成', '受制于', '受限于', '囿于', '缘于', '源于', '在于', '归因', '究其', '成因'];

/** How many words of cause a block has. */
export function readCauses(s: Scan): number {
  let n = 0;
  for (const word of WORDS) {
    for (let at = s.text.indexOf(word); at >= 0; at = s.text.indexOf(word, at + word.length)) n++;
  }
  return n;
}
