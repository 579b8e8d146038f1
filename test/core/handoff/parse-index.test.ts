import assert from 'node:assert/strict';
import { parseIndex } from '../../../src/core/handoff/parse-index.ts';

const oid = '904e4658dafcd191cd5d715b16538c77b3667c41';

describe('parseIndex', () => {
  it('finds submodules and flagged files', () => {
    const records = [
      `H 100644 ${oid} 0\ta.txt`,
      `H 160000 ${oid} 0\tsub module`,
      `h 100644 ${oid} 0\tassumed\twith tab`,
      `S 100644 ${oid} 0\tskipped`,
      `s 100644 ${oid} 0\tboth`,
    ];
    assert.deepEqual(parseIndex(records.map((record) => `${record}\0`).join('')), {
      submodules: ['sub module'],
      assumedUnchanged: ['assumed\twith tab', 'both'],
      skipped: ['skipped'],
    });
  });
});
