import assert from 'node:assert/strict';
import { faultOfNewId, renamedMention, renamedPath, renamedTarget } from '../../../src/core/graph/rename-id.ts';

describe('a new id', () => {
  it('is one word with a number', () => {
    for (const [from, to] of [
      ['TASK-12', 'TASK-13'],
      ['task-12', 'FEAT-1'],
      ['12', '13'],
      ['4.2', '4.3'],
      ['Story 4.2', 'Story 4.3'],
      ['12', 'T-12'],
      ['beans-x7f2', 'beans-y3a1'],
    ] as const)
      assert.equal(faultOfNewId(from, to), null, to);
  });

  it('is refused, with an example, where nobody would know it for an id', () => {
    const refused = (from: string, to: string) => faultOfNewId(from, to) ?? '';
    for (const to of ['', 'login', 'TASK 13', 'a/b-1', 'TASK-13.md', '-1', 'TASK-13 ', '[T-1]'])
      assert.ok(refused('TASK-12', to).startsWith(`“${to}” is no id.`), to);
    assert.match(refused('TASK-12', '13'), /^“13” is only a number/);
    assert.match(faultOfNewId('TASK-12', 'x') ?? '', /such as TASK-99\.$/);
  });
});

describe('renamedMention', () => {
  it('keeps the letter case and the # of the mention', () => {
    assert.equal(renamedMention('TASK-12', 'TASK-12', 'FEAT-3'), 'FEAT-3');
    assert.equal(renamedMention('task-12', 'TASK-12', 'FEAT-3'), 'feat-3');
    assert.equal(renamedMention('TASK-12', 'task-12', 'feat-3'), 'FEAT-3');
    assert.equal(renamedMention('#12', '12', '13'), '#13');
    assert.equal(renamedMention('#12', '12', 'T-13'), '#T-13');
    assert.equal(renamedMention('12', '#12', '13'), '13');
  });

  it('gives the other ids of the work item the new number', () => {
    assert.equal(renamedMention('Story 4.2', '4.2', '5.1'), 'Story 5.1');
    assert.equal(renamedMention('4.2', 'Story 4.2', 'Story 5.1'), '5.1');
    assert.equal(renamedMention('12', 'TASK-12', 'FEAT-3'), '3');
    assert.equal(renamedMention('WP 03', 'TASK-3', 'FEAT-4'), 'FEAT-4');
  });
});

describe('renamedPath', () => {
  it('gives the new id to a file whose name begins with the old one', () => {
    assert.equal(renamedPath('b/task-12 - Limit.md', 'TASK-12', 'TASK-13'), 'b/task-13 - Limit.md');
    assert.equal(renamedPath('WP03-writer.md', 'WP03', 'WP04'), 'WP04-writer.md');
    assert.equal(renamedPath('s/4.2.story.md', 'Story 4.2', 'Story 5.1'), 's/5.1.story.md');
    assert.equal(renamedPath('12-limit.md', '#12', '#13'), '13-limit.md');
  });

  it('leaves other names', () => {
    assert.equal(renamedPath('limit.md', 'TASK-12', 'TASK-13'), null);
    assert.equal(renamedPath('task-1.md', 'TASK-12', 'TASK-13'), null);
    assert.equal(renamedPath('task-12.md', 'TASK-12', 'Task-12'), null);
  });
});

describe('renamedTarget', () => {
  it('changes the last part of the path and nothing else', () => {
    assert.equal(renamedTarget('task-1.md', 'task-2.md'), 'task-2.md');
    assert.equal(renamedTarget('../a/task-1.md#goal', 'task-2.md'), '../a/task-2.md#goal');
    assert.equal(renamedTarget('/a%20b/task-1%20-%20A.md', 'task-2 - A.md'), '/a%20b/task-2%20-%20A.md');
    assert.equal(renamedTarget('../a/task-1 - A.md', 'task-2 - A.md'), '../a/task-2 - A.md');
  });
});
