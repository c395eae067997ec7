/** SARIF 2.1.0, which code scanning services and editors read. Lines and columns from 1, columns in UTF-16 code units. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Region, ReportingDescriptor, Result, Tool } from 'sarif';
import type { Rule, Severity } from '../../core/rule';
import { wordsOf } from '../../service';
import type { Range } from '../../core/text';
import type { Found } from '../results';
import type { Format, FormatContext } from './index';
import { wellFormed } from './well-formed';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** Place of a rule in the list of rules. */
const indices = new WeakMap<readonly Rule[], ReadonlyMap<string, number>>();

export const sarif: Format = {
  edits: true,
  file({ path: name, findings, known }, { rules }) {
    let index = indices.get(rules);
    if (!index) indices.set(rules, (index = new Map(rules.map((rule, i) => [rule.id, i]))));
    return findings
      .map((found) => JSON.stringify(resultOf(found, { uri: uriOf(name) }, index.get(found.rule) ?? -1, known !== undefined)))
      .join(',\n');
  },
  whole(files, _, { rules, version, locale }) {
    const driver: Tool['driver'] = {
      name: 'gongwen',
      semanticVersion: version,
      language: locale === 'en' ? 'en' : 'zh-CN',
      rules: rules.map((rule) => describe(rule, locale)),
    };
    const results = files.filter((file) => file !== '');
    return [
      '{ "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [ {',
      `"tool": ${JSON.stringify({ driver })},`,
      '"columnKind": "utf16CodeUnits", "results": [',
      ...results.map((file, i) => (i < results.length - 1 ? `${file},` : file)),
      '] } ] }',
    ];
  },
};

function describe(rule: Rule, locale: FormatContext['locale']): ReportingDescriptor {
  const words = (id: string) => ({ text: wordsOf(rule, id, {}, locale) });
  return {
    id: rule.id,
    shortDescription: words('what'),
    fullDescription: words('why'),
    help: words('todo'),
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function resultOf(found: Found, artifactLocation: { uri: string }, ruleIndex: number, baseline: boolean): Result {
  const { rule, severity, message, basisLines, range, related, fixes, fingerprint } = found;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: wellFormed([message, ...basisLines].join('\n')) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: wellFormed(one.message) },
            physicalLocation: { artifactLocation, region: regionOf(one.range) },
          })),
        }
      : {}),
    partialFingerprints: { 'gongwen/v1': fingerprint },
    ...(fixes.length > 0
      ? {
          fixes: fixes
            .filter(({ edits }) => edits.length > 0)
            .map(({ title, edits }) => ({
              description: { text: wellFormed(title) },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: edits.map((edit) => ({
                    deletedRegion: regionOf(edit.range),
                    insertedContent: { text: wellFormed(edit.newText) },
                  })),
                },
              ],
            })),
        }
      : {}),
    ...(baseline ? { baselineState: 'new' } : {}),
    properties: { severity, certainty: found.certainty },
  };
}

function regionOf({ start, end }: Range): Region {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** A path below the working folder stays relative, so that the log can be read elsewhere. */
function uriOf(name: string): string {
  if (path.isAbsolute(name)) return pathToFileURL(name).href;
  return wellFormed(name.replaceAll(path.sep, '/')).split('/').map(encodeURIComponent).join('/');
}
