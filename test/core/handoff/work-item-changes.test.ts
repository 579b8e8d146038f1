import assert from 'node:assert/strict';
import { readWorkItemBy } from '../../../src/app/read-work-item.ts';
import { defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { touchedSections, workItemChange } from '../../../src/core/handoff/work-item-changes.ts';

const readWorkItem = readWorkItemBy(defaultSettings);
const item = (status: string, ...boxes: string[]) =>
  readWorkItem(
    'tasks/a.md',
    [`---\nid: TASK-1\nstatus: ${status}\n---\n# Mail\n\n## Acceptance Criteria\n`, ...boxes, ''].join('\n'),
  );

describe('workItemChange', () => {
  it('tells a status and ticks that have changed', () => {
    const change = workItemChange(
      item('To Do', '- [ ] One', '- [ ] Two', '- [x] Three'),
      item('In Progress', '- [x] One', '- [x] Two', '- [x] Three', '- [ ] Four'),
    );
    assert.deepEqual(change, {
      path: 'tasks/a.md',
      title: 'Mail',
      status: { from: 'To Do', to: 'In Progress' },
      boxes: { kind: 'criteria', total: 4, ticked: 3, tickedBefore: 1 },
    });
  });

  it('tells nothing where only words have changed', () => {
    assert.equal(workItemChange(item('To Do', '- [ ] One'), item('To Do', '- [ ] One and a half')), null);
  });

  it('tells of other ticks of the same number', () => {
    const change = workItemChange(item('To Do', '- [x] One', '- [ ] Two'), item('To Do', '- [ ] One', '- [x] Two'));
    assert.deepEqual(change?.boxes, { kind: 'criteria', total: 2, ticked: 1, tickedBefore: 1 });
    assert.equal(change?.status, null);
  });

  it('tells a status that was not there before', () => {
    const without = readWorkItem('tasks/a.md', '---\nid: TASK-1\n---\n# Mail\n\n## Acceptance Criteria\n\n- [ ] One\n');
    assert.deepEqual(workItemChange(without, item('Done', '- [ ] One'))?.status, { from: null, to: 'Done' });
  });

  it('tells nothing of what is no work item', () => {
    const page = (box: string) => readWorkItem('README.md', `# Readme\n\n## Acceptance criteria\n\n${box} One\n`);
    assert.equal(page('- [x]').report.workItem, false);
    assert.equal(workItemChange(page('- [ ]'), page('- [x]')), null);
  });
});

describe('touchedSections', () => {
  const { document } = readWorkItem('a.md', '---\na: 1\n---\n# Title\n\nText\n\n## One\n\na\n\n## Two `x`\n\nb\n');
  const hunk = (newStart: number, newCount: number) => ({ newStart, newCount, removed: [] });

  it('names the sections whose own lines have changed', () => {
    assert.deepEqual(touchedSections(document, [hunk(10, 1)]), ['One']);
    assert.deepEqual(touchedSections(document, [hunk(6, 1), hunk(14, 1)]), ['Title', 'Two `x`']);
    assert.deepEqual(touchedSections(document, [hunk(11, 2)]), ['One', 'Two `x`']);
    assert.deepEqual(touchedSections(document, [hunk(12, 0)]), ['Two `x`']);
  });

  it('names none for the front matter', () => {
    assert.deepEqual(touchedSections(document, [hunk(2, 1)]), []);
  });
});
