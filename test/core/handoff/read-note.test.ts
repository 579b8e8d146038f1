import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { readDocument } from '../../../src/core/document/document.ts';
import { handoffNote } from '../../../src/core/handoff/handoff-note.ts';
import { type HandoffReport, readNote } from '../../../src/core/handoff/read-note.ts';
import { growth, linear } from '../../fakes/growth.ts';
import { commit, file, repository } from './example-facts.ts';

const read = (text: string): HandoffReport => {
  const note = readNote(readDocument('handoffs/a.md', text));
  assert.ok(note);
  return note;
};

const written = (more: Partial<Parameters<typeof handoffNote>[0]> = {}): string =>
  handoffNote({
    date: '2026-03-02T18:04:00+01:00',
    from: 'Ann Lee',
    to: 'Ben',
    gathered: repository({ files: [file()], commits: [commit()] }),
    workItems: [],
    unsaved: [],
    ignoredLinks: [],
    errors: [],
    foldersUp: 1,
    ...more,
  }).text;

const byHand = `---
Type: task
type: Hand-over
author: Ann
status: taken
work_items: [tasks/a.md, 'tasks/b.md']
---
# Sorting by price

**To:** Ben, Noor
- Branch: feature/sort
Date: 2026-03-02 18:04

It sorts; the [choice](src/a.ts) is **not** kept yet.

## Questions

- [ ] **Ben asks** (2026-03-03T09:12:00+09:00): Is \`asc\` the
  default \\*now\\*?
- [x] **Ben asks**: And for guests?
- **Noor asks** (yesterday): Who merges?
  - Ann: I do.
- Is this one asked back?
`;

describe('readNote', () => {
  it('reads back what handoffNote writes', () => {
    const workItem = {
      title: 'T',
      finished: false,
      status: null,
      dependencies: null,
      begun: false,
      planned: [],
      nextActions: [],
      unticked: [],
      questions: [],
      waitsOn: [],
    };
    const paths = ['tasks/a, b.md', 'tasks/"c".md', 'tasks/\u202ed.md'];
    const note = read(written({ workItems: paths.map((path) => ({ ...workItem, path })) }));
    assert.deepEqual([note.from, note.to, note.state, note.pickedUpBy], ['Ann Lee', 'Ben', 'open', null]);
    assert.deepEqual(note.date, {
      text: '2026-03-02T18:04:00+01:00',
      time: Date.parse('2026-03-02T17:04:00Z'),
      offset: 60,
      dayOnly: false,
    });
    assert.deepEqual([note.branch, note.base, note.head], ['feature/x', 'a'.repeat(40), 'a'.repeat(40)]);
    assert.deepEqual(note.workItems, paths);
    assert.ok(note.unfilled > 3);
    assert.deepEqual(note.askedBack, []);
  });

  it('says first what a person says, else what git says', () => {
    const text = written();
    assert.match(read(text).summary, /^1 file is changed only on my machine, not committed: src\/a\.ts\. 1 commit is/);
    const filled = text.replace(/^_To fill in: what this is for.*$/m, 'It *works*, but for `a_b` and \\*.');
    assert.equal(read(filled).summary, 'It works, but for a_b and *.');
    assert.equal(read(filled).unfilled, read(text).unfilled - 1);
    assert.equal(read(text.replace(/^_To fill in: what this is for.*$/m, 'x '.repeat(500))).summary.length, 400);
  });

  it('says where the head is stated', () => {
    const text = written();
    const { start } = read(text).headRange;
    assert.match(text.split('\n')[start.line] ?? '', /^head: /);
    assert.equal(read(byHand).headRange.start.line, 7);
  });

  it('reads what is written by hand', () => {
    const note = read(byHand);
    assert.deepEqual([note.from, note.to, note.branch], ['Ann', 'Ben, Noor', 'feature/sort']);
    assert.deepEqual(note.workItems, ['tasks/a.md', 'tasks/b.md']);
    assert.equal(note.state, 'picked-up');
    assert.deepEqual([note.date?.text, note.date?.offset], ['2026-03-02 18:04', null]);
    assert.match(note.summary, /It sorts; the choice is not kept yet\.$/);
    assert.deepEqual([note.head, note.base, note.unfilled], [null, null, 0]);
  });

  it('tells questions asked back, and whether they are answered', () => {
    const { askedBack } = read(byHand);
    assert.deepEqual(
      askedBack.map(({ by, text, answered }) => [by, text, answered]),
      [
        ['Ben', 'Is asc the default *now*?', false],
        ['Ben', 'And for guests?', true],
        ['Noor', 'Who merges?', true],
      ],
    );
    assert.deepEqual(
      askedBack.map(({ date }) => date?.offset ?? null),
      [540, null, null],
    );
    assert.equal(byHand.split('\n')[askedBack[0]?.range.start.line ?? 0]?.startsWith('- [ ] **Ben asks**'), true);
  });

  it('knows a picked-up note by its state or by who has picked it up', () => {
    const stateOf = (text: string) => read(`---\ntype: handoff\n${text}\n---\n`).state;
    assert.equal(stateOf('state: picked-up'), 'picked-up');
    assert.equal(stateOf('state: Picked up'), 'picked-up');
    assert.equal(stateOf('picked-up-by: Ben'), 'picked-up');
    for (const text of ['state: open', 'state:', 'a: b', 'state: whatever', 'picked-up-by:'])
      assert.equal(stateOf(text), 'open', text);
  });

  it('takes no hash from what is none', () => {
    assert.equal(read('---\ntype: handoff\nhead: --all\n---\n').head, null);
    assert.equal(read('---\ntype: handoff\nhead: ABCDEF1\n---\n').head, 'abcdef1');
    assert.equal(read(`---\ntype: handoff\nhead: ${'1'.repeat(40)}\n---\n`).head, '1'.repeat(40));
  });

  it('reads no other document', () => {
    for (const text of ['# Handoff: x', '---\ntype: task\n---\n# Handoff\n', '---\ntype: [handoff', ''])
      assert.equal(readNote(readDocument('handoffs/a.md', text)), null);
  });

  it('is kept in the report of the document', () => {
    const report = (text: string) => checkDocument({ path: 'a.md', text }, defaultSettings);
    assert.equal(report(byHand).handoff?.branch, 'feature/sort');
    assert.equal(report('# A\n\nStatus: To Do\n').handoff, null);
  });

  it('reads whatever stands in a note', () => {
    const parts = [
      '---',
      'type: handoff',
      'head: a',
      'date:',
      '- [ ] **B asks** (',
      '# ',
      '## Open questions',
      '> ',
      '[',
      '"',
    ];
    const line = fc
      .array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 4 })
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        read(`---\ntype: handoff\n---\n${lines.join('\n')}`);
        readNote(readDocument('a.md', `---\ntype: handoff\n${lines.join('\n')}\n---\n`));
      }),
    );
  });

  for (const hard of ['[', '*', '- a    b', '**a '])
    it(`takes time in proportion to a text of ${hard}`, async () => {
      const time = await growth((size) => {
        const text = hard.repeat(size / hard.length);
        const people = `- **x asks** ${text}`;
        read(`---\ntype: handoff\nwork-items:\n  - ${text}\n---\n${text}\n\n## Questions\n\n${people}\n`);
      });
      assert.ok(time < linear);
    });
});
