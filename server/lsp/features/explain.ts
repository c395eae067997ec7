/** Hover on a finding: what it means, why it matters, what to do, on which basis. */
import { toHover } from '../convert';
import type { Feature } from '../feature';
import { findingsIn } from './fixes';

export const explain: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  hover: ({ client }, report, position) =>
    findingsIn(report, { start: position, end: position }).map((finding) => ({
      range: report.rangeOf(finding),
      value: toHover(finding, client.wording.locale, client.wording.rulePages),
    })),
};
