import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/document/document.ts';
import { isWorkItem } from '../../../src/core/document/is-work-item.ts';
import { readWorkItem, type WorkItem } from '../../../src/core/document/work-item.ts';

const read = (text: string, path = 'notes/a.md'): WorkItem => readWorkItem(readDocument(path, text));

describe('readWorkItem', () => {
  it('takes work for begun by its status, but where it is put away', () => {
    const isBegun = (status: string, path?: string): boolean =>
      read(`# Export\n\nStatus: ${status}\n`, path).inProgress;
    assert.deepEqual(
      ['In Progress', '🔨 in review', 'To do', 'Draft', 'Done'].map((status) => isBegun(status)),
      [true, true, false, false, false],
    );
    assert.equal(isBegun('In Progress', 'tasks/archive/a.md'), false);
    assert.equal(isBegun('In Progress', 'tasks/archiver/done.md'), true);
  });

  /** The status that counts, with its source. */
  const status = (text: string): string | null => {
    const [first] = read(text).statuses;
    return first ? `${first.source} ${first.value}` : null;
  };

  it('takes the status that stands highest', () => {
    assert.equal(status('---\nstatus: open\n---\n\n# A\n\nStatus: done\n'), 'front-matter open');
    assert.equal(status('# A\n\n## Status\n\nIn review.\n\n## B\n\nStatus: done\n'), 'section In review.');
    assert.equal(status('# A\n\nStatus: open\n\n## Status\n\nDone\n'), 'plain open');
    assert.equal(status('# A\n\n## B\n\nStatus: done\n'), 'plain done');
    assert.equal(status('# Status: done\n\n## Part\n\n### Status: open\n'), 'heading done');
    assert.equal(status('# A\n\n## Facts\n\nStatus: open\n\n## B\n\n## Status\n\nDone\n'), 'plain open');
    assert.equal(status('# A\n\n## Status\n\nDone\n\n## B\n\n### Status: failing\n'), 'section Done');
    assert.equal(
      status('# Id: 7\n# Owner: Ana\n# Due: May\n# Status: done\n# B\n\n# Status\n\nOpen\n'),
      'heading done',
    );
  });

  it('takes a word for a status only where the label or the word says so', () => {
    assert.equal(status('State: waiting for spring\n'), 'plain waiting for spring');
    assert.equal(status('Progress: slow\n'), null);
    assert.equal(status('Progress: done\n'), 'plain done');
    assert.equal(status('Status: TBD\n'), null);
    assert.equal(status('Status: todo\n'), 'plain todo');
    assert.equal(status('## Status\n\nTODO\n'), 'section TODO');
  });

  it('finds a status in the title, and leaves it out of the title', () => {
    const titled = (title: string): string => `${status(`# ${title}\n`)}: ${read(`# ${title}\n`).title}`;
    assert.equal(titled('#DOING Export the list'), 'heading DOING: Export the list');
    assert.equal(titled('[WIP] Export the list'), 'heading WIP: Export the list');
    assert.equal(titled('DONE: Export the list'), 'heading DONE: Export the list');
    assert.equal(titled('Export the list (done)'), 'heading done: Export the list (done)');
    assert.equal(titled('Export the list — COMPLETE ✅'), 'heading COMPLETE: Export the list — COMPLETE ✅');
    for (const title of [
      '#export the list',
      '[API] Export',
      'HTTP: Export',
      'Export (fast)',
      'Export — SOON',
      '[Done](a.md) Export',
    ])
      assert.equal(status(`# ${title}\n`), null, title);
  });

  it('takes a closing date for a status where there is no other', () => {
    assert.equal(status('---\ncompleted: 2026-01-04\n---\n'), 'front-matter completed 2026-01-04');
    assert.equal(status('---\ncompleted: null\n---\n'), null);
    assert.equal(status('---\nstatus: open\ncompleted: 2026-01-04\n---\n'), 'front-matter open');
  });

  it('takes the last change that a log tells, and no label in it', () => {
    assert.equal(status('## Activity Log\n\n- lane=doing\n- moved to review\n- Status: new\n'), 'section new');
    assert.equal(status('## History\n\n- State -> In Progress. Again.\n- colour -> red\n'), 'section In Progress');
    assert.equal(status('## Log\n\n- Status: open\n\n## Facts\n\nStatus: done\n'), 'plain done');
  });

  it('takes a review that was passed, or a merge, as the last word of a log for its end', () => {
    const log = (...entries: string[]): WorkItem =>
      read(`## Activity Log\n\n${entries.map((entry) => `- 2026-03-04 – ana – ${entry}\n`).join('')}`);
    for (const entry of [
      'Review passed: all green',
      'Approved for release',
      'Lead approval: fine',
      'Merge complete',
      'Moved to approved',
    ]) {
      assert.equal(log('moved to doing', entry).finished, true, entry);
      assert.equal(log(entry, 'moved to doing').finished, false, entry);
    }
    for (const entry of ['Not approved: two gaps', 'Will be approved by Ben', 'Review started', 'Reviewed'])
      assert.equal(log('moved to doing', entry).finished, false, entry);
    assert.equal(read('Status: approved\n').finished, false);
  });

  it('takes a sentence in the opening that says that the work is over', () => {
    assert.equal(status('# A\n\nThis story is now complete.\n'), 'prose complete');
    assert.equal(status('# A\n\nThis shipped in May.\n'), 'prose shipped');
    assert.equal(status('# A\n\nStatus: open\n\n> This RFC has been discontinued.\n'), 'prose discontinued');
    assert.equal(status('# A\n\nStatus: open\n\nThis story was superseded by B.\n'), 'prose superseded');
    assert.equal(status('# A\n\nStatus: open\n\nThe old story was superseded by this.\n'), 'plain open');
    assert.equal(status('# A\n\nStatus: open\n\nIf this RFC is rejected, we go on as before.\n'), 'plain open');
    assert.equal(status('# A\n\nStatus: open\n\nThis story is complete.\n'), 'plain open');
    for (const text of [
      'This story is complete when it works.',
      'The button is done in CSS.',
      'When this story is merged',
    ])
      assert.equal(status(`# A\n\n${text}\n`), null, text);
    assert.equal(status('# A\n\n## B\n\n## C\n\nThis story is complete.\n'), null);
  });

  it('takes a sentence below a heading on the status that says that the work is over', () => {
    assert.equal(
      status('# A\n\n## Current state\n\nThe move to the new queue is complete. It took long.\n'),
      'section complete',
    );
    assert.equal(
      status('# A\n\n## Status\n\nAll three parts have been\ndelivered.\n'),
      'section All three parts have been',
    );
    assert.equal(
      status('# A\n\n## Current state\n\nThe move is done when the queue is empty.\n'),
      'section The move is done when the queue is empty.',
    );
    assert.equal(status('# A\n\n## Where we are\n\nThe move is slow.\n'), null);
  });

  it('takes a title that closes the work for a status where there is no other', () => {
    assert.equal(read('# Search index closeout\n').finished, true);
    assert.equal(read('# Closeout of the search index\n').finished, false);
    assert.equal(read('# Search index closeout\n\nStatus: open\n').finished, false);
  });

  it('takes a heading at the top that says that the work is over', () => {
    for (const heading of ['## Superseded', '## Superseded by the new plan', '## ✅ All changes applied (4 May)']) {
      assert.equal(read(`# A\n\n${heading}\n\nx\n`).finished, true, heading);
      assert.equal(read(`# A\n\nStatus: open\n\n${heading}\n`).finished, false, heading);
      assert.equal(read(`# A\n\n## B\n\n## C\n\n${heading}\n`).finished, false, heading);
    }
    for (const heading of ['## Rejected ideas', '## Completed', '## ✅ What works', '## Fixed'])
      assert.equal(read(`# A\n\n${heading}\n\nx\n`).finished, false, heading);
    assert.equal(read('# ✅ The move is complete\n').finished, true);
  });

  it('takes the last milestone of an implementation history', () => {
    const history = (last: string): string =>
      `# A\n\n## Implementation History\n\n- 2024-01-02: Draft\n${last}\n\n## B\n\n- 2026-01-01: x\n`;
    assert.equal(status(history('- 2024-03-04: Released as alpha')), 'section Released as alpha');
    assert.equal(status(history('- **2025-03**: The proposal was withdrawn')), 'section withdrawn');
    assert.equal(status(history('- when it was retired')), null);
    assert.equal(status(history('- 2024-03-04: alpha').replace('Implementation History', 'Decisions')), null);
  });

  it('takes no heading for the status that tells of another one', () => {
    assert.equal(status('# A\n\n## Validate like status\n\nDone\n'), null);
    assert.equal(status('# A\n\n## Status of the work\n\nDone\n'), 'section Done');
  });

  it('is finished by its status, or without one by a list of tasks that are all ticked', () => {
    const finished = (text: string): boolean => read(text).finished;
    assert.equal(finished('Status: done\n'), true);
    assert.equal(finished('- [x] a\n- [x] b\n- [x] c\n'), true);
    assert.equal(finished('- [x] a\n- [x] b\n- [ ] c\n'), false);
    assert.equal(finished('- [x] a\n- [x] b\n'), false);
    assert.equal(finished('Status: open\n\n- [x] a\n- [x] b\n- [x] c\n'), false);
    assert.equal(finished('- [x] a\n- [x] b\n- [x] c\n- d\n- e\n- f\n'), false);
    assert.equal(finished('# Tasks\n\n- [x] a\n- [x] b\n- [x] c\n- d\n- e\n- f\n'), true);
  });

  it('takes an id of one word from wherever it is labelled', () => {
    assert.equal(read('---\nid: task-1\n---\n').id, 'task-1');
    assert.equal(read('# Task ID: 7\n# Title: Export\n').id, '7');
    assert.equal(read('Issue: it does not work\n').id, null);
  });

  it('does not take a part of the text for its title', () => {
    assert.equal(read('---\ntitle: Export\n---\n\n# Goal\n').title, 'Export');
    assert.equal(read('# Goal\n').title, 'Goal');
  });
});

describe('isWorkItem', () => {
  const workItem = (text: string, path?: string): boolean => isWorkItem(read(text, path));
  const task = '# Export\n\nStatus: open\n\n## Goal\n\nx\n';

  it('goes by what the document says', () => {
    assert.equal(workItem(task), true);
    assert.equal(workItem('# Export\n\n## Goal\n\nx\n'), false);
    assert.equal(workItem(''), false);
  });

  it('is overruled by a type in the front matter that it knows', () => {
    assert.equal(workItem('---\ntype: task\n---\n'), true);
    assert.equal(workItem('---\ntype: colour\n---\n'), false);
    assert.equal(workItem(`---\ntype: handoff\n---\n\n${task}`), false);
  });

  it('knows a template by its short name, and a task on one', () => {
    assert.equal(workItem(task, 'docs/user-story-template.md'), false);
    assert.equal(workItem(task, 'docs/0000-template.md'), false);
    assert.equal(workItem(task, 'docs/fix-the-colours-of-the-mail-template.md'), true);
    assert.equal(workItem(task.replace('Export', 'Fix the colours of the mail template')), true);
    assert.equal(workItem(task.replace('Export', 'Mail template')), false);
    assert.equal(workItem(task.replace('Export', 'Drop `{{now}}` and `<date>`')), true);
    assert.equal(workItem(task.replace('Export', 'Drop {{feature}}')), false);
  });

  it('leaves standards, quick starts and reports alone', () => {
    assert.equal(workItem(task.replace('open', 'active')), false);
    assert.equal(workItem(task.replace('open', 'active'), 'tasks/a.md'), true);
    assert.equal(workItem('---\ncreated: 2026-01-01\ntags: [a]\nstatus: active\n---\n\n## Purpose\n\nx\n'), false);
    assert.equal(workItem('---\npriority: high\nstatus: active\n---\n\n## Purpose\n\nx\n'), true);
    for (const title of ['Quickstart: export', 'Commit message conventions', 'Export test report', 'Survey results'])
      assert.equal(workItem(task.replace('Export', title)), false, title);
    for (const title of ['Write down the commit message conventions', 'Report the export', 'Quickstart for new people'])
      assert.equal(workItem(task.replace('Export', title)), true, title);
  });

  it('takes the path for a hint', () => {
    assert.equal(workItem('# Export\n\n## Goal\n\nx\n\n## Tests\n\ny\n'), false);
    assert.equal(workItem('# Export\n\n## Goal\n\nx\n\n## Tests\n\ny\n', 'tasks/a.md'), true);
    assert.equal(workItem(task, 'README.md'), false);
    assert.equal(workItem(task, 'docs/decisions/0001-a.md'), false);
    assert.equal(workItem(task, 'docs/how-to/a.md'), false);
    assert.equal(workItem(task, 'tasks/_index.md'), false);
    assert.equal(workItem(task, '.claude/commands/a.md'), false);
    assert.equal(workItem(task.replace('Export', 'Bug report'), '.github/issue_template/bug-report.md'), false);
    assert.equal(workItem(task, '.github/a.md'), false);
    assert.equal(workItem(task, 'templates/a.md'), false);
    assert.equal(workItem(task, 'story-template.md'), false);
  });
});
