import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createRecentAuthors } from '../../src/app/recent-authors.ts';
import { nodeGit } from '../../src/node/git.ts';
import { keptLog } from '../fakes/log.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt } from './temporary-repository.ts';

describe('recent authors', () => {
  const clock = { now: () => new Date('2026-03-30T12:00:00Z'), utcOffset: () => 0 };
  const git = nodeGit({ environment: plainEnvironment });

  it('are those of the folder within a year, the busiest first, as the repository names them', async () => {
    await inTemporaryFolder(async (folder) => {
      const log = keptLog();
      const r = repositoryAt(join(folder, 'r'));
      r.commitAt('2024-12-01T10:00:00Z', 'app/a.md', '1', 'Long Gone');
      r.commitAt('2026-01-01T10:00:00Z', 'app/a.md', '2', 'bo');
      r.commitAt('2026-01-02T10:00:00Z', 'app/a.md', '3', 'Ann Lee');
      r.commitAt('2026-01-03T10:00:00Z', 'app/a.md', '4', 'Ann Lee');
      r.commitAt('2026-01-04T10:00:00Z', 'other/a.md', '1', 'Else Where');
      r.commitAt('2026-01-05T10:00:00Z', 'app/a.md', '5', 'tool[bot]');
      r.commitAt('2026-01-06T10:00:00Z', '.mailmap', 'Bo Berg <ann@example.com> bo <ann@example.com>\n', 'Else Where');
      const authors = createRecentAuthors({ git, clock, log });
      assert.deepEqual(await authors.of(join(r.path, 'app')), ['Ann Lee', 'Bo Berg']);
      assert.deepEqual(await authors.of(folder), []);
      assert.deepEqual(log.lines, []);
    });
  });
});
