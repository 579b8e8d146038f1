import assert from 'node:assert/strict';
import { createDrift, type NoteOrigin } from '../../src/app/handoff-drift.ts';
import type { Drift } from '../../src/core/handoff/drift.ts';
import { noGit } from '../fakes/no-git.ts';
import { plainGit as git } from './gathered-in.ts';
import { inTemporaryFolder, lines, type TemporaryRepository, twoClones } from './temporary-repository.ts';

const fail = (message: string) => assert.fail(message);

interface Clones {
  readonly author: TemporaryRepository;
  readonly reader: TemporaryRepository;
  /** What the note says of the branch `feature/x`, with two files, that the author has pushed. */
  readonly note: NoteOrigin & { readonly head: string };
  /** What the reader's clone tells of that note. */
  drift(more?: Partial<NoteOrigin>): Promise<Drift | null>;
}

/** Two clones of one repository, in which an author has pushed a branch and written a note on it. */
const inTwoClones = (body: (clones: Clones) => Promise<void>) => () =>
  inTemporaryFolder(async (folder) => {
    const { author, reader } = twoClones(folder);
    author.git('switch', '--quiet', '--create', 'feature/x');
    const base = author.git('rev-parse', 'HEAD').trim();
    author.commit('a.txt', lines(1, 31));
    author.commit('src/new.ts', 'x\n');
    author.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
    const note = { path: 'handoffs/x.md', branch: 'feature/x', base, head: author.git('rev-parse', 'HEAD').trim() };
    const drift = (more = {}) => createDrift(git, fail).of(reader.path, { ...note, ...more });
    await body({ author, reader, note, drift });
  });

const fetch = (reader: TemporaryRepository) => reader.git('fetch', '--quiet', 'origin');

function goOn(author: TemporaryRepository): void {
  author.commit('a.txt', lines(1, 32));
  author.commit('c.txt', 'c\n');
  author.git('push', '--quiet', '--force', 'origin', 'feature/x');
}

describe('createDrift', function () {
  this.timeout(20_000);

  it(
    'says so where the commit is not here',
    inTwoClones(async ({ reader, drift }) => {
      assert.deepEqual(await drift(), { kind: 'not-here' });
      fetch(reader);
      assert.deepEqual(await drift({ head: '1'.repeat(40) }), { kind: 'not-here' });
    }),
  );

  it(
    'has nothing to tell where nothing has moved',
    inTwoClones(async ({ reader, drift }) => {
      fetch(reader);
      assert.deepEqual(await drift(), { kind: 'none' });
    }),
  );

  it(
    'counts the commits on the remote’s branch and the files of the note that they change',
    inTwoClones(async ({ author, reader, drift }) => {
      goOn(author);
      fetch(reader);
      const hash = author.git('rev-parse', 'HEAD').trim();
      const moved = { kind: 'moved', branch: 'origin/feature/x', hash, commits: 2, rewritten: false };
      assert.deepEqual(await drift(), { ...moved, files: 2, changed: ['a.txt'] });
      assert.deepEqual(await drift({ base: '1'.repeat(40) }), { ...moved, files: null, changed: ['a.txt', 'c.txt'] });
    }),
  );

  it(
    'takes the files since the default branch where all was pushed when the note was written',
    inTwoClones(async ({ author, reader, note, drift }) => {
      goOn(author);
      fetch(reader);
      for (const base of [note.head, null]) {
        const found = await drift({ base });
        assert.deepEqual(found?.kind === 'moved' && [found.files, found.changed], [2, ['a.txt']]);
      }
      reader.git('remote', 'set-head', 'origin', '--delete');
      const found = await drift({ base: null });
      assert.deepEqual(found?.kind === 'moved' && [found.files, found.changed], [null, ['a.txt', 'c.txt']]);
    }),
  );

  it(
    'does not count the commit of the note itself',
    inTwoClones(async ({ author, reader, note, drift }) => {
      author.commit(note.path, 'the note\n');
      author.git('push', '--quiet');
      fetch(reader);
      assert.deepEqual(await drift(), { kind: 'none' });
      author.commit(note.path, 'the note, picked up\n');
      goOn(author);
      fetch(reader);
      const found = await drift();
      assert.deepEqual(found?.kind === 'moved' && [found.commits, found.changed], [2, ['a.txt']]);
      assert.equal((await drift({ path: 'other.md' }))?.kind === 'moved', true);
    }),
  );

  it(
    'counts the commits of this machine, where these are more',
    inTwoClones(async ({ author, reader, drift }) => {
      fetch(reader);
      reader.git('switch', '--quiet', 'feature/x');
      reader.commit('mine.txt', 'mine\n');
      const found = await drift();
      assert.equal(found?.kind === 'moved' && `${found.branch} ${found.commits}`, 'feature/x 1');
      goOn(author);
      fetch(reader);
      const later = await drift();
      assert.equal(later?.kind === 'moved' && `${later.branch} ${later.commits}`, 'origin/feature/x 2');
    }),
  );

  it(
    'says so where the branch has been rewritten',
    inTwoClones(async ({ author, reader, drift }) => {
      fetch(reader);
      author.git('reset', '--quiet', '--hard', 'HEAD^');
      goOn(author);
      fetch(reader);
      const found = await drift();
      assert.ok(found?.kind === 'moved' && found.rewritten && found.changed.includes('src/new.ts'));
    }),
  );

  it(
    'compares with HEAD where the branch has gone, or the note names none',
    inTwoClones(async ({ author, reader, drift }) => {
      fetch(reader);
      author.git('switch', '--quiet', 'main');
      author.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature/x');
      author.commit('later.txt', 'x\n');
      author.git('push', '--quiet', 'origin', 'main', ':feature/x');
      reader.git('fetch', '--quiet', '--prune', 'origin');
      reader.git('merge', '--quiet', '--ff-only', 'origin/main');
      for (const branch of ['feature/x', null, 'feat*', '-x']) {
        const found = await drift({ branch });
        assert.equal(found?.kind === 'moved' && `${found.branch} ${found.commits}`, 'HEAD 1', `${branch}`);
      }
    }),
  );

  it(
    'asks where the branches stand once, and again when it is told to; git is only read',
    inTwoClones(async ({ author, reader, note }) => {
      fetch(reader);
      const source = createDrift(git, fail);
      assert.deepEqual(await source.of(reader.path, note), { kind: 'none' });
      goOn(author);
      fetch(reader);
      const before = reader.gitDigest();
      assert.deepEqual(await source.of(reader.path, note), { kind: 'none' });
      source.forget();
      assert.equal((await source.of(reader.path, note))?.kind, 'moved');
      assert.equal(reader.gitDigest(), before);
    }),
  );

  it('has nothing to tell without git, or of a note without a commit', async () => {
    const source = createDrift(noGit, fail);
    assert.equal(await source.of('/w', { path: '', branch: 'x', base: null, head: 'a'.repeat(40) }), null);
    assert.equal(await createDrift(git, fail).of('/', { path: '', branch: 'x', base: null, head: null }), null);
  });

  it('warns of what fails otherwise', async () => {
    const warnings: string[] = [];
    const broken = { ...noGit, run: () => Promise.reject(new Error('disk full')) };
    const source = createDrift(broken, (message) => warnings.push(message));
    assert.equal(await source.of('/w', { path: '', branch: 'x', base: null, head: 'a'.repeat(40) }), null);
    assert.match(warnings.join(), /disk full/);
  });
});
