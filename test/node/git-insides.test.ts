import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { HandoffQuestion } from '../../src/app/gather-handoff-facts.ts';
import type { HandoffFacts } from '../../src/core/handoff/handoff-facts.ts';
import { fakeSecrets } from '../core/handoff/fake-secrets.ts';
import { gatheredIn } from './gathered-in.ts';
import { clonedRepository, inTemporaryFolder, repositoryAt } from './temporary-repository.ts';

async function factsOf(folder: string, question: Partial<HandoffQuestion> = {}): Promise<HandoffFacts> {
  return (await gatheredIn(folder, question)).facts;
}

const task = (status: string, ...boxes: string[]) =>
  [`---\nid: TASK-1\nstatus: ${status}\n---\n# Mail\n\n## Acceptance Criteria\n`, ...boxes, ''].join('\n');

describe('what the changed lines tell', function () {
  this.timeout(20_000);

  it('names functions, sections and marked lines as they are in the work tree', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.commit('src/mail.ts', 'export function send() {\n  one();\n}\n');
      r.commit('docs/how to.md', '# How\n\nText\n\n## Send\n\nText\n');
      r.git('push', '--quiet');
      r.commit('src/mail.ts', 'export function send() {\n  one(); // TODO: two\n}\n');
      r.write('src/mail.ts', '// First\n\nexport function send() {\n  one(); // TODO: two\n}\n');
      r.write('docs/how to.md', '# How\n\nText\n\n## Send\n\nMore text\n');
      r.write('src/new.ts', '// FIXME: all of it\nconst later = 1;\n');
      r.write('.env', '# TODO: not this\n');
      r.write('dist/out.js', '// TODO: nor this\n');
      const { files, todos } = await factsOf(r.path);
      assert.deepEqual(
        files.map(({ path, touched }) => [path, ...touched]),
        [['.env'], ['dist/out.js'], ['docs/how to.md', 'Send'], ['src/mail.ts', 'send'], ['src/new.ts', 'later']],
      );
      assert.deepEqual(todos, [
        { kind: 'TODO', path: 'src/mail.ts', line: 4, text: 'TODO: two' },
        { kind: 'FIXME', path: 'src/new.ts', line: 1, text: 'FIXME: all of it' },
      ]);
    }));

  it('tells whose the commits are, and which files nothing but those of others has changed', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      const by = (author: string, path: string) => {
        r.write(path, `${author}\n`);
        r.git('add', path);
        r.git('commit', '--quiet', `--author=${author}`, '-m', path);
      };
      r.git('config', 'user.name', 'Ann');
      r.git('config', 'user.email', 'ann@x.example');
      r.git('config', 'diff.relative', 'true');
      const other = 'Ben <ben@x.example>';
      by(other, 'by ben ü.txt');
      by(other, 'both.txt');
      by(other, 'again.txt');
      const own = async (path = r.path) => {
        const { commits, files } = await factsOf(path);
        return [
          commits.map((commit) => `${commit.author} ${commit.own}`),
          files.flatMap((f) => (f.own ? [f.path] : [])),
        ];
      };
      assert.deepEqual(await own(), [['Ben false', 'Ben false', 'Ben false'], []]);
      by('annlee <Ann@x.example>', 'both.txt');
      by('Ann <home@x.example>', 'below/mine.txt');
      r.write('again.txt', 'not committed\n');
      const whose = ['Ann true', 'annlee true', 'Ben false', 'Ben false', 'Ben false'];
      assert.deepEqual(await own(), [whose, ['again.txt', 'below/mine.txt', 'both.txt']]);
      assert.deepEqual(await own(join(r.path, 'below')), [whose, ['again.txt', 'below/mine.txt', 'both.txt']]);
    }));

  it('tells what a merge of work by others has of its own', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('config', 'user.name', 'Ann');
      const commit = (author: string, path: string, text: string) => {
        r.write(path, text);
        r.git('add', path);
        r.git('commit', '--quiet', `--author=${author}`, '-m', path);
      };
      r.git('switch', '--quiet', '--create', 'other');
      commit('Ben <b@x>', 'theirs.txt', 'theirs\n');
      commit('Ben <b@x>', 'both.txt', 'theirs\n');
      r.git('switch', '--quiet', '-');
      commit('Cleo <c@x>', 'both.txt', 'hers\n');
      r.tryGit('merge', '--quiet', 'other');
      commit('Ann <a@x>', 'both.txt', 'both\n');
      const { files } = await factsOf(r.path);
      assert.deepEqual(
        files.map((f) => [f.path, f.own]),
        [
          ['both.txt', true],
          ['theirs.txt', false],
        ],
      );
    }));

  it('tells what work items mean now that they did not mean before, from git show to the work tree', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.commit('tasks/ü one.md', task('To Do', '- [ ] One', '- [ ] Two', '- [x] Three'));
      r.commit('tasks/two.md', task('To Do', '- [ ] One'));
      r.git('push', '--quiet');
      r.commit('tasks/ü one.md', task('To Do', '- [x] One', '- [ ] Two', '- [x] Three'));
      r.git('mv', 'tasks/ü one.md', 'tasks/done.md');
      r.write('tasks/done.md', task('Done', '- [x] One', '- [x] Two', '- [x] Three').replaceAll('\n', '\r\n'));
      r.write('tasks/two.md', `${task('To Do', '- [ ] One')}\nMore words.\n`);
      r.write('tasks/three.md', task('In Progress', '- [x] One'));
      const { workItems } = await factsOf(r.path);
      assert.deepEqual(workItems, [
        {
          path: 'tasks/done.md',
          title: 'Mail',
          status: { from: 'To Do', to: 'Done' },
          boxes: { kind: 'criteria', total: 3, ticked: 3, tickedBefore: 1 },
        },
      ]);
      const below = await factsOf(join(r.path, 'tasks'));
      assert.deepEqual(
        below.workItems.map(({ path }) => path),
        ['tasks/done.md'],
      );
    }));

  it('takes what is staged, and not what is in the work tree, where only that is asked for', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.commit('tasks/a.md', task('To Do', '- [ ] One'));
      r.write('tasks/a.md', task('Done', '- [ ] One'));
      r.write('a.txt', 'TODO: staged\n');
      r.git('add', '--all');
      r.write('tasks/a.md', task('Blocked', '- [ ] One'));
      r.write('a.txt', 'TODO: not staged\n');
      r.write('b.txt', 'TODO: nor this\n');
      r.write('new.txt', 'x\n');
      const { files, leftOut, workItems, todos } = await factsOf(r.path, { since: { kind: 'staged' } });
      assert.deepEqual(
        files.map(({ path }) => path),
        ['a.txt', 'tasks/a.md'],
      );
      assert.equal(leftOut, 2);
      assert.deepEqual(workItems[0]?.status, { from: 'To Do', to: 'Done' });
      assert.deepEqual(
        todos.map(({ text }) => text),
        ['TODO: staged'],
      );
    }));

  it('reads decisions from the messages of the commits since the base only', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.commit('a.txt', 'x\n', 'One\n\nWhy: before');
      r.git('push', '--quiet');
      r.commit('a.txt', 'y\n', 'Two\n\nDecision: keep it\n\nBecause it is small.');
      const commit = r.git('rev-parse', 'HEAD').trim();
      assert.deepEqual((await factsOf(r.path)).decisions, [
        { kind: 'Decision', text: 'keep it', commit },
        { kind: 'Because', text: 'Because it is small.', commit },
      ]);
    }));

  it('looks into what was written before the first commit', () =>
    inTemporaryFolder(async (folder) => {
      const r = repositoryAt(folder);
      r.write('a.ts', 'const first = 1; // TODO: more\n');
      r.git('add', 'a.ts');
      const { files, todos, since } = await factsOf(folder);
      assert.deepEqual([files[0]?.touched, todos.map(({ line }) => line), since.kind], [['first'], [1], 'uncommitted']);
    }));

  it('is not led astray by settings and attributes of the repository', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.write('.gitattributes', '*.ts diff=odd\n*.md diff=markdown\n');
      r.commit('a.ts', 'function one() {\n  1;\n}\n');
      r.commit('"q"\ttab.md', '# A\n\ntext\n');
      r.git('push', '--quiet');
      const settings = {
        'diff.odd.xfuncname': '^(nothing)',
        'diff.noprefix': 'true',
        'diff.mnemonicPrefix': 'true',
        'diff.interHunkContext': '9',
        'diff.context': '9',
        'color.ui': 'always',
        'diff.colorMoved': 'zebra',
        'diff.submodule': 'log',
        'diff.algorithm': 'patience',
        'core.quotePath': 'true',
        'diff.wsErrorHighlight': 'all',
      };
      for (const [name, value] of Object.entries(settings)) r.git('config', name, value);
      r.write('a.ts', 'function one() {\n  2; // TODO: 3\n}\n');
      r.write('"q"\ttab.md', '# A\n\nother text\n');
      const { files, todos } = await factsOf(r.path);
      assert.deepEqual(
        files.map(({ path, touched }) => [path, ...touched]),
        [
          ['"q"\ttab.md', 'A'],
          ['a.ts', 'one'],
        ],
      );
      assert.deepEqual(
        todos.map(({ line }) => line),
        [2],
      );
    }));

  it('holds secrets back wherever a line is quoted, and shows what does not show', () =>
    inTemporaryFolder(async (folder) => {
      const secret = fakeSecrets.github ?? '';
      const r = clonedRepository(folder);
      r.commit('a.ts', `const ${secret} = 1; // TODO: use ${secret}\n`, `One\n\nWhy: ${secret}`);
      r.commit('a.md', `# Use ${secret}\n\nx\n\n## \u202Eback\n\nx\n`);
      const facts = await factsOf(r.path);
      assert.ok(!JSON.stringify(facts).includes(secret), JSON.stringify(facts));
      assert.deepEqual(
        facts.files.map(({ touched }) => touched),
        [['Use [held back]', '<U+202E>back'], ['[held back]']],
      );
      assert.deepEqual(
        facts.heldBack.map(({ path }) => path),
        ['a name in a.ts', 'line 1 of a.ts', `the message of commit ${facts.commits[1]?.hash.slice(0, 10)}`],
      );
    }));
});
