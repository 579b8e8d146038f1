import assert from 'node:assert/strict';
import { findingsIn } from '../apply-fix.ts';

/** The messages of the rule, with the line on which each finding begins. */
const messages = (status: string, body: string): string[] =>
  findingsIn(`# Export\n\nStatus: ${status}\n\n${body}\n`).flatMap(({ rule, message, range }) =>
    rule === 'finished-open-criteria' ? [`${range.start.line + 1} ${message.split('.')[0]}`] : [],
  );

const open = '## Done when\n\n- [x] It opens\n- [ ] It prints';

describe('finished-open-criteria', () => {
  it('counts the open boxes and names the first', () => {
    assert.deepEqual(messages('done', open), ['3 The status is "done", but 1 of 2 criteria is open, on line 8']);
    assert.deepEqual(messages('✅ Completed (2026-03-04)', `## Tasks\n\n- [ ] Draw it\n- [ ] Print it\n\n${open}`), [
      '3 The status is "✅ Completed (2026-03-04)", but 3 of 4 criteria and tasks are open, the first on line 7',
    ]);
  });

  it('counts what a reader would: boxes that are ticked whatever they say, nested ones, and apart those that need not be ticked', () => {
    const criteria =
      '## Done when\n\n- [x] Optional: colours\n- [x] Draw it\n  - [ ] The frame\n- [ ] Print it (optional)';
    assert.deepEqual(messages('done', criteria), [
      '3 The status is "done", but 1 of 3 criteria is open, on line 9 (besides 1 optional or put off)',
    ]);
  });

  it('counts the boxes of a list of tasks, whatever its headings', () => {
    const [finding] = findingsIn(
      '# Tasks: export\n\nStatus: done\n\n## Ada\n\n- [x] Write\n\n## Jo\n\n- [x] Read\n- [ ] Sign\n',
    );
    assert.equal(finding?.rule, 'finished-open-criteria');
  });

  it('counts tasks that are not among those told together', () => {
    const tasks = '## Tasks\n\n- [x] Task 3: Open\n- [ ] Task 2.2: Print\n- [ ] Task 1.4: Sign';
    assert.equal(messages('done', `${tasks}\n\n## Notes\n\nTasks 1.1 to 1.3 were deferred.`).length, 1);
  });

  const quiet: Readonly<Record<string, readonly [string, string]>> = {
    'open work': ['in progress', open],
    'work that was given up': ['superseded', open],
    'work that is done in part': ['Done for the writer, the reader is next', open],
    'boxes that nobody ticks': ['done', open.replace('[x]', '[ ]')],
    'boxes that are struck out': ['done', open.replace('It prints', '~~It prints~~')],
    'boxes under a condition': ['done', open.replace('It prints', 'The handbook is changed if needed')],
    'boxes for later': ['done', open.replace('- [ ]', '### Follow-ups\n\n- [ ]')],
    'boxes that say what came in between': ['done', open.replace('It prints', 'It prints on Mondays - NOT TESTED')],
    'boxes for a time after this': ['done', open.replace('It prints', 'It prints - recommended post-MVP')],
    'tasks that are told together': [
      'done',
      '## Tasks\n\n- [x] Task 1.1: Open\n- [ ] Task 1.2: Print\n- [ ] Task 1.3: Sign\n\n## Notes\n\nPhase 2 tasks (1.2-1.3) deferred.',
    ],
    'what is said to hold nothing up': ['done', `${open}\n\n## Notes\n\nPrinting is not blocking completion.`],
    'what a review proposes': ['done', open.replace('- [ ]', '### Improvements\n\n- [ ]')],
    placeholders: ['done', open.replace('It prints', '[Criterion]')],
    'boxes of no criterion and no task': ['done', open.replace('- [ ]', '## Known limits\n\n- [ ]')],
    'another status that says otherwise': ['done', `${open}\n\n## Status\n\nIn progress`],
  };
  for (const [name, [status, body]] of Object.entries(quiet)) {
    it(`is quiet about ${name}`, () => assert.deepEqual(messages(status, body), []));
  }

  it('is quiet where only a log says that the work is over', () => {
    assert.deepEqual(
      findingsIn(`# Export\n\n${open}\n\n## Log\n\n- moved to done\n`).filter(
        ({ rule }) => rule === 'finished-open-criteria',
      ),
      [],
    );
  });
});
