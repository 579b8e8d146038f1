import assert from 'node:assert/strict';
import { linkedPath } from '../../../src/core/graph/linked-path.ts';

const from = (target: string): string | null => {
  const linked = linkedPath('tasks/a.md', target);
  return linked && linked.path + (linked.anchor === null ? '' : `#${linked.anchor}`);
};

describe('linkedPath', () => {
  it('goes from the folder of the document', () => {
    assert.equal(from('b.md'), 'tasks/b.md');
    assert.equal(from('./x/../b.md'), 'tasks/b.md');
    assert.equal(from('../docs/'), 'docs');
    assert.equal(from('/docs/b.md'), 'docs/b.md');
    assert.equal(from('#goal'), 'tasks/a.md#goal');
    assert.equal(from('b.md#'), 'tasks/b.md');
  });

  it('leads nowhere beyond the workspace folder', () => {
    assert.equal(from('../../b.md'), null);
    assert.equal(from('../../w/b.md'), null);
  });

  it('reads encodings, escapes, queries and lines', () => {
    assert.equal(from('my%20notes.md#the%20goal'), 'tasks/my notes.md#the goal');
    assert.equal(from('100%.md'), 'tasks/100%.md');
    assert.equal(from(String.raw`snake\_case.md`), 'tasks/snake_case.md');
    assert.equal(from('b.md?plain=1#L3'), 'tasks/b.md#L3');
    assert.equal(from('../src/a.ts:42'), 'src/a.ts');
    assert.equal(from('../src/a.ts:42-50'), 'src/a.ts');
  });
});
