import assert from 'node:assert/strict';
import { gitEvidence, guessWorkItems } from '../../src/app/guess-work-items.ts';
import type { Gathered } from '../../src/core/handoff/handoff-facts.ts';
import { file, repository } from '../core/handoff/example-facts.ts';
import { workItem } from '../fakes/reports.ts';

const nothing: Gathered = { reason: 'No git.' };
const paths = (items: readonly ReturnType<typeof workItem>[]) => items.map(({ document }) => document.path);

describe('guessWorkItems', () => {
  it('puts the active document first, then what git speaks for, then open ones, then the others by path', () => {
    const items = [
      workItem('z-open.md'),
      workItem('archive/left.md'),
      workItem('finished.md', { finished: true }),
      workItem('branch.md', { id: 'TASK-7' }),
      workItem('a-open.md'),
      workItem('changed-finished.md', { finished: true }),
      workItem('active.md', { finished: true }),
      workItem('changed.md'),
    ];
    const gathered = repository({
      branch: 'feature/task-7-mail',
      files: [file({ path: 'changed.md' }), file({ path: 'changed-finished.md' })],
    });
    assert.deepEqual(paths(guessWorkItems(items, gathered, '/w/active.md', 'handoffs')), [
      'active.md',
      'changed.md',
      'branch.md',
      'changed-finished.md',
      'a-open.md',
      'z-open.md',
      'archive/left.md',
      'finished.md',
    ]);
  });

  it('leaves out notes of earlier handoffs and what is no work item', () => {
    const items = [workItem('handoffs/x.md'), workItem('README.md', { workItem: false }), workItem('handoffs.md')];
    assert.deepEqual(paths(guessWorkItems(items, nothing, null, 'handoffs')), ['handoffs.md']);
  });
});

describe('gitEvidence', () => {
  const evidence = (item: ReturnType<typeof workItem>, gathered: Gathered) => gitEvidence(item, gathered) > 0;

  it('finds a changed document by its path in the repository', () => {
    const files = [file({ path: 'web/tasks/a.md' })];
    assert.equal(evidence(workItem('tasks/a.md'), repository({ files }, { prefix: 'web/' })), true);
    assert.equal(evidence(workItem('tasks/a.md'), repository({ files })), false);
    assert.equal(evidence(workItem('tasks/a.md'), nothing), false);
  });

  it('does not take what nothing but commits by others has changed', () => {
    const files = [file({ path: 'a.md', where: ['committed'], own: false })];
    assert.equal(evidence(workItem('a.md', { title: 'x' }), repository({ files })), false);
  });

  it('finds an id in the branch, as a whole', () => {
    const item = workItem('a.md', { id: 'TASK-1', title: 'x' });
    for (const branch of ['task-1', 'feature/TASK-1-mail', 'ann/task-1_x']) {
      assert.equal(evidence(item, repository({ branch })), true, branch);
    }
    for (const branch of ['task-12', 'subtask-1', 'main', null]) {
      assert.equal(evidence(item, repository({ branch })), false, String(branch));
    }
    assert.equal(evidence(workItem('a.md', { id: '', title: 'x' }), repository()), false);
  });

  it('finds words of the title in the branch: two of them, or the only one', () => {
    const item = workItem('tasks/7.md', { title: 'Reset the password by mail' });
    assert.equal(evidence(item, repository({ branch: 'feature/password-reset' })), true);
    assert.equal(evidence(item, repository({ branch: 'fix/password' })), true);
    assert.equal(evidence(item, repository({ branch: 'feature/password-strength' })), false);
    assert.equal(evidence(item, repository({ branch: 'the-by' })), false);
  });
});
