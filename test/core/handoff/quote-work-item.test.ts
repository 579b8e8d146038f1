import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/document/document.ts';
import { quoteWorkItem } from '../../../src/core/handoff/quote-work-item.ts';
import { createVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';

const quotes = (...lines: string[]) => quoteWorkItem(readDocument('a.md', lines.join('\n')));
const next = (...lines: string[]) => quotes(...lines).nextActions.map(({ text, line }) => `${line} ${text}`);
const unticked = (...lines: string[]) => quotes(...lines).unticked.map(({ text, line }) => `${line} ${text}`);

describe('quoteWorkItem', () => {
  it('quotes a labelled next action in every form', () => {
    assert.deepEqual(next('---', 'next: one', '---', 'Next action: two', '', '- **Next step:** three'), [
      '2 one',
      '4 two',
      '6 three',
    ]);
    assert.deepEqual(next('| Field | Value |', '| --- | --- |', '| **Next steps** | four |'), ['3 four']);
    assert.deepEqual(next('Next action: TBD'), []);
  });

  it('quotes the entries of a section of next steps that are not ticked', () => {
    assert.deepEqual(
      next('# T', '## Next steps', '', '1. One', '- [x] Done', '- [ ] Two', '', 'Three.', '- TBD', '## Notes', 'Four'),
      ['4 One', '6 Two', '8 Three.'],
    );
    assert.deepEqual(next('**Next steps:**', '', '- One', '# Other', '- Two'), ['3 One']);
  });

  it('takes a labelled value for what its label says', () => {
    assert.deepEqual(
      next('## Next steps', '', '**Owner:** Ann', '', '- **Docs:** write them', '', 'Next action: ask'),
      ['7 ask', '5 **Docs:** write them'],
    );
  });

  it('tells the steps of a plan, which stay when they are done, from what is left', () => {
    const { nextActions, planned } = quotes(
      ...['# T', '## Implementation Plan', '1. One', '2. Two', '- [ ] Three', '## Next steps', '- Four'],
      ...['## Plan', '### Next', 'Five'],
    );
    assert.deepEqual(planned, [
      { text: 'One', line: 3 },
      { text: 'Two', line: 4 },
    ]);
    assert.deepEqual(
      nextActions.map(({ text }) => text),
      ['Three', 'Four', 'Five'],
    );
  });

  it('quotes no box that is still to be filled in', () => {
    assert.deepEqual(unticked('- [ ] TBD', '- [ ] [What a team-mate can check to see that it is done]', '- [ ] One'), [
      '3 One',
    ]);
  });

  it('knows the words of the team', () => {
    const german = createVocabulary({ labels: { next: ['Als Nächstes'] }, statuses: {} });
    const document = readDocument('a.md', '## Als Nächstes\n\n- Prüfen\n', german);
    assert.deepEqual(quoteWorkItem(document).nextActions, [{ text: 'Prüfen', line: 3 }]);
  });

  it('does not take other sentences for it', () => {
    assert.deepEqual(
      next('Nextcloud: no', '', 'The next step: no', '', 'Next release comes in May', '', '# Next.js'),
      [],
    );
  });

  it('quotes unticked boxes with their line, in no code and no comment', () => {
    assert.deepEqual(
      unticked(
        '- [ ] #1 One',
        '- [x] Two',
        '- [ ] Three',
        '  1. [ ] Four',
        '- [ ]',
        '',
        '```',
        '- [ ] no',
        '```',
        '',
        '<!--',
        '- [ ] no',
        '-->',
      ),
      ['1 #1 One', '3 Three', '4 Four'],
    );
  });

  it('counts lines of every kind of line end', () => {
    assert.deepEqual(quotes('a\r\n\rc\n- [ ] One').unticked, [{ text: 'One', line: 4 }]);
  });
});
