/** Every rule, by family. Adding a rule is its file and one line here. */
import type { Rule } from '../core/rule';

export const rules: readonly Rule[] = [];
