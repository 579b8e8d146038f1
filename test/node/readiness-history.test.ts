import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isCandidatePath } from '../../src/app/candidate-paths.ts';
import { gatherHistory } from '../../src/app/gather-history.ts';
import type { WorkspaceFolder } from '../../src/app/ports.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { nodeGit } from '../../src/node/git.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt, type TemporaryRepository } from './temporary-repository.ts';

const task = (status: string, done = ''): string =>
  `---\nstatus: ${status}\ndependencies: none, all is there\n---\n# Sort by price\n\n## Goal\n\nCustomers find the cheapest offer first, since most of them look for it.\n\n## Resources\n\n- [list](../list.ts)\n\n## Next steps\n\n1. Read how the list is sorted today.\n${done && `\n## Definition of done\n\n- [ ] ${done}\n`}`;

const ready = 'A list with three offers shows the cheapest one first';

interface Options {
  readonly folders?: readonly WorkspaceFolder[];
  readonly period?: number;
  readonly signal?: AbortSignal;
  readonly checked?: string[];
  readonly told?: string[];
}

/** The history of four weeks before noon of 30 March 2026. */
function gather(path: string, { folders, period = 1, signal, checked = [], told = [] }: Options = {}) {
  let time = 0;
  return gatherHistory(
    {
      git: nodeGit({ environment: plainEnvironment }),
      clock: { now: () => new Date('2026-03-30T12:00:00Z'), utcOffset: () => 0 },
      elapsed: () => (time += 3),
      pause: async () => {},
      isCandidate: (document) => isCandidatePath(document.path),
      check(_folder, path, text) {
        checked.push(path);
        return checkDocument({ path, text }, defaultSettings);
      },
    },
    folders ?? [{ key: path, name: 'work' }],
    { months: period },
    (done, all) => told.push(`${done}/${all}`),
    signal ?? new AbortController().signal,
  );
}

const days = ({ samples }: Awaited<ReturnType<typeof gather>>) =>
  samples.map(({ day, counts: { open, ready, finished } }) => `${day}: ${ready} of ${open}, ${finished}`);

const inRepository = (body: (repository: TemporaryRepository) => Promise<void>) => () =>
  inTemporaryFolder((folder) => body(repositoryAt(join(folder, 'work'))));

describe('gatherHistory', () => {
  it(
    'tells how ready the work items were week by week',
    inRepository(async (r) => {
      r.commitAt('2026-03-01T10:00:00Z', 'tasks/a.md', task('To Do'));
      r.commitAt('2026-03-08T10:00:00Z', 'tasks/b.md', task('To Do', ready));
      r.commitAt('2026-03-20T10:00:00Z', 'tasks/a.md', task('To Do', ready));
      r.commitAt('2026-03-22T10:00:00Z', 'tasks/b.md', task('Done', ready).replace('[ ]', '[x]'));
      r.write('tasks/c.md', task('To Do'));
      const before = r.gitDigest();
      assert.deepEqual(days(await gather(r.path)), [
        '2026-03-02: 0 of 1, 0',
        '2026-03-09: 1 of 2, 0',
        '2026-03-16: 1 of 2, 0',
        '2026-03-23: 1 of 1, 1',
      ]);
      assert.equal(r.gitDigest(), before);
    }),
  );

  it(
    'reads every version of a document once, and nothing that is none',
    inRepository(async (r) => {
      r.write('src/a.ts', 'export {};\n');
      r.write('big.md', `${'x'.repeat(80)}\n`.repeat(20_000));
      r.commitAt('2026-03-01T10:00:00Z', 'tasks/a.md', task('To Do'));
      r.commitAt('2026-03-08T10:00:00Z', 'tasks/b.md', task('To Do'));
      const [checked, told]: [string[], string[]] = [[], []];
      await gather(r.path, { checked, told });
      assert.deepEqual(checked, ['tasks/a.md', 'tasks/b.md']);
      assert.deepEqual([told[0], told.at(-1)], ['0/4', '4/4']);
    }),
  );

  it(
    'says where the history begins',
    inRepository(async (r) => {
      r.commitAt('2026-03-10T10:00:00Z', 'tasks/a.md', task('To Do'));
      const history = await gather(r.path);
      assert.deepEqual(days(history), ['2026-03-16: 0 of 1, 0', '2026-03-23: 0 of 1, 0']);
      assert.deepEqual(history.unknown, ['The history of the branch does not go back beyond 2026-03-16.']);
    }),
  );

  it(
    'keeps to a folder below the top of the repository, with paths relative to it',
    inRepository(async (r) => {
      r.commitAt('2026-03-01T10:00:00Z', 'web/tasks/a ä"b.md', task('To Do'));
      r.commitAt('2026-03-01T10:00:00Z', 'tasks/b.md', task('To Do'));
      const checked: string[] = [];
      await gather(join(r.path, 'web'), { checked });
      assert.deepEqual(checked, ['tasks/a ä"b.md']);
    }),
  );

  it(
    'adds up several folders, and says which one has no history',
    inRepository(async (r) => {
      r.commitAt('2026-03-01T10:00:00Z', 'one/tasks/a.md', task('To Do'));
      r.commitAt('2026-03-01T10:00:00Z', 'two/tasks/b.md', task('To Do', ready));
      const folders = ['one', 'two', '..'].map((name) => ({ key: join(r.path, name), name }));
      const history = await gather(r.path, { folders });
      assert.equal(days(history)[0], '2026-03-02: 1 of 2, 0');
      assert.deepEqual(history.unknown, [
        'The history of .. is left out: There is no history to read: the folder is in no git repository.',
      ]);
    }),
  );

  it(
    'is clear about a folder without a history',
    inRepository(async (r) => {
      await assert.rejects(gather(r.path), /^Error: There is no history to read: nothing has been committed\.$/);
    }),
  );

  it(
    'stops when it is told to',
    inRepository(async (r) => {
      r.commitAt('2026-03-01T10:00:00Z', 'tasks/a.md', task('To Do'));
      await assert.rejects(gather(r.path, { signal: AbortSignal.abort() }), { name: 'AbortError' });
    }),
  );
});
