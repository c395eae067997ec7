// Prints what is slow, skipped or failed, and leaves the counts as JSON in the file $TEST_RESULT.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Summary extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on('pass', (test) => {
      counts.passed++;
      if (test.duration > 2000) console.log(`  slow (${test.duration} ms): ${test.fullTitle()}`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      console.log(`  skipped: ${test.fullTitle()}`);
    });
    runner.on('fail', () => {
      counts.failed++;
    });
    runner.once('end', () => {
      if (this.failures.length > 0) reporters.Base.list(this.failures);
      writeFileSync(process.env.TEST_RESULT, JSON.stringify(counts));
    });
  }
};
