import assert from 'node:assert/strict';
import { placeForNewItem } from '../../src/app/new-item-place.ts';
import { workItem } from '../fakes/reports.ts';

describe('the place for a new work item', () => {
  it('is tasks when there are no others', () => {
    assert.deepEqual(placeForNewItem('/w', []), { path: 'tasks', style: 'headings' });
    assert.deepEqual(placeForNewItem('/w', [workItem('a/b.md', { workItem: false })]).path, 'tasks');
    assert.deepEqual(placeForNewItem('/w', [workItem('a/b.md', { folder: '/v' })]).path, 'tasks');
  });

  it('is where most of the open ones are, in the style of most of those', () => {
    const items = [
      workItem('plans/a.md', { style: 'table' }),
      workItem('plans/b.md', { style: 'labels' }),
      workItem('plans/c.md', { style: 'labels' }),
      workItem('tasks/d.md', { style: 'headings' }),
      ...['e', 'f', 'g', 'h'].map((name) => workItem(`done/${name}.md`, { finished: true, style: 'front-matter' })),
    ];
    assert.deepEqual(placeForNewItem('/w', items), { path: 'plans', style: 'labels' });
  });

  it('is where the finished ones are when all are', () => {
    const items = [workItem('done/a.md', { finished: true, style: 'front-matter' })];
    assert.deepEqual(placeForNewItem('/w', items), { path: 'done', style: 'front-matter' });
  });

  it('may be the workspace folder itself', () => {
    assert.equal(placeForNewItem('/w', [workItem('todo.md')]).path, '');
  });

  it('does not depend on the order', () => {
    const items = [workItem('b/x.md'), workItem('a/y.md')];
    assert.equal(placeForNewItem('/w', items).path, 'a');
    assert.equal(placeForNewItem('/w', items.toReversed()).path, 'a');
  });
});
