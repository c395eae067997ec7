/** JUnit's XML, as build servers read it: a suite per file, a case per finding; what is below a warning passes and is said in `system-out`. */
import type { Found } from '../results';
import type { Format } from './index';
import { escapeXml } from './xml';

export const junit: Format = {
  file({ path, findings }) {
    const file = escapeXml(path);
    const cases = findings.map((finding) => testCase(path, finding));
    // A file without a finding is a test that passed; a suite without tests would look like none was run.
    if (cases.length === 0) cases.push(`  <testcase classname="${file}" name="gongwen" time="0"/>`);
    return [
      ` <testsuite name="${file}" tests="${cases.length}" failures="${findings.filter(isFailure).length}" errors="0" skipped="0" time="0">`,
      ...cases,
      ' </testsuite>',
    ].join('\n');
  },
  whole: (files, { counts: { error, warning } }) => [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="gongwen" failures="${error + warning}" errors="0">`,
    ...files,
    '</testsuites>',
  ],
};

function isFailure({ severity }: Found): boolean {
  return severity === 'error' || severity === 'warning';
}

function testCase(path: string, finding: Found): string {
  const { rule, severity, message, range, basisLines, fixes } = finding;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const words = escapeXml([`${path}:${place} ${message}`, ...basisLines, ...fixes.map((fix) => fix.title)].join('\n'));
  const inner = isFailure(finding)
    ? `<failure type="${severity}" message="${escapeXml(message)}">${words}</failure>`
    : `<system-out>${words}</system-out>`;
  return `  <testcase classname="${escapeXml(path)}" name="${escapeXml(`${rule} ${place}`)}" time="0">${inner}</testcase>`;
}
