import assert from 'node:assert/strict';
import { day, type History, maximumCommits, parseHistory } from '../../src/core/history.ts';

const commit = (at: number, files: readonly string[], author = 'Ann', decoration = ''): string =>
  `\x01${author}\x02${at} ${decoration}${files.length > 0 ? '\n' : '\0'}${files.map((file) => `${file}\0`).join('')}`;

const timesOf = (history: History, path: string): number[] => history.commitsOf(path).map(({ at }) => at / 1000);

describe('parseHistory', () => {
  it('knows the commits of each file, whatever its name, newest first', () => {
    const output = [
      commit(400, ['a b/"ü"\n.md']),
      commit(300, []),
      commit(200, ['a b/c.ts', 'x']),
      commit(100, ['a b/"ü"\n.md', 'x']),
    ];
    const history = parseHistory(output.join(''), 0);
    assert.deepEqual(timesOf(history, 'a b/"ü"\n.md'), [400, 100]);
    assert.deepEqual(timesOf(history, 'x'), [200, 100]);
    assert.deepEqual(timesOf(history, 'a b'), []);
    assert.equal(history.changedAt('a b'), 400_000);
    assert.equal(history.changedAt('a b/c.ts'), 200_000);
    assert.equal(history.changedAt('a'), null);
    assert.equal(history.from, 0);
  });

  it('takes the newest time for the last change where clocks went wrong', () => {
    const history = parseHistory(commit(100, ['d/x']) + commit(200, ['d/y', 'd/x']), 0);
    assert.deepEqual([history.changedAt('d/x'), history.changedAt('d')], [200_000, 200_000]);
  });

  it('tells commits by tools and over many files from others', () => {
    const many = Array.from({ length: 101 }, (_, at) => `f${at}`);
    const output = commit(3, ['f1'], 'renovate[bot]') + commit(2, ['f1']) + commit(1, many);
    assert.deepEqual(
      parseHistory(output, 0)
        .commitsOf('f1')
        .map(({ sweeping }) => sweeping),
      [true, false, true],
    );
  });

  it('knows nothing from before the oldest commits of a shallow clone, and from before the last that was asked for', () => {
    const shallow = parseHistory(commit(300, ['x']) + commit(200, ['x', 'y'], 'Ann', 'grafted'), 100_000);
    assert.deepEqual([timesOf(shallow, 'x'), timesOf(shallow, 'y'), shallow.from], [[300], [], 200_000]);
    const cut = parseHistory(
      Array.from({ length: maximumCommits }, (_, at) => commit(maximumCommits - at, ['x'])).join(''),
      0,
    );
    assert.equal(cut.from, 1000);
  });

  it('knows that nothing has changed where there is no commit', () => {
    const history = parseHistory('', day);
    assert.deepEqual([history.from, history.changedAt('x')], [day, null]);
  });
});
