import assert from 'node:assert/strict';
import fc from 'fast-check';
import { handoffNote } from '../../../src/core/handoff/handoff-note.ts';
import { polishedNote, polishRequest, saidParts } from '../../../src/core/handoff/polish.ts';
import { commit, file, repository } from './example-facts.ts';

const drafted = handoffNote({
  date: '2026-03-02T18:04:00+01:00',
  from: 'Ann Lee',
  to: 'Ben',
  gathered: repository({
    files: [file()],
    commits: [commit()],
    todos: [{ kind: 'TODO', path: 'a.ts', line: 3, text: 'TODO: more' }],
    decisions: [{ kind: 'Why', commit: 'd'.repeat(40), text: 'Because' }],
  }),
  workItems: [],
  unsaved: ['b.ts'],
  ignoredLinks: [],
  errors: [{ path: 'src/a.ts', line: 1, message: 'No.', source: 'ts' }],
  foldersUp: 1,
}).text;

const words = ['It limit now.', 'Works: `run()` 3 times.', '- Ask @ben\n- Then [go](../x.md#L4)', 'none', 'none'];

/** The note with its first places filled in; the last one is left. */
const note = words.reduce((text, said) => text.replace(/^_To fill in: .*_$/m, () => said), drafted);

const answer = (...texts: string[]) => JSON.stringify(texts);

describe('saidParts', () => {
  it('are what the author has written, and nothing that is told', () => {
    assert.deepEqual(
      saidParts(note).map(({ section, text }) => [section, text]),
      [
        ['TL;DR', words[0]],
        ['Status', words[1]],
        ['Next steps', words[2]],
        ['Open questions', words[3]],
        ['Blockers and risks', words[4]],
      ],
    );
    assert.deepEqual(saidParts(drafted), []);
  });

  it('are all that a model gets', () => {
    const request = polishRequest(saidParts(note));
    for (const said of words) assert.ok(request.includes(JSON.stringify(said)));
    for (const told of ['feature/x', 'src/a.ts', 'TODO', 'Ann Lee', 'cccc']) assert.ok(!request.includes(told), told);
  });
});

describe('polishedNote', () => {
  const parts = saidParts(note);
  const polished = (...texts: string[]) => polishedNote(note, parts, answer(...texts), 'Model *1*');

  it('has the words of the model, marked as such, and everything else as it was', () => {
    const text = polished('It limits requests now.', 'It works: `run()` 3 times.', words[2] ?? '', 'None.', 'none');
    assert.match(text, /\n# Handoff: feature\/x\n\n_Put into words by a language model \(Model \\\*1\\\*\) from what/);
    const unmarked = text.replace(/_Put into words by .*_\n\n/, '');
    assert.equal(
      unmarked,
      note
        .replace('It limit now.', 'It limits requests now.')
        .replace('Works: `run', 'It works: `run')
        .replace(/(## Open questions\n\n)none/, '$1None.'),
    );
    const again = polishedNote(
      text,
      saidParts(text),
      answer('It limits.', 'Works: `run()` 3 times.', words[2] ?? '', 'none', 'none'),
      'Other',
    );
    assert.equal(again.match(/Put into words by/g)?.length, 1);
  });

  it('is the note where nothing was to change', () => {
    assert.equal(polished(...words), note);
  });

  it('is refused where a fact of the author’s is not as it was', () => {
    for (const [at, changed] of [
      [1, 'Works: `run()` 4 times.'],
      [1, 'Works: run 3 times.'],
      [2, '- Ask @bob\n- Then [go](../x.md#L4)'],
      [2, '- Ask @ben\n- Then [go](../x.md)'],
      [0, 'It limits since 2026.'],
    ] as const)
      assert.throws(() => polished(...words.with(at, changed)), /has changed a number, a link or code/, changed);
  });

  it('is refused where the answer is of another form', () => {
    for (const reply of ['', 'Sure!', '[1, 2, 3, 4, 5]', answer('one'), '{"a": []}', '[['])
      assert.throws(() => polishedNote(note, parts, reply, 'm'), /did not answer in the form/, reply);
  });

  it('changes nothing else, whatever the model answers', () => {
    const piece = fc.constantFrom(
      '\n\n',
      '\n',
      '## Status',
      '# x',
      '---\n',
      'From git:',
      '- a',
      '_To fill in: x_',
      'words ',
      '```',
      '<!--',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const told = (whole: string) =>
      saidParts(whole).reduceRight((rest, { range }) => rest.slice(0, range.start) + rest.slice(range.end), whole);
    let taken = 0;
    fc.assert(
      fc.property(text, fc.nat(4), (said, at) => {
        let result: string;
        try {
          result = polished(...words.with(at, said));
        } catch {
          return;
        }
        taken += 1;
        assert.equal(told(result).replace(/_Put into words by .*_\n\n/, ''), told(note));
      }),
      { numRuns: 500 },
    );
    assert.ok(taken > 0);
  });
});
