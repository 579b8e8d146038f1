import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import type { Gathered } from '../../../src/core/handoff/handoff-facts.ts';
import { handoffNote, type NoteInput } from '../../../src/core/handoff/handoff-note.ts';
import type { NoteWorkItem } from '../../../src/core/handoff/note-work-item.ts';
import { commit, file, repository } from './example-facts.ts';

const workItem: NoteWorkItem = {
  path: 'tasks/login.md',
  title: 'Reset password by mail',
  finished: false,
  status: { text: 'In Progress', line: 4 },
  dependencies: { text: 'TASK-3', line: 6 },
  nextActions: [{ text: 'Ask Ben', line: 11 }],
  unticked: [{ text: 'Mail is sent', line: 16 }],
};

const note = (gathered: Gathered, more: Partial<NoteInput> = {}) =>
  handoffNote({
    date: '2026-03-02T18:04:00+01:00',
    from: 'Ann Lee',
    to: '',
    gathered,
    workItems: [],
    unsaved: [],
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
      '_To fill in: where the work stands, in one or two sentences._',
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
      `From git on \`feature/x\` at commit \`aaaaaaaaaa\`, compared with \`aaaaaaaaaa\`:

### Only on my machine, not committed: 3 files

- modified \`b.ts\` (+3 −1, committed, staged, unstaged)
- renamed \`old d.ts\` → \`d.ts\` (+0 −0, staged)
- untracked \`inner/\` (a repository of its own)

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

  it('tells pushed commits from those that are not', () => {
    const commits = [commit({ subject: 'Two' }), commit({ subject: 'One', pushed: true })];
    const mixed = section(note(repository({ commits })).text, 'What changed');
    assert.match(mixed, /### Committed: 2 commits, 0 files; 1 commit of them not pushed\n/);
    assert.match(mixed, /`Two` \(not pushed\)\n- `cccccccccc` `One`$/);
    const pushed = section(note(repository({ commits: commits.slice(1) })).text, 'What changed');
    assert.match(pushed, /### Committed and pushed: 1 commit, 0 files/);
    const unknown = section(note(repository({ commits, base: null })).text, 'What changed');
    assert.match(unknown, /### Committed: 2 commits; 1 commit of them not pushed\n/);
    const before = { since: 'origin/main', base: 'b'.repeat(40), commits: commits.slice(1), complete: true };
    const earlier = section(note(repository({}, { pushedBefore: before })).text, 'What changed');
    assert.match(
      earlier,
      /### Pushed to `origin\/feature\/x` before: 1 commit since `origin\/main`\n\n- `cccccccccc` `One`\n/,
    );
    assert.match(earlier, /`git diff --stat bbbbbbbbbb aaaaaaaaaa`/);
  });

  it('stays short whatever has changed', () => {
    const files = Array.from({ length: 5000 }, (_, at) => file({ path: `src/${at}.ts` }));
    const { text } = note(repository({ files, commits: Array.from({ length: 900 }, () => commit()) }));
    assert.match(text, /^- and 4950 more$/m);
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
    const evil = '\n## Evil\n\n<img src=x onerror=alert(1)>\n```\n_To fill in: x_ [a](javascript:b) `c` \u202e';
    const { text, firstStop } = note(
      repository({
        branch: evil,
        upstream: evil,
        behind: 1,
        commits: [commit({ subject: evil })],
        files: [file({ path: evil, oldPath: evil, change: 'renamed' }), file({ path: evil, where: ['committed'] })],
        unknown: [evil],
        heldBack: [{ path: evil, reason: evil }],
      }),
      {
        from: evil,
        to: evil,
        workItems: [
          {
            ...workItem,
            path: evil,
            title: evil,
            status: { text: evil, line: 1 },
            unticked: [{ text: evil, line: 2 }],
          },
        ],
      },
    );
    const tokens = new MarkdownIt({ html: true }).parse(text.slice(text.indexOf('\n---\n') + 5), {});
    const headings = tokens.filter(({ type, tag }) => type === 'heading_open' && tag !== 'h3');
    assert.equal(headings.length, 9);
    const inline = tokens.flatMap(({ children }) => children ?? []);
    assert.ok(![...tokens, ...inline].some(({ type }) => type.startsWith('html') || type === 'image'));
    assert.ok(
      inline.filter(({ type }) => type === 'link_open').every((link) => link.attrGet('href')?.startsWith('../')),
    );
    assert.ok(!text.includes('\u202e'));
    assert.match(text.slice(firstStop.start, firstStop.end), /^_To fill in: where the work stands/);
    const prompts = text.match(/^_To fill in: .*_$/gm);
    assert.equal(prompts?.length, 6);
  });
});
