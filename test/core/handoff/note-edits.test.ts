import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/document/document.ts';
import { handoffNote } from '../../../src/core/handoff/handoff-note.ts';
import { askBackEdit, pickUpEdits, type TextEdit } from '../../../src/core/handoff/note-edits.ts';
import { type HandoffReport, readNote } from '../../../src/core/handoff/read-note.ts';
import { repository } from './example-facts.ts';

const signature = { by: 'Ben "B" Novák', at: '2026-03-03T09:12:00+09:00' };

const written = handoffNote({
  date: '2026-03-02T18:04:00+01:00',
  from: 'Ann Lee',
  to: 'Ben',
  gathered: repository(),
  workItems: [],
  unsaved: [],
  ignoredLinks: [],
  errors: [],
  foldersUp: 1,
}).text;

const documentOf = (text: string) => readDocument('handoffs/a.md', text);

function applied(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((a, b) => b.range.start - a.range.start);
  return backwards.reduce((now, { range, text: by }) => now.slice(0, range.start) + by + now.slice(range.end), text);
}

const pickedUp = (text: string): string => applied(text, pickUpEdits(documentOf(text), signature));
const asked = (text: string, question = 'Which one?', by = 'Ben'): string =>
  applied(text, [askBackEdit(documentOf(text), question, { ...signature, by })]);
const read = (text: string): HandoffReport => readNote(documentOf(text)) ?? assert.fail('It is no note any more.');

/** The lines of `after` that `before` has not. */
const newLines = (before: string, after: string): string[] =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));

describe('pickUpEdits', () => {
  it('fills in the fields that a note has, and changes nothing else', () => {
    const after = pickedUp(written);
    assert.deepEqual(newLines(written, after), [
      'state: picked-up',
      'picked-up-by: "Ben \\"B\\" Novák"',
      'picked-up-at: 2026-03-03T09:12:00+09:00',
    ]);
    assert.equal(after.split('\n').length, written.split('\n').length);
    const { state, pickedUpBy, pickedUpAt } = read(after);
    assert.deepEqual([state, pickedUpBy, pickedUpAt?.text], ['picked-up', signature.by, signature.at]);
  });

  it('adds the fields that are missing, in the line ends of the note', () => {
    const text = '---\r\ntype: handoff\r\nstatus: open # for now\r\n---\r\n# Handoff\r\n';
    assert.equal(
      pickedUp(text),
      '---\r\ntype: handoff\r\nstate: picked-up # for now\r\npicked-up-by: "Ben \\"B\\" Novák"\r\npicked-up-at: 2026-03-03T09:12:00+09:00\r\n---\r\n# Handoff\r\n',
    );
  });

  it('writes over who has picked it up before', () => {
    const again = applied(pickedUp(written), pickUpEdits(documentOf(pickedUp(written)), { ...signature, by: 'Cleo' }));
    assert.equal(read(again).pickedUpBy, 'Cleo');
  });

  it('keeps a note whose fields stand in its text', () => {
    const text = '---\ntype: handoff\n---\n# Handoff\n\n**State:** open\n';
    assert.equal(pickedUp(text).split('---\n')[2], '# Handoff\n\n**State:** open\n');
    assert.equal(read(pickedUp(text)).state, 'picked-up');
  });
});

describe('askBackEdit', () => {
  it('writes the question below what stands among the open questions', () => {
    const after = asked(written);
    assert.deepEqual(newLines(written, after), ['- [ ] **Ben asks** (2026-03-03T09:12:00+09:00): Which one?']);
    const lines = after.split('\n');
    const at = lines.indexOf('## Open questions');
    assert.match(lines[at + 2] ?? '', /^_To fill in: each question/);
    assert.deepEqual([lines[at + 3], lines[at + 5]], ['', '']);
    assert.match(lines[at + 4] ?? '', /^- \[ \] \*\*Ben asks/);
    const [question] = read(after).askedBack;
    assert.deepEqual([question?.by, question?.text, question?.answered], ['Ben', 'Which one?', false]);
    assert.equal(question?.date?.text, signature.at);
  });

  it('joins a list of questions', () => {
    const text = '---\ntype: handoff\n---\n## Open questions\n\n- A?\n- B?\n  More of it.\n\n## Next\n';
    assert.match(asked(text), /More of it\.\n- \[ \] \*\*Ben asks.*\n\n## Next\n$/);
    assert.deepEqual(
      read(asked(asked(text), 'And this?')).askedBack.map((question) => question.text),
      ['Which one?', 'And this?'],
    );
  });

  it('finds its place under an empty heading, and at the end of the text', () => {
    const head = '---\ntype: handoff\n---\n';
    assert.match(asked(`${head}## Questions\n## Next\n`), /## Questions\n\n- \[ \] .*\n\n## Next\n$/);
    assert.match(asked(`${head}Questions\n---\n`), /Questions\n---\n\n- \[ \] .*\n$/);
    assert.match(asked(`${head}## Questions`), /## Questions\n\n- \[ \] .*\n$/);
    assert.match(asked(`${head}# A\n\nText`), /Text\n\n## Open questions\n\n- \[ \] .*\n$/);
    assert.match(asked(`${head}# A\n`), /# A\n\n## Open questions\n\n- \[ \] .*\n$/);
  });

  it('keeps the line ends of the note', () => {
    assert.doesNotMatch(asked(written.replaceAll('\n', '\r\n')), /(?<!\r)\n/);
  });

  it('reads back whatever is asked by whomever, and breaks nothing', () => {
    const words = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .map((text) => `x${text.replace(/[\p{C}\p{Z}\s]+/gu, ' ')}`);
    fc.assert(
      fc.property(words, words, (question, by) => {
        const note = read(asked(written, question, by));
        assert.equal(note.askedBack.length, 1);
        assert.deepEqual(newLines(written, asked(written, question, by)).length, 1);
        assert.equal(note.askedBack[0]?.text, question.replace(/\s+/g, ' ').trim());
        assert.equal(note.askedBack[0]?.by, by.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
