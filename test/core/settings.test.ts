/** How loud a rule is: its own entry, its family's, optional rules, and the final check. */
import assert from 'node:assert/strict';
import { fixesTogether, severityOf, type Settings } from '../../server/core/settings';

const rule = { id: 'residue/placeholder', final: 'warning' } as const;
const level = (
  settings: Partial<Settings>,
  own: 'error' | 'warning' | 'info' | 'hint' = 'info',
  of: Parameters<typeof severityOf>[1] = rule,
) => severityOf({ rules: {}, ...settings }, of, own);

describe('the level of a finding', () => {
  it('is the rule’s own, its family’s entry, or its own entry', () => {
    assert.equal(level({}), 'info');
    assert.equal(level({ rules: { residue: 'error' } }), 'error');
    assert.equal(level({ rules: { residue: 'error', 'residue/placeholder': 'hint' } }), 'hint');
    assert.equal(level({ rules: { 'residue/placeholder': 'off' } }), undefined);
    assert.equal(level({ rules: { residue: 'off', 'residue/placeholder': 'default' } }), 'info');
  });
  it('is raised by the final check, never lowered, and never for a rule that is off or has no part in it', () => {
    assert.equal(level({ final: true }), 'warning');
    assert.equal(level({ final: true }, 'error'), 'error');
    assert.equal(level({ final: true, rules: { residue: 'hint' } }), 'warning');
    assert.equal(level({ final: true, rules: { residue: 'off' } }), undefined);
    assert.equal(level({ final: true }, 'info', { id: 'format/title' }), 'info');
  });
  it('of an optional rule is none until somebody names one', () => {
    const optional = { id: 'heading/level', optional: true };
    assert.equal(level({}, 'hint', optional), undefined);
    assert.equal(level({ rules: { heading: 'default' } }, 'hint', optional), undefined);
    assert.equal(level({ rules: { 'heading/level': 'info' } }, 'hint', optional), 'info');
  });
});

describe('the safe fixes of a rule', () => {
  const together = (fixes?: Settings['fixes']) => fixesTogether({ rules: {}, ...(fixes && { fixes }) }, 'punctuation/half-width');
  it('may be applied together unless its own entry or its family’s says no', () => {
    assert.equal(together(), true);
    assert.equal(together({ heading: false, 'punctuation/space': false }), true);
    assert.equal(together({ punctuation: false }), false);
    assert.equal(together({ 'punctuation/half-width': false }), false);
    assert.equal(together({ punctuation: false, 'punctuation/half-width': true }), true);
    assert.equal(fixesTogether({ rules: {}, fixes: {} }, 'constructor/x'), true, 'names of prototypes are no entries');
  });
});
