// A Mocha reporter: appends one line of JSON for each test to the file TEST_RESULTS, and { "state": "end" } when the run is over.
// A run whose file lacks that last line was cut short, whatever its exit code says.
const { appendFileSync } = require('node:fs');

const file = process.env.TEST_RESULTS;

/** @param {import('mocha').Runner} runner */
module.exports = function resultsReporter(runner) {
  if (!file) throw new Error('TEST_RESULTS must name the file for the results.');
  const record = (result) => appendFileSync(file, `${JSON.stringify(result)}\n`);
  runner.on('pass', (test) => record({ state: 'passed', title: test.fullTitle() }));
  runner.on('pending', (test) => record({ state: 'skipped', title: test.fullTitle() }));
  runner.on('fail', (test, error) =>
    record({ state: 'failed', title: test.fullTitle(), error: String(error.stack ?? error.message ?? error) }),
  );
  runner.on('end', () => record({ state: 'end' }));
};
