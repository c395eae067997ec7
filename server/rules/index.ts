/** Every rule, by family. Adding a rule is its file and one line here. */
import type { Rule } from '../core/rule';
import documentNumberMalformed from './document-number/malformed';

export const rules: readonly Rule[] = [
  documentNumberMalformed,
];
