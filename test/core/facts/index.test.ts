import assert from 'node:assert/strict';
import { bitsOf, FACT_NAMES, factBits, readFacts, type FactName, type Facts } from '../../../server/core/facts';
import { BlockContent } from '../../../server/core/block';

const NOTHING = readFacts(new BlockContent('blank', '', '\n', 1, '', undefined));

describe('facts of a block', () => {
  it('has a bit for each name, and for no other', () => {
    assert.equal(bitsOf(NOTHING), 0);
    for (const name of FACT_NAMES) {
      const there = { ...NOTHING, [name]: Array.isArray(NOTHING[name]) ? [{}] : {} } as unknown as Pick<Facts, FactName>;
      assert.equal(bitsOf(there), factBits([name]), name);
    }
    assert.equal(factBits(FACT_NAMES), 2 ** FACT_NAMES.length - 1);
  });
});
