/**
 * Every profile tests itself: its skeleton gives nothing but notes of placeholders, and for each required section the
 * skeleton without it gives exactly one finding more, whose fix restores the skeleton.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { compileProfile } from '../../server/core/compile-profile';
import { applyEdits } from '../../server/core/edits';
import { reportSkeleton } from '../../server/core/skeleton';
import { offsetAt } from '../../server/core/text';
import { profiles } from '../../server/profiles';
import { Service, type Report, type Reported } from '../../server/service';

describe('the data of the kinds that come with the product', () => {
  // They are trusted when the program runs, so they are read in full here.
  for (const file of readdirSync('server/profiles').filter((f) => f.endsWith('.json'))) {
    it(file, () => {
      const { id } = compileProfile(JSON.parse(readFileSync(`server/profiles/${file}`, 'utf8')));
      assert.ok(profiles.some((profile) => profile.id === id));
    });
  }
});

const service = new Service({ today: '2025-02-01' });
const open = (text: string, profile?: string) =>
  service.open('file:///新报告.txt', 'plaintext', 1, text, { rules: {}, ...(profile ? { profile } : {}) });
const others = (report: Report) => report.findings().filter(({ rule }) => rule.id !== 'residue/placeholder');

function mended(text: string, report: Report, finding: Reported): string {
  return applyEdits(text, report.editsOf(finding.filed.finding.fixes![0]), offsetAt);
}

for (const profile of profiles.filter(({ skeleton }) => skeleton)) {
  describe(`profile ${profile.id}`, () => {
    const options = { issuer: '临川市司法局', year: 2024 };
    const whole = reportSkeleton(profile, options);

    it('gives a skeleton that is recognised and silent', () => {
      for (const [issuer, year] of [
        ['临川市司法局', 2024],
        ['青石县人民政府', 2025],
        [null, null],
      ] as const) {
        const report = open(reportSkeleton(profile, { issuer, year }));
        assert.equal(report.document.traits.profile, profile);
        assert.equal(report.document.traits.reportYear, year);
        assert.deepEqual(
          others(report).map(({ rule }) => rule.id),
          [],
        );
        assert.ok(report.findings().every(({ severity }) => severity === 'info' || severity === 'hint'));
      }
    });

    for (const section of profile.sections.filter(({ required }) => required === 'required')) {
      it(`misses ${section.id}, and puts it back`, () => {
        const text = reportSkeleton(profile, options, [section.id]);
        const report = open(text, profile.id);
        const found = others(report);
        assert.deepEqual(
          found.map(({ rule, filed }) => [rule.id, filed.finding.absent]),
          [['section/missing', section.id]],
        );
        assert.equal(mended(text, report, found[0]), whole);
      });

      it(`puts ${section.id} into reports of other shapes`, () => {
        // Without a signature, with another form of numbers, in Markdown with and without them.
        for (const shape of [
          (t: string) => (t.includes('特此报告') ? t.slice(0, t.indexOf('特此报告')).trimEnd() : t),
          (t: string) => t.replace(/^([一二三四五六])、/gm, (_, n: string) => `${'一二三四五六'.indexOf(n) + 1}.`),
          (t: string) => t.replace(/^(?=[一二三四五六]、)/gm, '## '),
          (t: string) => t.replace(/^[一二三四五六]、/gm, '## '),
        ]) {
          const text = shape(reportSkeleton(profile, options, [section.id]));
          const report = open(text, profile.id);
          const missing = report.findings().find(({ rule }) => rule.id === 'section/missing')!;
          assert.equal(mended(text, report, missing), shape(whole));
        }
      });
    }
  });
}
