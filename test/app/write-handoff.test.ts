import assert from 'node:assert/strict';
import type { Clock, Git } from '../../src/app/ports.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import { composeHandoffNote, type HandoffRequest, writeHandoffNote } from '../../src/app/write-handoff.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import { file, repository } from '../core/handoff/example-facts.ts';
import { fakeSecrets } from '../core/handoff/fake-secrets.ts';
import { memoryFiles } from '../fakes/memory-files.ts';
import { noGit } from '../fakes/no-git.ts';

const clock = (offset: number): Clock => ({ now: () => new Date('2026-03-02T23:30:00.123Z'), utcOffset: () => offset });

const text = `---
id: TASK-7
status: In Progress
dependencies: [TASK-3]
---
# Réset “password” / by mail: a title that goes on for longer than the name of a file should
Next action: ask Ben

## Acceptance Criteria
- [ ] Mail is sent
`;

function request(more: Partial<HandoffRequest> = {}): HandoffRequest {
  const workItems = [{ path: 'tasks/login.md', text, read: readWorkItemBy(defaultSettings), waitsOn: [] }];
  return { folder: '/w', notesFolder: 'handoffs', gathered: repository(), workItems, ...more };
}

describe('writeHandoffNote', () => {
  it('writes a new note, named by the author’s day and the work item', async () => {
    const files = memoryFiles();
    const note = await writeHandoffNote({ files, clock: clock(60), git: noGit }, request());
    assert.equal(note.document.path, 'handoffs/2026-03-03-réset-password-by-mail-a-title-that-goes-on-for.md');
    assert.equal(files.contents.get(note.document.path), note.text);
    assert.match(note.text, /^date: 2026-03-03T00:30:00\+01:00$/m);
    assert.match(note.text, /^from: "Ann Lee"$/m);
    const again = await writeHandoffNote({ files, clock: clock(60), git: noGit }, request());
    assert.notEqual(again.document.path, note.document.path);
  });

  it('gives the first stop as a position', async () => {
    const { text: note, firstStop } = await composeHandoffNote({ clock: clock(0), git: noGit }, request());
    assert.equal(
      note.split('\n')[firstStop.start.line],
      '_To fill in: what this is for, with its issue if there is one, and where it stands, in one or two sentences._',
    );
    assert.deepEqual([firstStop.start.character, firstStop.end.line], [0, firstStop.start.line]);
  });

  it('knows offsets west of Greenwich and of half an hour', async () => {
    const dateOf = async (offset: number) =>
      /^date: (.*)$/m.exec((await composeHandoffNote({ clock: clock(offset), git: noGit }, request())).text)?.[1];
    assert.equal(await dateOf(-210), '2026-03-02T20:00:00-03:30');
    assert.equal(await dateOf(330), '2026-03-03T05:00:00+05:30');
    assert.equal(await dateOf(0), '2026-03-02T23:30:00+00:00');
  });

  it('quotes what the document says, with its lines', async () => {
    const note = (await composeHandoffNote({ clock: clock(0), git: noGit }, request())).text;
    assert.match(note, /Status, as written: “In Progress” \(\[line 3\]\(\.\.\/tasks\/login\.md#L3\)\)/);
    assert.match(note, /Next, as written: “ask Ben” \(\[line 7\]/);
    assert.match(note, /Not ticked yet: “Mail is sent” \(\[line 10\]/);
    assert.match(note, /Dependencies, as written: “.*TASK-3.*” \(\[line 4\]/);
  });

  it('leads to the status where no next action is named, and to a section that tells it', async () => {
    const statusOf = async (status: string) => {
      const document = `# Move the mail\n\nType: task\n\n${status}\n\n## Goal\n\nSend less mail.\n`;
      const workItems = [{ path: 'tasks/mail.md', text: document, read: readWorkItemBy(defaultSettings), waitsOn: [] }];
      return (await composeHandoffNote({ clock: clock(0), git: noGit }, request({ workItems }))).text;
    };
    assert.match(await statusOf('**Status:** Draft'), /Status, as written: “Draft” \(\[line 5\]/);
    const section = '## Current state of the work\n\nThe limiter refuses; the header is half done.';
    assert.match(await statusOf(section), /Status, as written: “Current state of the work” \(\[line 5\]/);
    assert.match(await statusOf(''), /Its document states no status\./);
  });

  it('links from wherever the notes are', async () => {
    const deep = await composeHandoffNote(
      { clock: clock(0), git: noGit },
      request({ notesFolder: './docs/handoffs/' }),
    );
    assert.match(deep.path, /^docs\/handoffs\/2026-/);
    assert.match(deep.text, /\(\.\.\/\.\.\/tasks\/login\.md\)/);
  });

  it('is named by the branch without a work item, and has a name without either', async () => {
    const path = async (more: Partial<HandoffRequest>) =>
      (await composeHandoffNote({ clock: clock(0), git: noGit }, request({ workItems: [], ...more }))).path;
    assert.equal(await path({}), 'handoffs/2026-03-02-feature-x.md');
    assert.equal(await path({ gathered: { reason: 'No git.' } }), 'handoffs/2026-03-02-handoff.md');
  });

  it('tells of errors in files that have changed only, from the repository’s root on', async () => {
    const gathered = repository({ files: [file({ path: 'app/src/a.ts' })] }, { prefix: 'app/' });
    const error = (path: string) => ({ path, line: 2, message: `No ${fakeSecrets.github}`, source: 'ts' });
    const errors = [error('src/a.ts'), error('src/b.ts')];
    const { text: note } = await composeHandoffNote(
      { clock: clock(0), git: noGit },
      request({ gathered, errors, workItems: [] }),
    );
    assert.match(note, /\n- \[app\/src\/a\.ts, line 2\]\(\.\.\/src\/a\.ts#L2\): “No \\\[held back\\\]” \(ts\)\n/);
    assert.ok(!note.includes('b.ts'));
  });

  it('names what is linked and ignored, and what git does not tell of that', async () => {
    const linking = text.replace('- [ ] Mail', '- [ ] [Mail](../mail.log)');
    const workItems = [{ path: 'tasks/login.md', text: linking, read: readWorkItemBy(defaultSettings), waitsOn: [] }];
    const answering = (exitCode: number): Git => ({
      ...noGit,
      run: async () => ({ exitCode, stdout: 'mail.log\0', stderr: 'No.' }),
    });
    const noteOf = async (git: Git) =>
      (
        await composeHandoffNote(
          { clock: clock(0), git },
          request({ workItems, gathered: repository({}, { prefix: 'app/' }) }),
        )
      ).text;
    assert.match(await noteOf(answering(0)), /ignored by git, so that nobody else gets them:\*\* `app\/mail\.log`/);
    assert.match(
      await noteOf(answering(1)),
      /What git could not tell:\n\n- Which files that the work links to git ignores: No\./,
    );
  });

  it('lets no secret of a work item or an author through', async () => {
    const secret = fakeSecrets.github ?? '';
    const leaking = text
      .replace('ask Ben', `use ${secret}`)
      .replace('Réset', secret)
      .replace('Mail is', `Mail ${secret} is`);
    const gathered = repository({}, { author: `Ann ${secret}` });
    const composed = await composeHandoffNote(
      { clock: clock(0), git: noGit },
      request({
        gathered,
        workItems: [{ path: 'tasks/login.md', text: leaking, read: readWorkItemBy(defaultSettings), waitsOn: [] }],
      }),
    );
    assert.ok(!(composed.text + composed.path).toLowerCase().includes(secret.toLowerCase()));
    assert.match(composed.text, /use \\\[held back\\\]/);
  });

  it('lets no part of a secret through where a quote is cut short, and keeps the lines below a long one', async () => {
    const secret = fakeSecrets.github ?? '';
    const words = 'a word of many '.repeat(4);
    const key = `-----BEGIN PRIVATE ${''}KEY-----\nMIIEvQ\n-----END PRIVATE ${''}KEY-----`;
    const leaking = `${key}\n\n# Mail\n\nStatus: ${words}${secret}\n\n## Dependencies\n\n- ${words}${secret}\n`;
    const workItems = [{ path: 'tasks/login.md', text: leaking, read: readWorkItemBy(defaultSettings), waitsOn: [] }];
    const { text: note } = await composeHandoffNote({ clock: clock(0), git: noGit }, request({ workItems }));
    assert.match(note, /Status, as written: “a word .*held back.*” \(\[line 7\]/);
    assert.match(note, /Dependencies, as written: “a word .*held back/);
    for (const part of [secret.slice(4, 10), 'MIIEvQ']) assert.ok(!note.includes(part), part);
  });
});
