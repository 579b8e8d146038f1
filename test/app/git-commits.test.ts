import assert from 'node:assert/strict';
import { ownPaths } from '../../src/app/git-commits.ts';
import { gitQuestions } from '../../src/app/git-questions.ts';
import { commit } from '../core/handoff/example-facts.ts';
import { noGit } from '../fakes/no-git.ts';

describe('ownPaths', () => {
  let asked: string[] = [];
  const git = (answer: { readonly exitCode: number; readonly stdout: string; readonly stderr: string }) =>
    gitQuestions(
      {
        ...noGit,
        async run(_, args) {
          asked = [...args];
          return answer;
        },
      },
      '/r',
    );
  const both = [commit({ hash: 'a'.repeat(40) }), commit({ own: false })];

  beforeEach(() => {
    asked = [];
  });

  it("asks only where the commits are others' in part", async () => {
    const telling = git({ exitCode: 0, stdout: 'a.ts\0\0b\n.ts\0', stderr: '' });
    assert.equal(await ownPaths(telling, { commits: [commit()], complete: true }), null);
    assert.deepEqual(await ownPaths(telling, { commits: [commit({ own: false })], complete: true }), new Set());
    assert.deepEqual(asked, []);
    assert.deepEqual(await ownPaths(telling, { commits: both, complete: true }), new Set(['a.ts', 'b\n.ts']));
    assert.deepEqual(asked.slice(-2), ['a'.repeat(40), '--']);
  });

  it('claims nothing where it cannot be told', async () => {
    const telling = git({ exitCode: 0, stdout: 'a.ts\0', stderr: '' });
    assert.equal(await ownPaths(telling, { commits: both, complete: false }), null);
    const many = [...Array.from({ length: 501 }, () => commit()), commit({ own: false })];
    assert.equal(await ownPaths(telling, { commits: many, complete: true }), null);
    assert.deepEqual(asked, []);
    const lacking = git({ exitCode: 128, stdout: '', stderr: 'fatal: lazy fetching disabled' });
    assert.equal(await ownPaths(lacking, { commits: both, complete: true }), null);
    const broken = git({ exitCode: 128, stdout: '', stderr: 'fatal: broken' });
    await assert.rejects(ownPaths(broken, { commits: both, complete: true }), /broken/);
  });
});
