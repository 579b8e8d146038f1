import assert from 'node:assert/strict';
import { findingsIn, fixed } from '../apply-fix.ts';

/** The messages of the rule, with the line on which each finding begins. */
const messages = (text: string): string[] =>
  findingsIn(text).flatMap(({ rule, message, range }) =>
    rule === 'statuses-disagree' ? [`${range.start.line + 1} ${message.split('.')[0]}`] : [],
  );

const disagreeing: Readonly<Record<string, readonly [string, string]>> = {
  'front matter and a label': [
    '---\nstatus: Done\n---\n\n# Export\n\n**Status:** In Progress\n',
    '7 Line 2 says "Done", line 7 says "In Progress"',
  ],
  'front matter and a section': [
    '---\nstatus: open\n---\n\n# Export\n\n## Status\n\nDone\n',
    '9 Line 2 says "open", line 9 says "Done"',
  ],
  'front matter and the title': [
    '---\nstatus: open\n---\n\n# Export (done)\n',
    '5 Line 2 says "open", line 5 says "done"',
  ],
  'labels of other words': [
    '---\nstate: open\n---\n\n# Export\n\n**Task status:** Done\n',
    '7 Line 2 says "open", line 7 says "Done"',
  ],
  'a status and a closing date': [
    '---\nstatus: open\ncompleted: 2026-03-04\n---\n\n# Export\n',
    '3 Line 2 says "open", line 3 says "completed 2026-03-04"',
  ],
  'a section and a label in it': [
    '# Export\n\n## Status\n\nDone\n\n**Current status:** In review\n',
    '7 Line 5 says "Done", line 7 says "In review"',
  ],
  'a label and a summary of the completion': [
    '# Export\n\nStatus: open\n\n## Plan\n\nWrite it.\n\n## Completion Summary\n\n**Status:** ✅ Done (3 March 2026)\n',
    '11 Line 3 says "open", line 11 says "✅ Done (3 March 2026)"',
  ],
};

const quiet: Readonly<Record<string, string>> = {
  'two open ones': '---\nstatus: To Do\n---\n\n# Export\n\n**Status:** In Progress\n',
  'two finished ones': '---\nstatus: Done\n---\n\n# Export\n\n**Status:** Shipped\n',
  'an unknown one': '---\nstatus: Done\n---\n\n# Export\n\n**Status:** ask Jo\n',
  'parts of the work': '# Export\n\nStatus: open\n\n## Part one\n\n**Status:** done\n\n### Status\n\nDone\n',
  'several labels in one place': '# Export\n\n- Status: open\n- Status: done\n',
  'a table of others': '# Export\n\nStatus: open\n\n## Others\n\n| Item | Status |\n|---|---|\n| Print | Done |\n',
  'a log': '---\nstatus: open\n---\n\n# Export\n\n## Log\n\n- moved to done\n\n**Status:** Done\n',
  'what says more than a word': '---\nstatus: open\n---\n\n# Export\n\n**Status:** Done, but for the reader\n',
  'what says more than three': '---\nstatus: open\n---\n\n# Export\n\n**Status:** Done for the writer\n',
  'summaries of parts':
    '# Export\n\nStatus: open\n\n## One\n\n### Completion Notes\n\nStatus: done\n\n## Two\n\n### Completion Notes\n\nNone yet.\n',
  'a choice': '---\nstatus: open\n---\n\n# Export\n\n**Status:** Done / In Progress\n',
  'the status of something else': '---\nstatus: open\n---\n\n# Export\n\n**Implementation status:** Done\n',
  'a date that may be planned': '---\nstatus: open\ncompletion date: 2026-03-04\n---\n\n# Export\n',
  'an open status in a summary of the completion':
    '# Export\n\nStatus: done\n\n## Plan\n\nWrite it.\n\n## Completion Summary\n\n**Status:** In review\n',
};

describe('statuses-disagree', () => {
  for (const [name, [text, expected]] of Object.entries(disagreeing)) {
    it(`finds ${name}`, () => assert.deepEqual(messages(text), [expected]));
  }

  for (const [name, text] of Object.entries(quiet)) {
    it(`is quiet about ${name}`, () => assert.deepEqual(messages(text), []));
  }

  it('is mended by taking over the first one', () => {
    const noPrompt = (): string => assert.fail();
    const [text] = disagreeing['front matter and a label'] ?? [];
    assert.equal(
      fixed(text ?? '', 'statuses-disagree', noPrompt),
      '---\nstatus: Done\n---\n\n# Export\n\n**Status:** Done\n',
    );
  });

  it('is left to a person where a value has marks or words around it', () => {
    const finding = findingsIn('---\nstatus: open\n---\n\n# Export (done)\n').find(
      ({ rule }) => rule === 'statuses-disagree',
    );
    assert.equal(finding?.fixable, false);
  });
});
