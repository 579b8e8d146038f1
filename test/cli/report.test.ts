import assert from 'node:assert/strict';
import { report } from '../../src/cli/commands/report.ts';
import { main } from '../../src/cli/main.ts';
import { nodeGit } from '../../src/node/git.ts';
import { fakeIo } from '../fakes/cli-io.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt } from '../node/temporary-repository.ts';

const contents = {
  'tasks/a.md':
    '---\nid: T-1\nstatus: To Do\nowner: Ann\ndependencies: [T-2]\n---\n# A\n\n## Acceptance criteria\n\n- [ ] x\n',
  'tasks/b.md': '---\nid: T-2\nstatus: Done\nowner: Ben\n---\n# B\n\n## Acceptance criteria\n\n- [x] x\n',
  'README.md': '# Read me\n',
};

async function run(args: readonly string[], io = fakeIo(contents)) {
  const status = await main(['report', ...args], [report], '0', io);
  return { status, ...io.told };
}

describe('async-ready report', () => {
  it('tells how ready the work is, as markdown', async () => {
    const { status, out, err } = await run([]);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^# Readiness on 2026-03-09\n\n0 of 1 open work item is ready\. 1 is finished\.\n/);
    assert.match(out, /\| Ann \| 1 \| 0 \| {2}\| {2}\|/);
    assert.doesNotMatch(out, /Over time/);
  });

  it('tells programs the same', async () => {
    const { out } = await run(['--format', 'json']);
    const { version, all, history } = JSON.parse(out);
    assert.deepEqual([version, all.open, all.finished, history], [1, 1, 1, null]);
  });

  it('tells how that has changed', () =>
    inTemporaryFolder(async (folder) => {
      const repository = repositoryAt(folder);
      for (const [path, text] of Object.entries(contents)) repository.commitAt('2026-02-20T12:00:00Z', path, text);
      const io = { ...fakeIo(contents), git: nodeGit({ environment: plainEnvironment }) };
      const files = { ...io.files, folders: () => [{ key: folder, name: 'w' }] };
      const { status, out, err } = await run(['--since', '2weeks', '--format', 'json'], { ...io, files });
      assert.deepEqual([status, err], [0, '']);
      const { samples } = JSON.parse(out).history;
      assert.deepEqual(
        samples.map(({ day, counts }: { day: string; counts: { open: number } }) => [day, counts.open]),
        [
          ['2026-02-23', 1],
          ['2026-03-02', 1],
          ['2026-03-09', 1],
        ],
      );
    }));

  it('is clear about what it cannot do', async () => {
    assert.match((await run(['--since', 'ever'])).err, /--since takes a period such as 6months.*"ever" is none/);
    assert.match((await run(['--format', 'pdf'])).err, /--format is markdown or json/);
    const { status, err } = await run(['--since', '1month']);
    assert.deepEqual([status, err], [2, 'async-ready: Git is not here.\n']);
  });
});
