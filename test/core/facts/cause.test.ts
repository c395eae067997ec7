import assert from 'node:assert/strict';
import { readCauses } from '../../../server/core/facts/cause';
import { scan } from '../../../server/core/facts/scan';

describe('facts/cause', () => {
  const table: [string, number][] = [
    ['执法力量不足，主要原因是编制紧张。', 1],
    ['由于经费有限，导致装备更新较慢。', 2],
    ['究其根源，在于认识不到位。', 2],
    ['执法力量不足，装备更新较慢。', 0],
    ['', 0],
  ];
  for (const [text, n] of table) it(`${n}: ${text}`, () => assert.equal(readCauses(scan(text)), n));
});
