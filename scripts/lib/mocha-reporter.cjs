// Prints what is slow, skipped or failed, and leaves the counts as JSON in the file $TEST_RESULT.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Summary {
  constructor(runner) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const failures = [];
    runner.on('pass', (test) => {
      counts.passed++;
      if (test.duration > 2000) console.log(`  slow (${test.duration} ms): ${test.fullTitle()}`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      console.log(`  skipped: ${test.fullTitle()}`);
    });
    runner.on('fail', (test) => {
      counts.failed++;
      failures.push(test);
    });
    runner.once('end', () => {
      if (failures.length > 0) reporters.Base.list(failures);
      writeFileSync(process.env.TEST_RESULT, JSON.stringify(counts));
    });
  }
};
