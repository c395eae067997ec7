/** JSON for programs: a contract, fields are added, never changed. Lines and columns from 0, columns in UTF-16 code units. */
import type { Format } from './index';

export const json: Format = {
  edits: true,
  file: ({ path, profile, reportYear, encoding, known, findings }) =>
    JSON.stringify(
      {
        path,
        profile,
        reportYear,
        encoding,
        ...(known === undefined ? {} : { known }),
        findings: findings.map(({ rule, severity, certainty, message, range, basis, related, fixes, fingerprint }) => ({
          rule,
          severity,
          certainty,
          message,
          range,
          basis,
          related,
          fixes,
          fingerprint,
        })),
      },
      null,
      1,
    ),
  whole: (files) => ['{ "version": 1, "files": [', ...files.map((file, i) => (i < files.length - 1 ? `${file},` : file)), '] }'],
};
