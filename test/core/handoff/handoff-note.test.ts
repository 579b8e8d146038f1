import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import type { Gathered, SinceFact, TodoFact } from '../../../src/core/handoff/handoff-facts.ts';
import { handoffNote, type NoteInput } from '../../../src/core/handoff/handoff-note.ts';
import { unfilledStops } from '../../../src/core/handoff/note-prompt.ts';
import type { NoteWorkItem } from '../../../src/core/handoff/note-work-item.ts';
import { commit, file, repository } from './example-facts.ts';

const workItem: NoteWorkItem = {
  path: 'tasks/login.md',
  title: 'Reset password by mail',
  finished: false,
  status: { text: 'In Progress', line: 4 },
  dependencies: { text: 'TASK-3', line: 6 },
  begun: true,
  nextActions: [{ text: 'Ask Ben', line: 11 }],
  planned: [],
  unticked: [{ text: 'Mail is sent', line: 16 }],
  questions: [],
  waitsOn: [],
};

const note = (gathered: Gathered, more: Partial<NoteInput> = {}) =>
  handoffNote({
    date: '2026-03-02T18:04:00+01:00',
    from: 'Ann Lee',
    to: '',
    gathered,
    workItems: [],
    unsaved: [],
    ignoredLinks: [],
    errors: [],
    foldersUp: 1,
    ...more,
  });

const frontMatterOf = (text: string) => load(text.split('---\n')[1] ?? '');
const section = (text: string, heading: string) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]?.trim() ?? '';

describe('handoffNote', () => {
  it('has the front matter that others rely on', () => {
    const { text } = note(repository({ branch: '- "x": #1\u202e' }), { to: 'Ben', workItems: [workItem] });
    assert.deepEqual(frontMatterOf(text), {
      type: 'handoff',
      date: new Date('2026-03-02T17:04:00Z'),
      from: 'Ann Lee',
      to: 'Ben',
      branch: '- "x": #1\u202e',
      base: 'a'.repeat(40),
      head: 'a'.repeat(40),
      'work-items': ['tasks/login.md'],
      state: 'open',
      'picked-up-by': null,
      'picked-up-at': null,
    });
    assert.ok(text.includes('\ndate: 2026-03-02T18:04:00+01:00\n'));
  });

  it('has the sections that others rely on, in their order, and every one says something', () => {
    const { text } = note(repository());
    const headings = [...text.matchAll(/^##? (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [
      'Handoff: feature/x',
      'TL;DR',
      'Status',
      'Next steps',
      'Open questions',
      'Blockers and risks',
      'Decisions',
      'What changed',
      'Pick this up',
    ]);
    for (const heading of headings.slice(1)) assert.notEqual(section(text, heading ?? ''), '', heading);
  });

  it('points at the first thing that only a person can say', () => {
    const { text, firstStop } = note(repository());
    assert.equal(
      text.slice(firstStop.start, firstStop.end),
      '_To fill in: what this is for, with its issue if there is one, and where it stands, in one or two sentences._',
    );
  });

  it('names first what a team-mate cannot see', () => {
    const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((path) => file({ path }));
    const { text } = note(repository({ files, commits: [commit(), commit()], stashes: 1 }));
    assert.match(
      section(text, 'TL;DR'),
      /^From git:\n\n- \*\*7 files are changed only on my machine, not committed:\*\* `a`, `b`, `c`, `d`, `e` and 2 more\.\n- \*\*2 commits are not pushed\.\*\*\n- 1 stash is on my machine/,
    );
  });

  it('names of many files those first that people changed most', () => {
    const sizes = { a: 1, b: 2, 'x/core.ts': 90, c: 3, 'package-lock.json': 999, d: 4, e: 5 };
    const files = Object.entries(sizes).map(([path, added]) => file({ path, added, removed: 0 }));
    assert.match(
      section(note(repository({ files })).text, 'TL;DR'),
      /not committed:\*\* `x\/core\.ts`, `e`, `d`, `c`, `b` and 2 more\./,
    );
  });

  it('tells the commits of others from those of the author, and folds the files that only they changed', () => {
    const others = ['Ben', 'Ben', 'Cleo *C*', 'D', 'E'].map((author) => commit({ author, own: false }));
    const files = [
      file({ path: 'mine.ts', where: ['committed'] }),
      ...['a', 'b', 'c', 'yarn.lock'].map((path, at) =>
        file({ path, where: ['committed'], own: false, added: at, removed: 0 }),
      ),
    ];
    const { text } = note(repository({ commits: [commit(), ...others], files }));
    assert.match(section(text, 'TL;DR'), /- \*\*6 commits are not pushed\*\*, 5 by others\./);
    const changed = section(text, 'What changed');
    assert.match(changed, /^- `cccccccccc` `Send the mail`\n- `cccccccccc` `Send the mail` \(by Ben\)$/m);
    assert.match(changed, /^5 of these commits are by others: Ben, Cleo \\\*C\\\*, D, 1 more\.$/m);
    assert.ok(
      changed.endsWith(
        'Files of these commits:\n\n- modified `mine.ts` (+3 −1)\n- Changed by others only: 4 files, +6 −0 (`c`, `b`, `a`, 1 more)',
      ),
      changed,
    );
    const theirs = section(
      note(repository({ commits: others.slice(0, 1), files: files.slice(1, 2) })).text,
      'What changed',
    );
    assert.ok(
      theirs.endsWith(
        '- `cccccccccc` `Send the mail`\n\nThis commit is by others: Ben.\n\nFiles of these commits:\n\n- Changed by others only: 1 file, +0 −0 (`a`)',
      ),
      theirs,
    );
  });

  it('says where all of them are by others', () => {
    const summary = (...commits: ReturnType<typeof commit>[]) => section(note(repository({ commits })).text, 'TL;DR');
    const other = commit({ own: false });
    assert.match(summary(other, other), /\*\*2 commits are not pushed\*\*, all by others\./);
    assert.match(summary(other), /\*\*1 commit is not pushed\*\*, by others\./);
    const mine = '- None of the commits here is mine.\n';
    assert.ok(section(note(repository({ commits: [other], files: [file({})] })).text, 'TL;DR').includes(mine));
    assert.ok(
      !section(note(repository({ commits: [other, commit()], files: [file({})] })).text, 'TL;DR').includes(mine),
    );
    assert.ok(!summary(other).includes(mine));
    const changed = section(note(repository({ commits: [other, other] })).text, 'What changed');
    assert.match(changed, /\n\nThese commits are by others: Ann Lee\.$/);
  });

  it('warns where a commit would take only a part', () => {
    const warning = (files: ReturnType<typeof file>[], leftOut = 0) =>
      /A plain `git commit` .*/.exec(section(note(repository({ files, leftOut })).text, 'What changed'))?.[0];
    const staged = file({ path: 'a', where: ['committed', 'staged'] });
    const both = file({ path: 'b', where: ['staged', 'unstaged'] });
    const takes = 'A plain `git commit` would take only what is staged:';
    assert.equal(warning([staged, both, file()]), `${takes} 1 file and part of 1 file.`);
    assert.equal(warning([both]), `${takes} part of 1 file.`);
    assert.equal(warning([staged, file({ where: ['untracked'], change: 'untracked' })]), `${takes} 1 file.`);
    assert.equal(warning([staged], 2), `${takes} 1 file.`);
    assert.equal(warning([staged, staged]), undefined);
    assert.equal(warning([file(), file()]), undefined);
    assert.equal(warning([staged, file({ change: 'conflicted' })]), undefined);
  });

  it('says when all is pushed, and when there is nothing yet', () => {
    assert.match(
      section(note(repository()).text, 'TL;DR'),
      /Everything that is saved is committed and pushed, as of the last fetch\./,
    );
    const { text } = note(repository({ head: null, base: null, upstream: null }));
    assert.match(section(text, 'TL;DR'), /There is no commit yet\./);
    assert.doesNotMatch(text, /git switch|pushed, as of/);
  });

  it('counts what it leaves out, and does not say then that all is pushed', () => {
    const summary = section(note(repository({ leftOut: 2 })).text, 'TL;DR');
    assert.match(summary, /- 2 more files are changed and not staged: this note leaves that out\./);
    assert.doesNotMatch(summary, /Everything/);
  });

  it('tells what is under way', () => {
    const conflict = file({ path: 'x', change: 'conflicted', added: null, removed: null });
    const { text } = note(repository({ operation: 'rebase', detached: true, files: [conflict], behind: 2 }));
    const summary = section(text, 'TL;DR');
    assert.match(summary, /`git rebase` is in progress on `feature\/x`\./);
    assert.match(summary, /1 file in conflict: `x`\./);
    assert.match(summary, /`origin\/feature\/x` has 2 commits that I have not taken in\./);
    assert.match(section(text, 'What changed'), /^- conflicted `x`$/m);
  });

  it('quotes the work item, and links each quote to its line', () => {
    const { text } = note(repository(), { workItems: [workItem] });
    assert.match(text, /^# Handoff: Reset password by mail$/m);
    assert.match(text, /This passes on \[Reset password by mail\]\(\.\.\/tasks\/login\.md\)\./);
    assert.match(section(text, 'Status'), /as written: “In Progress” \(\[line 4\]\(\.\.\/tasks\/login\.md#L4\)\)/);
    assert.match(
      section(text, 'Next steps'),
      /Next, as written: “Ask Ben” .*#L11\)\)\n- Not ticked yet: “Mail is sent”/,
    );
    assert.match(section(text, 'Blockers and risks'), /“TASK-3” \(\[line 6\]/);
  });

  it('does not quote without end, and claims no status that a document does not state', () => {
    const unticked = Array.from({ length: 30 }, (_, at) => ({ text: `Box ${at}`, line: at + 1 }));
    const { text } = note(repository(), { workItems: [{ ...workItem, unticked, status: null, dependencies: null }] });
    assert.equal(section(text, 'Next steps').match(/Not ticked yet: “/g)?.length, 12);
    assert.match(section(text, 'Next steps'), /Not ticked yet: 18 more in the document\./);
    assert.match(section(text, 'Status'), /Its document states no status\./);
    assert.doesNotMatch(section(text, 'Blockers and risks'), /From/);
  });

  it('says what it waits on, the open first, and what nobody has answered', () => {
    const waitsOn = [
      { path: 'tasks/keys.md', title: 'TASK-3 Keys', status: 'In *review*', finished: false },
      { path: 'tasks/mail.md', title: 'Mail', status: 'Done', finished: true },
    ];
    const questions = [{ text: 'Which limit?', line: 30 }];
    const { text } = note(repository(), { workItems: [{ ...workItem, waitsOn, questions }] });
    assert.match(
      section(text, 'Blockers and risks'),
      /\n- Still open: \[TASK-3 Keys\]\(\.\.\/tasks\/keys\.md\) \(“In \\\*review\\\*”\)\n- Finished: \[Mail\]\(\.\.\/tasks\/mail\.md\)\n/,
    );
    assert.match(section(text, 'Open questions'), /^From \[.*:\n\n- Asked: “Which limit\?” \(\[line 30\]/);
  });

  it('sorts marked lines into the sections that they belong to, with links that lead there', () => {
    const todo = (kind: TodoFact['kind'], path: string, line: number): TodoFact => ({
      ...{ kind, path, line },
      text: `${kind}: see <b>`,
    });
    const { text } = note(
      repository(
        {
          todos: [todo('TODO', 'app/src/a.ts', 3), todo('FIXME', 'lib/b (1).ts', 7), todo('QUESTION', 'c.ts', 1)],
          decisions: [
            { kind: 'Decision', commit: 'd'.repeat(40), text: 'Keep _both_' },
            { kind: 'Because', commit: 'e'.repeat(40), text: 'Because it is faster' },
          ],
        },
        { prefix: 'app/' },
      ),
      { foldersUp: 2 },
    );
    const from = 'From git, in lines that were added:\n\n- ';
    assert.ok(
      section(text, 'Next steps').startsWith(
        `${from}[app/src/a.ts, line 3](../../src/a.ts#L3): “TODO: see \\<b\\>”\n\n_To fill in`,
      ),
    );
    assert.ok(
      section(text, 'Blockers and risks').startsWith(
        `${from}[lib/b (1).ts, line 7](../../../lib/b%20%281%29.ts#L7): “FIXME: see`,
      ),
    );
    assert.ok(section(text, 'Open questions').startsWith(`${from}[c.ts, line 1](../../../c.ts#L1)`));
    assert.ok(
      section(text, 'Decisions').startsWith(
        'From git, in the messages of commits:\n\n- Decision: “Keep \\_both\\_” (`dddddddddd`)\n- “Because it is faster” (`eeeeeeeeee`)\n',
      ),
    );
  });

  it('says first where the work was left, by the editor or by git', () => {
    const start = { path: 'src/a.ts', line: 7, in: 'Mailer.send', why: 'saved-last', commit: null } as const;
    const first = (more: Partial<typeof start> | object, input: Partial<NoteInput> = {}) =>
      section(note(repository({ start: { ...start, ...more } }), input).text, 'Next steps').split('\n\n_To')[0];
    assert.equal(
      first({}, { workItems: [workItem] }),
      'From git, worked on last:\n\n- [src/a.ts, line 7](../src/a.ts#L7), in `Mailer.send`: saved last of what is not committed\n\n' +
        'From [Reset password by mail](../tasks/login.md):\n\n- Next, as written: “Ask Ben” ([line 11](../tasks/login.md#L11))\n' +
        '- Not ticked yet: “Mail is sent” ([line 16](../tasks/login.md#L16))',
    );
    assert.equal(
      first({ line: null, in: null, why: 'conflict' }),
      'From git, start here:\n\n- `src/a.ts`: it is in conflict',
    );
    assert.equal(
      first({ why: 'newest-commit', in: null, commit: 'c'.repeat(40) }),
      'From git, worked on last:\n\n- [src/a.ts, line 7](../src/a.ts#L7): changed most by my newest commit, `cccccccccc`',
    );
    const errors = [{ path: 'b.ts', line: 4, message: 'No.', source: 'ts' }];
    assert.equal(first({}, { errors }), 'From the editor, start here:\n\n- [b.ts, line 4](../b.ts#L4): “No.” (ts)');
    assert.ok(section(note(repository()).text, 'Next steps').startsWith('_To fill in'));
  });

  it('says how tests are run, and what the default branch has changed, too', () => {
    const test = { command: 'pnpm test', runs: 'vitest *run*', path: 'packages/a/package.json', line: 9 };
    const told = (given: Partial<Parameters<typeof repository>[0]>) => note(repository(given)).text;
    assert.ok(
      told({ test }).endsWith(
        'How tests are run here, as written: `pnpm test`, in `packages/a/`, which runs `vitest *run*` ' +
          '([packages/a/package.json, line 9](../packages/a/package.json#L9)).\n',
      ),
    );
    assert.match(
      told({ test: { ...test, path: 'Makefile', runs: null } }),
      /written: `pnpm test` \(\[Makefile, line 9\]/,
    );
    assert.ok(
      section(
        told({ alsoChanged: { by: 'origin/main', paths: ['a', 'b', 'c', 'd'] } }),
        'Blockers and risks',
      ).startsWith(
        'From git:\n\n- `origin/main` has changed 4 of these files, too, since the two parted, as of the last fetch: `a`, `b`, `c`, 1 more\n\n_To',
      ),
    );
    assert.match(
      told({ alsoChanged: { by: 'origin/main', paths: ['a'] } }),
      /has changed 1 of these files, too, .*: `a`\n/,
    );
  });

  it('says where code has changed without any tests', () => {
    const risks = (...paths: string[]) =>
      section(note(repository({ files: paths.map((path) => file({ path })) })).text, 'Blockers and risks');
    assert.match(
      risks('src/a.ts', 'README.md', 'src/b.ts'),
      /^From git:\n\n- 2 source files changed, and no file that is a test by its name\n\n_To/,
    );
    for (const paths of [['README.md'], ['src/a.ts', 'test/a.ts'], ['dist/a.js']])
      assert.match(risks(...paths), /^_To/);
    const theirs = file({ path: 'test/a.ts', own: false, where: ['committed'] });
    assert.match(
      section(note(repository({ files: [file(), theirs] })).text, 'Blockers and risks'),
      /^From git:\n\n- 1 source/,
    );
    const others = repository({ files: [file({ own: false, where: ['committed'] })] });
    assert.match(section(note(others).text, 'Blockers and risks'), /^_To/);
    assert.match(section(note(repository({ files: [file()], leftOut: 1 })).text, 'Blockers and risks'), /^_To/);
  });

  it('quotes the steps of a plan only where nothing is begun', () => {
    const planned = [
      { text: 'Read', line: 20 },
      { text: 'Write', line: 21 },
    ];
    const steps = (more: Partial<NoteWorkItem>) =>
      section(
        note(repository(), { workItems: [{ ...workItem, planned, nextActions: [], ...more }] }).text,
        'Next steps',
      );
    const link = (line: number) => `([line ${line}](../tasks/login.md#L${line}))`;
    assert.match(
      steps({}),
      /\n- A plan, as written, that does not say what of it is done: 2 steps, the first “Read” \(\[line 20\]/,
    );
    assert.match(steps({ planned: planned.slice(1) }), /is done: 1 step “Write”/);
    assert.ok(steps({ begun: false }).includes(`\n- Planned: “Read” ${link(20)}\n- Planned: “Write” ${link(21)}\n`));
  });

  it('only counts what others have marked, or have changed in work items, and says who decided', () => {
    const files = [file({ path: 'a.ts', own: false, where: ['committed'] }), file({ path: 'b.ts' })];
    const todo = (path: string) => ({ kind: 'TODO', path, line: 1, text: `TODO: ${path}` }) as const;
    const item = (path: string) => ({ path, title: path, status: { from: null, to: 'Done' }, boxes: null });
    const { text } = note(
      repository({
        files,
        commits: [commit({ own: false, author: 'Ben' })],
        todos: [todo('a.ts'), todo('b.ts'), todo('a.ts')],
        workItems: [item('a.ts'), item('b.ts')],
        decisions: [{ kind: 'Why', commit: commit().hash, text: 'so' }],
      }),
    );
    assert.ok(
      section(text, 'Next steps').startsWith(
        'From git, in lines that were added:\n\n- [b.ts, line 1](../b.ts#L1): “TODO: b.ts”\n' +
          '- 2 more in files that only others have changed: `a.ts`\n\n_To',
      ),
    );
    assert.ok(
      section(text, 'Status').startsWith(
        'From git, in the work items that have changed:\n\n- b.ts: status none → “Done”\n' +
          '- 1 more that only others have changed: `a.ts`\n\n_To',
      ),
    );
    assert.match(section(text, 'Decisions'), /- Why: “so” \(`cccccccccc` by Ben\)/);
  });

  it('tells what is not committed apart from what commits have changed in the same file', () => {
    const both = file({
      where: ['committed', 'unstaged'],
      added: 10,
      removed: 4,
      inCommits: { added: 7, removed: 4 },
    });
    assert.match(
      section(note(repository({ files: [both] })).text, 'What changed'),
      /- modified `src\/a\.ts` \(\+3 −0, unstaged, on top of \+7 −4 in commits\)/,
    );
  });

  it('tells work items apart that mean something else now', () => {
    const boxes = { kind: 'criteria', total: 5, ticked: 3, tickedBefore: 1 } as const;
    const status = { from: 'To Do', to: 'In Progress' };
    const { text } = note(
      repository({
        workItems: [
          { path: 'tasks/a.md', title: 'A [b]', status, boxes },
          { path: 'tasks/c.md', title: 'C', status: { from: null, to: 'Done' }, boxes: null },
        ],
      }),
    );
    assert.ok(
      section(text, 'Status').startsWith(
        'From git, in the work items that have changed:\n\n' +
          '- A \\[b\\]: status “To Do” → “In Progress”; 3 of 5 criteria now ticked (1 before)\n' +
          '- C: status none → “Done”\n\n_To fill in',
      ),
    );
  });

  it('tells what the editor reports in files that have changed', () => {
    const errors = [{ path: 'src/a.ts', line: 4, message: "Cannot find name 'x'.\n  More.", source: 'ts' }];
    const { text } = note(repository(), { errors });
    assert.ok(
      section(text, 'Blockers and risks').startsWith(
        "From the editor, 1 error in files that have changed:\n\n- [src/a.ts, line 4](../src/a.ts#L4): “Cannot find name 'x'. More.” (ts)\n",
      ),
    );
  });

  it('says what is linked and stays here', () => {
    const { text } = note(repository(), { ignoredLinks: ['local/keys.md'] });
    assert.match(
      section(text, 'TL;DR'),
      /- \*\*1 file that the work links to is ignored by git, so that nobody else gets them:\*\* `local\/keys\.md`\./,
    );
  });

  it('groups many files by area, and names what they touch', () => {
    const files = [
      file({ path: 'src/core/a.ts', touched: ['send', 'Mail\u0000`er`'] }),
      ...['b', 'c'].map((name) => file({ path: `src/core/${name}.ts` })),
      file({ path: 'README.md', added: null, removed: null, binary: true }),
      file({ path: 'docs/x.md', touched: Array.from({ length: 9 }, (_, at) => `H${at}`) }),
    ];
    const { text } = note(repository({ files }));
    const changed = section(text, 'What changed').replaceAll(', unstaged', '');
    assert.ok(
      changed.endsWith(
        [
          '- `src/core/`: 3 files, +9 −3',
          '  - modified `src/core/a.ts` (+3 −1): `send`, `` Mail<U+0000>`er` ``',
          '  - modified `src/core/b.ts` (+3 −1)',
          '  - modified `src/core/c.ts` (+3 −1)',
          '- the top folder: 1 file',
          '  - modified `README.md` (binary)',
          '- `docs/`: 1 file, +3 −1',
          '  - modified `docs/x.md` (+3 −1): `H0`, `H1`, `H2`, `H3`, `H4`, `H5`, 3 more',
        ].join('\n'),
      ),
      changed,
    );
  });

  it('names of many files those with most changes in each area', () => {
    const files = Array.from({ length: 40 }, (_, at) =>
      file({ path: `${at % 2 ? 'src' : 'docs'}/${String(at).padStart(2, '0')}.ts`, added: at, removed: 0 }),
    );
    const changed = section(note(repository({ files })).text, 'What changed').replaceAll(', unstaged', '');
    assert.ok(
      changed.endsWith(
        [
          '- `docs/`: 20 files, +380 −0',
          ...[32, 34, 36, 38].map((at) => `  - modified \`docs/${at}.ts\` (+${at} −0)`),
          '  - and 16 more',
          '- `src/`: 20 files, +400 −0',
          ...[33, 35, 37, 39].map((at) => `  - modified \`src/${at}.ts\` (+${at} −0)`),
          '  - and 16 more',
        ].join('\n'),
      ),
      changed,
    );
  });

  it('names first what git does not see', () => {
    const { text } = note(repository(), { unsaved: ['src/a.ts', 'b `c`.md'] });
    assert.match(
      section(text, 'TL;DR'),
      /^\*\*2 files with changes on my machine that are not saved, .*:\*\* `src\/a\.ts`, ``b `c`\.md``\.\n\nFrom git:/,
    );
  });

  it('groups what has changed by where it can be seen', () => {
    const { text } = note(
      repository({
        commits: [commit(), commit({ subject: '' })],
        files: [
          file({ path: 'a.ts', where: ['committed'] }),
          file({ path: 'b.ts', where: ['committed', 'staged', 'unstaged'] }),
          file({ path: 'c.png', where: ['committed'], binary: true, added: null, removed: null }),
          file({ path: 'd.ts', oldPath: 'old d.ts', change: 'renamed', where: ['staged'], added: 0, removed: 0 }),
          file({ path: 'inner/', change: 'untracked', where: ['untracked'], added: null, removed: null }),
          file({ path: 'package-lock.json', where: ['committed'] }),
          file({ path: 'x/yarn.lock', where: ['committed'] }),
        ],
        heldBack: [{ path: '.env', reason: 'A reason.' }],
        unknown: ['What nobody knows.'],
      }),
    );
    assert.equal(
      section(text, 'What changed'),
      `From git on \`feature/x\` at commit \`aaaaaaaaaa\`:

### Only on my machine, not committed: 3 files

- modified \`b.ts\` (+3 −1, committed, staged, unstaged)
- renamed \`old d.ts\` → \`d.ts\` (+0 −0, staged)
- untracked \`inner/\` (a repository of its own)

A plain \`git commit\` would take only what is staged: 1 file and part of 1 file.

### Only on my machine, committed and not pushed: 2 commits, 5 files

- \`cccccccccc\` \`Send the mail\`
- \`cccccccccc\` no subject

Files of these commits:

- modified \`a.ts\` (+3 −1)
- modified \`c.png\` (binary)
- Written by tools: 2 files (\`package-lock.json\`, \`x/yarn.lock\`)

1 file of these commits changed again since: see “not committed” above.

Kept out of this note:

- \`.env\`: A reason.

What git could not tell:

- What nobody knows.`,
    );
  });

  it('says since when it tells', () => {
    const firstLine = (since: SinceFact) => section(note(repository({ since })).text, 'What changed').split('\n')[0];
    const start = 'From git on `feature/x` at commit `aaaaaaaaaa`';
    assert.equal(firstLine({ kind: 'unpushed', of: 'origin/x' }), `${start}:`);
    assert.equal(
      firstLine({ kind: 'last-handoff', of: 'handoffs/a.md' }),
      `${start} (since the last handoff \`handoffs/a.md\`):`,
    );
    assert.equal(firstLine({ kind: 'base', of: 'origin/main' }), `${start} (the branch against \`origin/main\`):`);
    assert.equal(firstLine({ kind: 'staged', of: null }), `${start} (only what is staged):`);
    const ahead = note(repository({ base: 'b'.repeat(40) })).text;
    assert.ok(section(ahead, 'What changed').startsWith(`${start}, compared with \`bbbbbbbbbb\`:\n`));
  });

  it('tells pushed commits from those that are not', () => {
    const commits = [commit({ subject: 'Two' }), commit({ subject: 'One', pushed: true })];
    const mixed = section(note(repository({ commits })).text, 'What changed');
    assert.match(mixed, /### Committed: 2 commits, 0 files; 1 commit of them not pushed\n/);
    assert.match(mixed, /`Two` \(not pushed\)\n- `cccccccccc` `One`$/);
    const pushed = section(note(repository({ commits: commits.slice(1) })).text, 'What changed');
    assert.match(pushed, /### Committed and pushed: 1 commit, 0 files/);
    const unknown = section(note(repository({ commits, base: null })).text, 'What changed');
    assert.match(unknown, /### Committed: 2 commits; 1 commit of them not pushed\n/);
    const before = { since: 'origin/main', commits: commits.slice(1), complete: true };
    const earlier = section(note(repository({}, { pushedBefore: before })).text, 'What changed');
    assert.match(
      earlier,
      /### Pushed to `origin\/feature\/x` before: 1 commit since `origin\/main`\n\n- `cccccccccc` `One`$/,
    );
    const aside = section(note(repository({ files: [file()] }, { pushedBefore: before })).text, 'What changed');
    assert.match(aside, /\n\nPushed to `origin\/feature\/x` before: 1 commit since `origin\/main`\.$/);
  });

  it('stays short whatever has changed', () => {
    const files = Array.from({ length: 5000 }, (_, at) => file({ path: `src/${at}.ts` }));
    const { text } = note(repository({ files, commits: Array.from({ length: 900 }, () => commit()) }));
    assert.match(text, /^- and 4950 more$/m);
    const [last] =
      section(note(repository({ files: [...files, file({ path: 'src/x.ts', added: 9 })] })).text, 'What changed').match(
        /.*x\.ts.*/,
      ) ?? [];
    assert.match(last ?? '', /modified `src\/x\.ts` \(\+9 /);
    assert.ok(text.length < 10_000);
  });

  it('is written without git too, and says why', () => {
    const { text } = note({ reason: 'Git is not installed.' }, { from: '', workItems: [workItem] });
    assert.match(section(text, 'TL;DR'), /There are no facts from git in this note: Git is not installed\./);
    assert.match(section(text, 'What changed'), /^_To fill in: .*_$/);
    assert.match(section(text, 'Pick this up'), /^_To fill in: .*_$/);
    assert.deepEqual(Object.keys(frontMatterOf(text) as object).length, 11);
  });

  it('keeps its structure whatever the repository calls things', () => {
    const shape = (text: string) => {
      const tokens = new MarkdownIt({ html: true }).parse(text.slice(text.indexOf('\n---\n') + 5), {});
      const inline = tokens.flatMap(({ children }) => children ?? []);
      const last = tokens.findLastIndex(({ tag }) => tag === 'h2');
      assert.ok(![...tokens, ...inline].some(({ type }) => type.startsWith('html') || type === 'image'));
      for (const link of inline.filter(({ type }) => type === 'link_open'))
        assert.match(link.attrGet('href') ?? '', /^\.\.\//);
      assert.equal(text.replaceAll('\n', '').search(/[\p{Cc}\p{Bidi_C}\u2028\u2029]/u), -1);
      return {
        headings: tokens.flatMap(({ type, tag }, at) => {
          const heading = type === 'heading_open' && (tag === 'h2' || tag === 'h1');
          return heading ? [tag === 'h1' ? tag : (tokens[at + 1]?.content ?? '')] : [];
        }),
        // The commands below "Pick this up" are there only where the names can be typed.
        blocks: tokens.slice(0, last).map(({ type, tag }) => `${type} ${tag}`),
        stops: unfilledStops(text).length,
        fields: Object.keys(frontMatterOf(text) as object),
      };
    };
    const everywhere = (words: string) =>
      note(
        repository(
          {
            branch: words,
            upstream: words,
            behind: 1,
            commits: [commit({ subject: words }), commit({ author: words, own: false })],
            files: [
              file({ path: words, oldPath: words, change: 'renamed', touched: [words] }),
              file({ path: words, where: ['committed'] }),
              file({ path: words, where: ['committed'], own: false }),
              // Whether code has changed without tests depends on what files are called.
              file({ path: 'a.test.ts' }),
            ],
            start: { path: words, line: 3, in: words, why: 'saved-last', commit: null },
            test: { command: 'npm test', runs: words, path: `${words}/package.json`, line: 2 },
            alsoChanged: { by: words, paths: [words] },
            workItems: [{ path: words, title: words, status: { from: words, to: words }, boxes: null }],
            todos: [{ kind: 'TODO', path: words, line: 1, text: words }],
            decisions: [{ kind: 'Why', commit: 'd'.repeat(40), text: words }],
            unknown: [words],
            heldBack: [{ path: words, reason: words }],
          },
          { remoteBranch: null, remotes: [words] },
        ),
        {
          from: words,
          to: words,
          unsaved: [words],
          ignoredLinks: [words],
          errors: [{ path: words, line: 1, message: words, source: words }],
          workItems: [
            {
              path: words,
              title: words,
              finished: false,
              status: { text: words, line: 1 },
              dependencies: { text: words, line: 1 },
              begun: true,
              nextActions: [{ text: words, line: 1 }],
              planned: [{ text: words, line: 1 }],
              unticked: [{ text: words, line: 2 }],
              questions: [{ text: words, line: 2 }],
              waitsOn: [{ path: words, title: words, status: words, finished: false }],
            },
          ],
        },
      ).text;
    const plain = shape(everywhere('word'));
    assert.equal(plain.stops, 6);
    const pieces = [
      ...'`*_[]()<>&~|$\\#-+!"\'\n\r\t :=.@1w\u202e\u0000\u2028\u0085',
      ...[
        '\n## ',
        '\n---\n',
        '```',
        '<img src=x onerror=a>',
        '<!--',
        '_To fill in: x_',
        '](javascript:x)',
        '{{',
        '~~~',
        '\n    ',
      ],
    ];
    const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => `w${parts.join('')}w`);
    fc.assert(
      fc.property(hostile, (words) => {
        assert.deepEqual(shape(everywhere(words)), plain);
      }),
      { numRuns: 300 },
    );
  });
});
