import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { type DocumentReport, pointIds } from '../../../src/core/report.ts';
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

/** Whether V8 keeps both with one layout; each further one takes 300 bytes. */
function haveSameLayout(a: object, b: object): boolean {
  setFlagsFromString('--allow-natives-syntax');
  return runInNewContext('(a, b) => %HaveSameMap(a, b)')(a, b);
}

describe('a report', () => {
  it('has the layout in memory that others have, and so have its points', () => {
    const [one, other] = ['# One\n\nStatus: to do\n', '# Other\n\nStatus: in progress\n'].map((text) =>
      checkDocument({ path: 'tasks/a.md', text }, defaultSettings),
    );
    assert.ok(one && other);
    assert.ok(haveSameLayout(one, other));
    for (const point of pointIds) assert.ok(haveSameLayout(one.points[point], other.points[point]), point);
    assert.ok(haveSameLayout(one.points.goal, one.points.done));
  });

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
