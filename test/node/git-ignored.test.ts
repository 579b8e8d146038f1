import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createGitIgnored, withoutIgnored } from '../../src/app/git-ignored.ts';
import { documentsAt } from '../../src/node/documents-at.ts';
import { nodeFiles } from '../../src/node/files.ts';
import { nodeGit } from '../../src/node/git.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt } from './temporary-repository.ts';

const git = nodeGit({ environment: plainEnvironment });
const never = new AbortController().signal;

/** What git ignores, with what has been warned of. */
function setUp(options: { mayRun?: () => boolean } = {}) {
  const warnings: string[] = [];
  const asks: string[] = [];
  const counted = nodeGit({ environment: plainEnvironment, ...options });
  const ignored = createGitIgnored(
    {
      stream(folder, args, read, signal) {
        asks.push(folder);
        return counted.stream(folder, args, read, signal);
      },
    },
    (message) => warnings.push(message),
  );
  return { ignored, warnings, asks };
}

/** A repository with a file of every kind that git ignores, and neighbours that it does not. */
function repositoryIn(folder: string) {
  const repository = repositoryAt(join(folder, 'work'));
  repository.write('.gitignore', 'out/\n*.draft.md\n!kept.draft.md\n/linked\n');
  repository.write('docs/.gitignore', 'private.md\n');
  repository.write('.git/info/exclude', 'mine/\n');
  repository.write('forced.draft.md', '# Forced\n');
  repository.git('add', '--force', '.');
  const files = [
    'out/a.md',
    'out/deep/b.md',
    'c.draft.md',
    'kept.draft.md',
    'docs/private.md',
    'docs/d.md',
    'mine/e.md',
  ];
  for (const file of [...files, 'private.md', 'outer/f.md', 'ä/g.draft.md']) repository.write(file, '# X\n');
  symlinkSync('out', join(repository.path, 'linked'));
  return repository;
}

const kept = ['docs/d.md', 'forced.draft.md', 'kept.draft.md', 'outer/f.md', 'private.md'];

describe('what git ignores', () => {
  it('is not found, whatever file says so, unless it is committed all the same', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = repositoryIn(folder);
      const { ignored, warnings } = setUp();
      const found = await nodeFiles(path, ignored).find(never);
      assert.deepEqual(
        found.map((document) => document.path),
        kept,
      );
      assert.equal(ignored.has({ folder: path, path: 'linked/a.md' }), true);
      assert.equal(ignored.has({ folder: path, path: 'linked-2/a.md' }), false);
      assert.deepEqual(warnings, []);
    }));

  it('is checked where it is named', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = repositoryIn(folder);
      const { ignored, warnings } = setUp();
      const paths = async (named: string) => (await documentsAt(path, named, ignored)).map((document) => document.path);
      assert.deepEqual(await paths('.'), kept);
      assert.deepEqual(await paths('docs'), ['docs/d.md']);
      assert.deepEqual(await paths('c.draft.md'), ['c.draft.md']);
      assert.deepEqual(await paths('out'), ['out/a.md', 'out/deep/b.md']);
      assert.deepEqual(await paths('out/deep'), ['out/deep/b.md']);
      assert.deepEqual(warnings, []);
    }));

  it('is nothing where git may not run or there is no repository, without a warning', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = repositoryIn(folder);
      const untrusted = setUp({ mayRun: () => false });
      await untrusted.ignored.ask(path);
      const outside = setUp();
      await outside.ignored.ask(folder);
      for (const { ignored, warnings, asks } of [untrusted, outside]) {
        assert.equal(ignored.has({ folder: path, path: 'out/a.md' }), false);
        assert.deepEqual(warnings, []);
        await ignored.askAgain(asks[0] ?? '');
        assert.equal(asks.length, 1);
      }
    }));

  it('is nothing, with a warning, where git fails', async () => {
    const warnings: string[] = [];
    const failing = { stream: async () => ({ exitCode: 128, stdout: '', stderr: 'fatal: bad index\nmore\n' }) };
    const ignored = createGitIgnored(failing, (message) => warnings.push(message));
    await ignored.ask('/w');
    assert.equal(ignored.has({ folder: '/w', path: 'a.md' }), false);
    assert.deepEqual(warnings, ['What git ignores in /w is not known, and shown: fatal: bad index']);
  });

  it('is not waited for when the reading is cancelled', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = repositoryIn(folder);
      await assert.rejects(setUp().ignored.ask(path, AbortSignal.abort()), { name: 'AbortError' });
    }));

  it('is known when the question is answered, whatever is asked meanwhile, and the newest answer stays', async () => {
    const answers: ((paths: string) => void)[] = [];
    const ignored = createGitIgnored(
      {
        stream: (_folder, _args, read) =>
          new Promise((resolve) => {
            answers.push((paths) => {
              read(paths);
              resolve({ exitCode: 0, stdout: '', stderr: '' });
            });
          }),
      },
      assert.fail,
    );
    const has = (path: string): boolean => ignored.has({ folder: '/work', path });
    const first = ignored.ask('/work');
    const second = ignored.ask('/work');
    const third = ignored.ask('/work');
    answers[0]?.('a.md\0');
    await first;
    assert.ok(has('a.md'));
    answers[2]?.('c.md\0');
    await third;
    answers[1]?.('b.md\0');
    await second;
    assert.deepEqual(['a.md', 'b.md', 'c.md'].filter(has), ['c.md']);
  });

  it('is asked for anew before new files are handed on, once for many', () =>
    inTemporaryFolder(async (folder) => {
      const { path, write } = repositoryIn(folder);
      const { ignored, asks } = setUp();
      await ignored.ask(path);
      const handedOn: string[] = [];
      const add = withoutIgnored(ignored, (documents) => handedOn.push(...documents.map((document) => document.path)));
      // All that is in ä is ignored, so that git tells the folder; the new file in it is not.
      const files = ['ä/h.md', 'ä/new.draft.md', 'new/out/i.md', 'new/j.md', ...Array(50).fill('k.md')];
      for (const file of files) write(file, '# X\n');
      await Promise.all(files.map((file) => add({ key: join(path, file), folder: path, path: file })));
      assert.deepEqual([...new Set(handedOn)], ['ä/h.md', 'new/j.md', 'k.md']);
      assert.equal(asks.length, 2);
    }));

  it('changes with what the exclude files say', () =>
    inTemporaryFolder(async (folder) => {
      const { path, write } = repositoryIn(folder);
      const files = nodeFiles(path, createGitIgnored(git, assert.fail));
      await files.find(never);
      write('.gitignore', 'docs\n');
      const found = (await files.find(never)).map((document) => document.path);
      assert.deepEqual(found.slice(0, 3), ['c.draft.md', 'forced.draft.md', 'kept.draft.md']);
      assert.equal(
        found.some((file) => file.startsWith('docs/')),
        false,
      );
    }));
});
