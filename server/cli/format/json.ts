/** JSON for programs: a contract, fields are added, never changed. Lines and columns from 0, columns in UTF-16 code units. */
import type { Checked } from '../results';

export function toJson(results: readonly Checked[]): string {
  return JSON.stringify({ version: 1, files: results.map(fileJson) }, null, 1);
}

function fileJson({ path, profile, reportYear, encoding, known, findings }: Checked) {
  return {
    path,
    profile,
    reportYear,
    encoding,
    ...(known === undefined ? {} : { known }),
    findings: findings.map(({ rule, severity, certainty, message, range, basis, related, fixes, fingerprint }) => ({ rule, severity, certainty, message, range, basis, related, fixes, fingerprint })),
  };
}
