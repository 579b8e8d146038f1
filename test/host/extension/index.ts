import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * What VS Code calls in the extension host: runs every test file that was bundled beside this one.
 * Rejects when a test fails; results-reporter.cjs keeps what is to be believed.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const reporter = path.resolve(__dirname, '../../../test/host/results-reporter.cjs');
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter, forbidOnly: true });
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
