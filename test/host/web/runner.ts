import 'mocha/mocha.js';

// What is loaded after this module finds Mocha's functions.
mocha.setup({ ui: 'bdd', timeout: 20_000 });
mocha.reporter(silent as unknown as Mocha.ReporterConstructor);

/** Mocha's own reporter for browsers would want a document. */
function silent(): void {}

/**
 * What VS Code calls in the web extension host, which has no files to write to: each result goes to the console, as one line
 * of the form that results-reporter.cjs writes.
 * Rejects when a test fails.
 */
export async function run(): Promise<void> {
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((failed) => resolve(failed));
    runner.on('pass', (test) => record({ state: 'passed', title: test.fullTitle() }));
    runner.on('pending', (test) => record({ state: 'skipped', title: test.fullTitle() }));
    runner.on('fail', (test, error) =>
      record({ state: 'failed', title: test.fullTitle(), error: String(error.stack ?? error) }),
    );
    runner.on('end', () => record({ state: 'end' }));
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}

function record(result: { readonly state: string; readonly title?: string; readonly error?: string }): void {
  console.log(`TEST_RESULT ${JSON.stringify(result)}`);
}
