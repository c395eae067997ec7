/** Where the time goes: per phase and per rule. */
import type { Locale } from '../core/messages';
import type { Finding, Rule } from '../core/rule';
import { say } from './words';

/** What a file's way through the command line is cut into. `check` holds the time of the rules. */
export type Phase = 'list' | 'read' | 'settings' | 'check' | 'words' | 'print';

/** Milliseconds by name: plain, so that it passes between threads. */
export interface Times {
  phases: Partial<Record<Phase, number>>;
  rules: Record<string, number>;
}

/** Measures one phase at a time. */
export class Stopwatch {
  readonly times: Times = { phases: {}, rules: {} };
  private phase: Phase | undefined;
  private since = 0;

  start(phase: Phase): void {
    this.stop();
    this.phase = phase;
    this.since = performance.now();
  }

  stop(): void {
    if (this.phase !== undefined) this.times.phases[this.phase] = (this.times.phases[this.phase] ?? 0) + performance.now() - this.since;
    this.phase = undefined;
  }

  add(rule: string, ms: number): void {
    this.times.rules[rule] = (this.times.rules[rule] ?? 0) + ms;
  }

  /** Takes in what another thread has measured. */
  merge({ phases, rules }: Times): void {
    for (const [phase, ms] of Object.entries(phases) as [Phase, number][]) this.times.phases[phase] = (this.times.phases[phase] ?? 0) + ms;
    for (const [rule, ms] of Object.entries(rules)) this.add(rule, ms);
  }
}

/** The same rules, each telling how long it takes. */
export function timedRules(rules: readonly Rule[], stopwatch: Stopwatch): Rule[] {
  return rules.map((rule) => {
    const check = rule.check as (...args: unknown[]) => Iterable<Finding>;
    const timed = (...args: unknown[]): Finding[] => {
      const since = performance.now();
      try {
        return [...check.apply(rule, args)];
      } finally {
        stopwatch.add(rule.id, performance.now() - since);
      }
    };
    return { ...rule, check: timed } as Rule;
  });
}

/** The table of `--stats`. */
export function statsText({ phases, rules }: Times, files: number, wall: number, jobs: number, locale: Locale): string {
  const lines = [say('statsHead', locale, { files, wall: wall.toFixed(0), jobs, rss: (process.memoryUsage.rss() / 1048576).toFixed(0) })];
  const row = (name: string, ms: number) => `  ${ms.toFixed(1).padStart(9)} ms  ${name}`;
  for (const phase of ['list', 'read', 'settings', 'check', 'words', 'print'] as const)
    lines.push(row(say(`phase_${phase}`, locale), phases[phase] ?? 0));
  const slow = Object.entries(rules).sort((a, b) => b[1] - a[1]);
  lines.push(say('statsRules', locale, { sum: slow.reduce((sum, [, ms]) => sum + ms, 0).toFixed(1) }));
  for (const [rule, ms] of slow) lines.push(row(rule, ms));
  return lines.join('\n');
}
