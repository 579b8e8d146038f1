import assert from 'node:assert/strict';
import { parseStatus } from '../../../src/core/handoff/parse-status.ts';

const oid = '904e4658dafcd191cd5d715b16538c77b3667c41';
const status = (...records: string[]) => parseStatus(records.map((record) => `${record}\0`).join(''));

describe('parseStatus', () => {
  it('reads the headers of a branch with an upstream', () => {
    const { upstream, ahead, behind } = status(
      `# branch.oid ${oid}`,
      '# branch.head feature/x',
      '# branch.upstream origin/feature/x',
      '# branch.ab +12 -3',
    );
    assert.deepEqual([upstream, ahead, behind], ['origin/feature/x', 12, 3]);
  });

  it('knows no counts for an upstream that is gone, and no upstream where there is none', () => {
    const gone = status(`# branch.oid ${oid}`, '# branch.upstream origin/x');
    assert.deepEqual([gone.upstream, gone.ahead, gone.behind], ['origin/x', null, null]);
    assert.equal(status('# branch.oid (initial)', '# branch.head main').upstream, null);
  });

  it('reads changes in the index and in the work tree', () => {
    const { entries } = status(
      `1 MM N... 100644 100644 100644 ${oid} ${oid} a b.txt`,
      `1 .T N... 100644 100644 120000 ${oid} ${oid}  leading space`,
      `1 A. N... 000000 100644 100644 ${oid} ${oid} new\nline`,
      `1 .M SC.. 160000 160000 160000 ${oid} ${oid} sub`,
    );
    assert.deepEqual(
      entries.map(({ path, staged, unstaged }) => [path, staged, unstaged]),
      [
        ['a b.txt', 'modified', 'modified'],
        [' leading space', null, 'type-changed'],
        ['new\nline', 'added', null],
        ['sub', null, 'modified'],
      ],
    );
  });

  it('takes the old path of a rename from the record after it, whatever that looks like', () => {
    const { entries, untracked } = status(
      `2 R. N... 100644 100644 100644 ${oid} ${oid} R098 new name`,
      '? old name',
      `2 C. N... 100644 100644 100644 ${oid} ${oid} C100 copy`,
      'a.txt',
      '? left over',
    );
    assert.deepEqual(
      entries.map(({ path, oldPath, staged }) => [path, oldPath, staged]),
      [
        ['new name', '? old name', 'renamed'],
        ['copy', 'a.txt', 'copied'],
      ],
    );
    assert.deepEqual(untracked, ['left over']);
  });

  it('reads conflicts and untracked files', () => {
    const { entries, untracked } = status(
      `u UU N... 100644 100644 100644 100644 ${oid} ${oid} ${oid} both.txt`,
      '? inner/',
      '? # not a header',
    );
    assert.deepEqual(entries, [{ path: 'both.txt', oldPath: null, staged: null, unstaged: 'conflicted' }]);
    assert.deepEqual(untracked, ['inner/', '# not a header']);
  });

  it('reads nothing from nothing', () => {
    assert.deepEqual(parseStatus(''), { upstream: null, ahead: null, behind: null, entries: [], untracked: [] });
  });
});
