import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createNotesOnBranches, noteElsewhere } from '../../src/app/notes-on-branches.ts';
import { readDocument } from '../../src/core/document/document.ts';
import { noGit } from '../fakes/no-git.ts';
import { plainGit as git } from './gathered-in.ts';
import { clonedRepository, inTemporaryFolder, twoClones } from './temporary-repository.ts';

const fail = (message: string) => assert.fail(message);

describe('createNotesOnBranches', function () {
  this.timeout(20_000);

  it('finds the notes of branches that are not checked out, each as the newest of them has it', () =>
    inTemporaryFolder(async (folder) => {
      const { author, reader } = twoClones(folder);
      author.git('switch', '--quiet', '--create', 'feature/x');
      author.write('handoffs/deep/b.md', 'B');
      author.write('handoffs/c.txt', 'C');
      author.write('other/d.md', 'D');
      author.commitAt('2026-03-02T10:00:00Z', 'handoffs/a.md', 'older');
      author.git('switch', '--quiet', '--create', 'feature/y');
      author.commitAt('2026-03-03T10:00:00Z', 'handoffs/a.md', 'newer');
      author.git('push', '--quiet', 'origin', 'feature/x', 'feature/y');
      const source = createNotesOnBranches(git, fail);
      const all = () => source.of(reader.path, 'handoffs', () => true);
      assert.deepEqual(await all(), []);
      reader.git('fetch', '--quiet');
      const before = reader.gitDigest();
      const y = { ref: 'origin/feature/y', branch: 'feature/y' };
      assert.deepEqual(await all(), [
        { path: 'handoffs/a.md', ...y, text: 'newer' },
        { path: 'handoffs/deep/b.md', ...y, text: 'B' },
      ]);
      assert.deepEqual(
        (await source.of(reader.path, 'handoffs', (path) => path !== 'handoffs/a.md')).map(({ path }) => path),
        ['handoffs/deep/b.md'],
      );
      assert.equal(reader.gitDigest(), before);
    }));

  it('looks below the workspace folder, where that is not the repository’s root', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.commit('web/handoffs/a.md', 'A');
      repository.commit('handoffs/b.md', 'B');
      repository.git('push', '--quiet');
      repository.git('reset', '--quiet', '--hard', 'HEAD~2');
      repository.write('web/index.ts', '');
      const found = await createNotesOnBranches(git, fail).of(join(repository.path, 'web'), 'handoffs', () => true);
      assert.deepEqual(found, [{ path: 'handoffs/a.md', ref: 'origin/main', branch: 'main', text: 'A' }]);
    }));

  it('leaves out branches that are merged', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.commit('handoffs/a.md', 'A');
      repository.git('push', '--quiet', 'origin', 'main', 'main:feature/x');
      repository.git('rm', '--quiet', 'handoffs/a.md');
      repository.git('commit', '--quiet', '--message', 'Clear away');
      assert.deepEqual(await createNotesOnBranches(git, fail).of(repository.path, 'handoffs', () => true), []);
    }));

  it('leaves out what is too large to be a note', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.commit('handoffs/a.md', 'x'.repeat(200_001));
      repository.git('push', '--quiet');
      repository.git('reset', '--quiet', '--hard', 'HEAD^');
      assert.deepEqual(await createNotesOnBranches(git, fail).of(repository.path, 'handoffs', () => true), []);
    }));

  it('finds nothing without git or a repository, and warns of what fails otherwise', () =>
    inTemporaryFolder(async (folder) => {
      assert.deepEqual(await createNotesOnBranches(noGit, fail).of('/w', 'handoffs', () => true), []);
      assert.deepEqual(await createNotesOnBranches(git, fail).of(folder, 'handoffs', () => true), []);
      const warnings: string[] = [];
      const broken = { ...noGit, run: () => Promise.reject(new Error('disk full')) };
      const source = createNotesOnBranches(broken, (message) => warnings.push(message));
      assert.deepEqual(await source.of('/w', 'handoffs', () => true), []);
      assert.match(warnings.join(), /disk full/);
    }));
});

describe('noteElsewhere', () => {
  const found = { path: 'handoffs/a.md', ref: 'origin/x', branch: 'x' };
  const read = (text: string) => noteElsewhere(readDocument(found.path, text), { ...found, text }, '/w', 'git:a');

  it('reads the note in a file', () => {
    const note = read('---\ntype: handoff\nto: Ben\n---\n# Handoff: `sort`\n');
    assert.deepEqual([note?.key, note?.folder, note?.path], ['git:a', '/w', 'handoffs/a.md']);
    assert.deepEqual([note?.title, note?.titleRange.start.line, note?.note.to], ['Handoff: sort', 4, 'Ben']);
    assert.deepEqual(note?.elsewhere, { ref: 'origin/x', branch: 'x' });
    assert.equal(read('---\ntype: handoff\n---\n')?.title, 'a.md');
  });

  it('is none where the file is something else', () => {
    assert.equal(read('# How we hand off\n'), null);
  });
});
