import assert from 'node:assert/strict';
import { parseDiff } from '../../../src/core/handoff/parse-diff.ts';

const modes = ':100644 100644 1c5a36f a4aceb7';

describe('parseDiff', () => {
  it('reads raw and numstat records together', () => {
    const { entries, counts } = parseDiff(
      `${modes} M\0a b\0${modes} R098\0old\0new\0:000000 100644 0000000 1c5a36f A\0logo.png\0` +
        '3\t1\ta b\0' +
        '2\t0\t\0old\0new\0-\t-\tlogo.png\0',
    );
    assert.deepEqual(
      entries.map(({ change, path, oldPath }) => [change, path, oldPath]),
      [
        ['modified', 'a b', null],
        ['renamed', 'new', 'old'],
        ['added', 'logo.png', null],
      ],
    );
    assert.deepEqual(Object.fromEntries(counts), {
      'a b': { added: 3, removed: 1 },
      new: { added: 2, removed: 0 },
      'logo.png': { added: null, removed: null },
    });
  });

  it('is not misled by names that look like records', () => {
    const { entries, counts } = parseDiff(`${modes} D\0:colon\0${modes} M\x001\t2\tx\x001\t2\t1\t2\tx\0`);
    assert.deepEqual(
      entries.map(({ change, path }) => [change, path]),
      [
        ['deleted', ':colon'],
        ['modified', '1\t2\tx'],
      ],
    );
    assert.deepEqual([...counts.keys()], ['1\t2\tx']);
  });

  it('reads nothing from nothing', () => {
    assert.deepEqual(parseDiff(''), { entries: [], counts: new Map() });
  });
});
