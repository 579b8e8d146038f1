import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherHandoffFacts } from '../../src/app/gather-handoff-facts.ts';
import { GitUnavailable } from '../../src/app/ports.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import { nodeGit } from '../../src/node/git.ts';
import { hardenedEnvironment } from '../../src/node/git-environment.ts';
import { clonedRepository, inTemporaryFolder, plainEnvironment, repositoryAt } from './temporary-repository.ts';

const git = nodeGit({ environment: plainEnvironment });
const readWorkItem = readWorkItemBy(defaultSettings);

describe('git on this machine', function () {
  this.timeout(20_000);

  it('does not take over GIT_* from its environment', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      const other = repositoryAt(join(folder, 'other'));
      other.commit('x.txt', 'x\n');
      const environment = {
        ...plainEnvironment,
        GIT_DIR: join(other.path, '.git'),
        GIT_WORK_TREE: other.path,
        git_index_file: '/nowhere',
        GIT_EXTERNAL_DIFF: `touch ${folder}/fired`,
        GIT_TRACE: join(folder, 'trace'),
        GIT_CONFIG_PARAMETERS: `'core.fsmonitor=touch ${folder}/fired'`,
      };
      const { stdout } = await nodeGit({ environment }).run(repository.path, ['rev-parse', 'HEAD']);
      assert.equal(stdout, repository.git('rev-parse', 'HEAD'));
      await nodeGit({ environment }).run(repository.path, ['status']);
      assert.equal(existsSync(join(folder, 'fired')), false);
      assert.equal(existsSync(join(folder, 'trace')), false);
    }));

  it('strips GIT_* in whatever case, as Windows does not tell them apart', () => {
    const { GIT_CONFIG_COUNT, Git_Dir, PATH } = hardenedEnvironment({ Git_Dir: 'x', PATH: '/bin' }, []);
    assert.deepEqual([Git_Dir, PATH], [undefined, '/bin']);
    assert.ok(Number(GIT_CONFIG_COUNT) > 0);
  });

  it('does not start the git that lies in the folder, or in a relative folder of the PATH', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'git'), `#!/bin/sh\ntouch ${folder}/fired\necho git version 9.9\n`, { mode: 0o755 });
      const environment = { ...plainEnvironment, PATH: `.::${plainEnvironment.PATH}` };
      const workingDirectory = process.cwd();
      process.chdir(folder);
      try {
        const { stdout } = await nodeGit({ environment }).run(folder, ['version']);
        assert.match(stdout, /^git version [2-8]/);
      } finally {
        process.chdir(workingDirectory);
      }
      assert.equal(existsSync(join(folder, 'fired')), false);
    }));

  it('says so when git is missing, too old or may not run', () =>
    inTemporaryFolder(async (folder) => {
      const old = join(folder, 'old-git');
      writeFileSync(old, '#!/bin/sh\necho git version 2.30.9\n', { mode: 0o755 });
      const unavailable = (message: RegExp) => (error: unknown) =>
        error instanceof GitUnavailable && message.test(error.message);
      const run = (options: Parameters<typeof nodeGit>[0]) => nodeGit(options).run(folder, ['version']);
      await assert.rejects(run({ environment: { PATH: folder } }), unavailable(/not installed/));
      await assert.rejects(run({ binary: join(folder, 'no-git') }), unavailable(/could not be started/));
      await assert.rejects(run({ binary: old }), unavailable(/2\.31 or newer is needed.*“git version 2\.30\.9”/));
      await assert.rejects(run({ mayRun: () => false }), unavailable(/not trusted/));
      await assert.rejects(nodeGit().run(join(folder, 'none'), ['version']), unavailable(/could not be started/));
      assert.deepEqual(await gatherHandoffFacts(nodeGit({ mayRun: () => false }), folder, { readWorkItem }), {
        reason: 'Git is not started in a workspace that is not trusted.',
      });
    }));

  it('asks each time whether it may run, and again for a git that was missing', () =>
    inTemporaryFolder(async (folder) => {
      let trusted = false;
      const guarded = nodeGit({ mayRun: () => trusted, environment: plainEnvironment });
      await assert.rejects(guarded.run(folder, ['version']), GitUnavailable);
      trusted = true;
      assert.equal((await guarded.run(folder, ['version'])).exitCode, 0);
      const binary = join(folder, 'git-to-be');
      const late = nodeGit({ binary, environment: plainEnvironment });
      await assert.rejects(late.run(folder, ['version']), GitUnavailable);
      writeFileSync(binary, '#!/bin/sh\nexec git "$@"\n', { mode: 0o755 });
      assert.equal((await late.run(folder, ['version'])).exitCode, 0);
    }));

  it('tells a failing command by its exit code, and takes folders as URIs', () =>
    inTemporaryFolder(async (folder) => {
      const { exitCode, stderr } = await git.run(new URL(`file://${folder}`).href, ['rev-parse', 'HEAD']);
      assert.equal(exitCode, 128);
      assert.match(stderr, /not a git repository/);
      await assert.rejects(git.run('vscode-vfs://github/x', ['version']), GitUnavailable);
    }));

  it('ends when it is aborted, or says too much', () =>
    inTemporaryFolder(async (folder) => {
      const slow = join(folder, 'slow-git');
      writeFileSync(slow, '#!/bin/sh\n[ "$1" = version ] && exec git version\nexec sleep 30\n', { mode: 0o755 });
      const abort = new AbortController();
      const run = nodeGit({ binary: slow, environment: plainEnvironment }).run(folder, ['log'], abort.signal);
      setTimeout(() => abort.abort(), 50);
      await assert.rejects(run, { name: 'AbortError' });
      const repository = clonedRepository(folder);
      const bounded = nodeGit({ environment: plainEnvironment, maximumOutput: 1000 });
      await assert.rejects(
        bounded.run(repository.path, ['log', '-p', '--binary']),
        /git log says more than 1000 bytes/,
      );
      assert.equal((await bounded.run(repository.path, ['rev-parse', 'HEAD'])).exitCode, 0);
    }));

  it('reads regular files up to a limit, and follows no link', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'a'), 'abc');
      symlinkSync('a', join(folder, 'link'));
      mkdirSync(join(folder, 'sub'));
      repositoryAt(folder);
      const read = async (path: string, limit = 3) => {
        const bytes = await git.readFile(join(folder, 'sub'), path, limit);
        return bytes && Buffer.from(bytes).toString();
      };
      assert.equal(await read('../a'), 'abc');
      assert.equal(await read(join(folder, 'a')), 'abc');
      assert.equal(await read('../a', 2), null);
      assert.equal(await read('../link'), null);
      assert.equal(await read('../sub'), null);
      assert.equal(await read('../none'), null);
    }));
});
