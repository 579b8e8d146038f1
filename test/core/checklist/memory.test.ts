import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import type { DocumentReport } from '../../../src/core/report.ts';
import { fixtures } from './fixtures.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Size of a document in UTF-16 code units, and how many are checked. */
const size = 100_000;
const copies = 20;

function heapUsed(): number {
  // V8 keeps the texts that its last regular expressions looked at: small ones shall take their places.
  for (let count = 0; count < 20; count++)
    checkDocument({ path: 'a.md', text: `# Small ${count}\n\nStatus: done\n` }, defaultSettings);
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('a report', () => {
  for (const { path, text } of fixtures) {
    it(`of ${path} does not keep its document in memory`, () => {
      const reports: DocumentReport[] = [];
      const before = heapUsed();
      for (let copy = 0; copy < copies; copy++) {
        const log = `\n\n\`\`\`\n${copy}${'x'.repeat(size)}\n\`\`\`\n`;
        reports.push(checkDocument({ path, text: Buffer.from(text + log).toString() }, defaultSettings));
      }
      const kept = (heapUsed() - before) / reports.length;
      assert.ok(kept < size / 2, `${Math.round(kept)} bytes are kept for each report`);
    });
  }
});
