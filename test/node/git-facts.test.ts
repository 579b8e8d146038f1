import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherHandoffFacts } from '../../src/app/gather-handoff-facts.ts';
import type { Since } from '../../src/app/since.ts';
import type { HandoffFacts, Repository } from '../../src/core/handoff/handoff-facts.ts';
import { gatheredIn, plainGit as git, readWorkItem } from './gathered-in.ts';
import { branchStates } from './git-states/branch-states.ts';
import { compareWithGit, inWords } from './git-states/compare-with-git.ts';
import { oddStates } from './git-states/odd-states.ts';
import { operationStates } from './git-states/operation-states.ts';
import { otherBranch } from './git-states/state.ts';
import { workTreeStates } from './git-states/work-tree-states.ts';
import { clonedRepository, digestOf, inTemporaryFolder, repositoryAt } from './temporary-repository.ts';

const states = [...workTreeStates, ...branchStates, ...operationStates, ...oddStates];

describe('the facts of a repository', function () {
  this.timeout(20_000);
  for (const state of states) {
    it(state.name, () =>
      inTemporaryFolder(async (folder) => {
        const clone = clonedRepository(folder);
        const path = state.set(clone, folder) ?? clone.path;
        const before = digestOf(folder);
        const { facts } = await factsOf(path, state.since);
        assert.equal(digestOf(folder), before, 'nothing has changed, below .git or elsewhere');
        const root = join(path, facts.repository);
        for (const [name, value] of Object.entries(state.facts ?? {})) {
          assert.deepEqual(facts[name as keyof HandoffFacts], value, name);
        }
        if (state.files) assert.deepEqual(facts.files.map(inWords).sort(), [...state.files].sort());
        for (const words of state.unknown ?? []) {
          assert.ok(
            facts.unknown.some((sentence) => sentence.includes(words)),
            `${words}: ${facts.unknown.join('\n')}`,
          );
        }
        compareWithGit(repositoryAt(root), facts);
      }),
    );
  }

  it('are listed in the docs, each of them', () => {
    const listed = readFileSync('docs/handoff-states.md', 'utf8').match(/^- .*$/gm);
    assert.deepEqual(
      listed,
      states.map(({ name }) => `- ${name}`),
    );
  });

  it('a folder below the root, and a linked worktree in the middle of a merge', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.commit('tasks/deep/x.md', 'x\n');
      repository.write('a.txt', 'x\n');
      repository.write('tasks/deep/y.md', 'y\n');
      repository.write('c.txt', 'x\n');
      repository.git('add', 'c.txt');
      repository.git('config', 'diff.relative', 'true');
      repository.git('update-index', '--assume-unchanged', 'b.txt');
      const below = await factsOf(join(repository.path, 'tasks/deep'));
      assert.deepEqual([below.facts.repository, below.prefix], ['../..', 'tasks/deep/']);
      assert.deepEqual(below.facts.files.map(inWords), [
        'modified a.txt unstaged',
        'added c.txt staged',
        'added tasks/deep/x.md committed',
        'untracked tasks/deep/y.md untracked',
      ]);
      assert.deepEqual(
        below.facts.files.map(({ added, removed }) => [added, removed]),
        [
          [1, 30],
          [1, 0],
          [1, 0],
          [1, 0],
        ],
      );
      assert.ok(below.facts.unknown.some((sentence) => sentence.endsWith(' unchanged: b.txt.')));
      repository.git('checkout', '--quiet', '--', 'a.txt');
      const other = otherBranch(repository);
      repository.git('worktree', 'add', '--quiet', join(folder, 'linked'));
      repositoryAt(join(folder, 'linked')).tryGit('merge', other);
      const linked = (await factsOf(join(folder, 'linked'))).facts;
      assert.deepEqual([linked.operation, linked.branch], ['merge', 'linked']);
      assert.equal((await factsOf(repository.path)).facts.operation, 'none');
    }));

  it('names that are not UTF-8', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      for (const last of [0xfe, 0xff]) {
        const path = Buffer.concat([Buffer.from(`${repository.path}/x`), Buffer.from([last])]);
        mkdirSync(path);
        symlinkSync('nowhere', Buffer.concat([path, Buffer.from('/y')]));
      }
      const { facts } = await factsOf(repository.path);
      assert.deepEqual(facts.files.map(inWords), [
        'untracked x\u{FFFD}/y untracked',
        'untracked x\u{FFFD}/y untracked',
      ]);
      assert.ok(facts.unknown.some((sentence) => sentence.includes('not UTF-8')));
    }));

  it('says what a filter hides, which is not started', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.git('config', 'filter.upper.clean', 'tr a-z A-Z');
      repository.git('config', 'filter.upper.required', 'true');
      repository.write('.gitattributes', '*.up filter=upper\n');
      repository.commit('x.up', 'abc\n');
      repository.git('push', '--quiet');
      utimesSync(join(repository.path, 'x.up'), 1, 1);
      const { facts } = await factsOf(repository.path);
      assert.deepEqual(
        facts.files.map(({ path, added }) => [path, added]),
        [['x.up', null]],
      );
      assert.ok(facts.unknown.includes('Whether x.up has changed: its filter upper was not started.'));
    }));

  it('says why there are no facts', () =>
    inTemporaryFolder(async (folder) => {
      const reason = async (path: string) => {
        const gathered = await gatherHandoffFacts(git, path, { readWorkItem });
        return 'reason' in gathered ? gathered.reason : null;
      };
      assert.equal(await reason(folder), 'This folder is in no git repository.');
      repositoryAt(join(folder, 'work')).git('init', '--quiet', '--bare', join(folder, 'bare.git'));
      assert.match((await reason(join(folder, 'bare.git'))) ?? '', /bare git repository/);
      assert.match((await reason(join(folder, 'work/.git'))) ?? '', /inside of a git repository/);
      assert.match((await reason('vscode-vfs://github/x')) ?? '', /folders of this machine only/);
    }));

  it('says which command fails in the midst, and why', () =>
    inTemporaryFolder(async (folder) => {
      repositoryAt(folder).git('init', '--quiet');
      writeFileSync(join(folder, '.git/index'), 'no index');
      await assert.rejects(
        gatherHandoffFacts(git, folder, { readWorkItem }),
        /^Error: git (status|ls-files) failed: .*index file/,
      );
    }));
});

async function factsOf(path: string, since?: Since): Promise<Repository> {
  return gatheredIn(path, since && { since });
}
