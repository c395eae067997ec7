/** Words that give a cause (原因). A report on shortcomings must say why. */
import type { Scan } from './scan';

const CAUSE = /[原归成]因|因为|[由囿缘源在]于|受[制限]于|导致|造成|究其/g;

/** How many words of cause a block has. */
export function readCauses(s: Scan): number {
  let n = 0;
  while (CAUSE.test(s.text)) n++;
  return n;
}
