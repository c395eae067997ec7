/** `gongwen explain RULE`: the page of a rule where the manual is installed beside the program, else its words. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../core/messages';
import { nearest } from '../core/nearest';
import type { Rule } from '../core/rule';
import { rules } from '../rules';
import { basisLine, CERTAINTY, wordsOf } from '../service';
import type { Streams } from './lint';
import { readCommand } from './parse';
import { say, SEVERITY_WORDS } from './words';

/** Runs the command. @param manual the folder `docs/rules`, if there is one */
export function explain(
  args: readonly string[],
  streams: Streams,
  env: Readonly<Record<string, string | undefined>>,
  manual: string | undefined,
): number {
  const read = readCommand('explain', args, { locale: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, env, streams);
  if (!read) return 2;
  const { locale } = read;
  if (read.values.help) {
    streams.out(say('explainUsage', locale));
    return 0;
  }
  const [name, more] = read.positionals;
  if (more !== undefined) {
    streams.err(say('tooManyNames', locale, { name: more, command: 'explain' }));
    return 2;
  }
  if (name === undefined) {
    streams.out(
      rules.map((rule) => `${rule.id}  ${SEVERITY_WORDS[rule.severity][locale]}  ${wordsOf(rule, 'what', {}, locale)}`).join('\n'),
    );
    return 0;
  }
  const rule = findRule(name);
  if (!rule) {
    const meant = nearest(
      name,
      rules.map(({ id }) => id),
    );
    streams.err(meant === undefined ? say('unknownRule', locale, { name }) : say('unknownRuleMeant', locale, { name, meant }));
    return 2;
  }
  streams.out((manual === undefined ? undefined : page(rule, manual, locale)) ?? describeRule(rule, locale));
  return 0;
}

/** A rule by its id or a former one. */
export function findRule(name: string): Rule | undefined {
  return rules.find((rule) => rule.id === name || rule.aliases?.includes(name));
}

/** A rule in words. */
export function describeRule(rule: Rule, locale: Locale): string {
  const words = (id: string) => wordsOf(rule, id, {}, locale);
  const basis = rule.basis === 'profile' ? say('basisOfKind', locale) : rule.basis.map((one) => basisLine(one, locale)).join('；');
  return [
    say('explainHead', locale, {
      rule: rule.id,
      severity: SEVERITY_WORDS[rule.severity][locale],
      certainty: CERTAINTY[rule.certainty][locale],
    }),
    say('explainWhat', locale, { text: words('what') }),
    say('explainWhy', locale, { text: words('why') }),
    say('explainTodo', locale, { text: words('todo') }),
    say('explainBasis', locale, { text: basis }),
  ].join('\n');
}

function page(rule: Rule, manual: string, locale: Locale): string | undefined {
  try {
    return readFileSync(path.join(manual, locale, `${rule.id}.md`), 'utf8').trimEnd();
  } catch {
    return undefined;
  }
}
