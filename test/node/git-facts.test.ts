import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherHandoffFacts } from '../../src/app/gather-handoff-facts.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import type { HandoffFacts, Place, Repository } from '../../src/core/handoff/handoff-facts.ts';
import { nodeGit } from '../../src/node/git.ts';
import {
  clonedRepository,
  inTemporaryFolder,
  lines,
  plainEnvironment,
  repositoryAt,
  type TemporaryRepository,
} from './temporary-repository.ts';

interface State {
  readonly name: string;
  set(repository: TemporaryRepository, folder: string): void;
  /** What must stand in the facts, beside what git's plumbing says. */
  readonly facts?: Partial<HandoffFacts>;
  /** `change path` or `change oldPath > path`, and the places. */
  readonly files?: readonly string[];
  /** A word of a sentence in `unknown`. */
  readonly unknown?: readonly string[];
}

const git = nodeGit({ environment: plainEnvironment });
const readWorkItem = readWorkItemBy(defaultSettings);

const states: readonly State[] = [
  {
    name: 'a clean clone',
    set: () => {},
    files: [],
    facts: { ahead: 0, behind: 0, unknown: [], upstream: 'origin/main' },
  },
  {
    name: 'every kind of change in the index',
    set(r) {
      r.write('a.txt', lines(1, 31));
      r.git('mv', 'b.txt', 'c.txt');
      r.git('rm', '--quiet', 'logo.png');
      r.write('new.txt', 'x\n');
      r.git('add', '--all');
    },
    files: ['added new.txt staged', 'deleted logo.png staged', 'modified a.txt staged', 'renamed b.txt > c.txt staged'],
  },
  {
    name: 'every kind of change in the work tree',
    set(r) {
      r.write('a.txt', lines(1, 29));
      rmSync(join(r.path, 'b.txt'));
      symlinkSync('a.txt', join(r.path, 'b.txt'));
      rmSync(join(r.path, 'logo.png'));
      r.write('new/x.txt', 'no line end');
      r.write('new/x.bin', new Uint8Array([0, 1]));
    },
    files: [
      'deleted logo.png unstaged',
      'modified a.txt unstaged',
      'type-changed b.txt unstaged',
      'untracked new/x.bin untracked',
      'untracked new/x.txt untracked',
    ],
  },
  {
    name: 'one file in three places',
    set(r) {
      r.commit('a.txt', lines(2, 30));
      r.write('a.txt', lines(2, 31));
      r.git('add', 'a.txt');
      r.write('a.txt', lines(2, 32));
    },
    files: ['modified a.txt committed+staged+unstaged'],
    facts: { ahead: 1 },
  },
  {
    name: 'a staged file that was deleted again',
    set(r) {
      r.write('new.txt', 'x\n');
      r.git('add', 'new.txt');
      rmSync(join(r.path, 'new.txt'));
    },
    files: ['deleted new.txt staged+unstaged'],
  },
  {
    name: 'a file that git was told to forget',
    set: (r) => void r.git('rm', '--quiet', '--cached', 'a.txt'),
    files: ['deleted a.txt staged+untracked'],
  },
  {
    name: 'a file that will be added',
    set(r) {
      r.write('later.txt', 'x\n');
      r.git('add', '--intent-to-add', 'later.txt');
    },
    files: ['added later.txt unstaged'],
  },
  {
    name: 'a copy',
    set(r) {
      r.write('copy.txt', lines(1, 30));
      r.write('a.txt', lines(1, 31));
      r.git('add', '--all');
    },
    files: ['copied a.txt > copy.txt staged', 'modified a.txt staged'],
  },
  {
    name: 'a copy in a commit',
    set(r) {
      r.write('copy.txt', lines(1, 30));
      r.commit('a.txt', lines(1, 31));
    },
    files: ['copied a.txt > copy.txt committed', 'modified a.txt committed'],
  },
  {
    name: 'an executable bit',
    set(r) {
      chmodSync(join(r.path, 'a.txt'), 0o755);
    },
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'a file that was touched, not changed',
    set(r) {
      utimesSync(join(r.path, 'a.txt'), 1, 1);
    },
    files: [],
  },
  {
    name: 'a file that was touched beside one that was changed',
    set(r) {
      utimesSync(join(r.path, 'a.txt'), 1, 1);
      r.write('b.txt', 'x\n');
    },
    files: ['modified b.txt unstaged'],
  },
  {
    name: 'commits that are not pushed, with a rename and a binary',
    set(r) {
      r.git('mv', 'a.txt', 'd.txt');
      r.commit('d.txt', lines(1, 31));
      r.commit('logo.png', new Uint8Array([137, 80, 0, 2]), 'Logo');
    },
    files: ['modified logo.png committed', 'renamed a.txt > d.txt committed'],
    facts: { ahead: 2, behind: 0 },
  },
  {
    name: 'ahead and behind',
    set(r) {
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet');
      r.git('reset', '--quiet', '--hard', 'HEAD^');
      r.commit('b.txt', lines(40, 71));
    },
    files: ['modified b.txt committed'],
    facts: { ahead: 1, behind: 1 },
  },
  {
    name: 'a branch without an upstream',
    set(r) {
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
    },
    files: ['modified a.txt committed'],
    facts: { branch: 'feature/x', upstream: null, ahead: null, behind: null },
  },
  {
    name: 'a branch that was pushed without being tracked, and went on',
    set(r) {
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet', 'origin', 'feature/x');
      r.commit('a.txt', lines(1, 32));
    },
    files: ['modified a.txt committed'],
    facts: { upstream: null },
  },
  {
    name: 'an upstream that is gone',
    set(r) {
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
      r.git('push', '--quiet', 'origin', ':feature/x');
    },
    facts: { upstream: 'origin/feature/x', ahead: null, behind: null },
    unknown: ['deleted or never fetched'],
  },
  {
    name: 'an upstream on this machine',
    set(r) {
      r.commit('a.txt', lines(1, 31));
      r.git('switch', '--quiet', '--create', 'feature/x', '--track', 'main');
      r.commit('b.txt', lines(40, 71));
    },
    facts: { upstream: 'main', ahead: 1, behind: 0 },
    files: ['modified b.txt committed'],
    unknown: ['a branch of this machine'],
  },
  {
    name: 'no record of the default branch',
    set(r) {
      r.git('remote', 'set-head', 'origin', '--delete');
      r.git('switch', '--quiet', '--create', 'feature/x', '--no-track');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { base: null },
    unknown: ['the default branch of origin is not recorded'],
  },
  {
    name: 'a history of its own',
    set(r) {
      r.git('switch', '--quiet', '--orphan', 'other');
      r.commit('z.txt', 'z\n');
    },
    facts: { base: null },
    unknown: ['no commit in common'],
  },
  {
    name: 'a merge with conflicts',
    set: (r) => r.tryGit('merge', otherBranch(r)),
    files: ['conflicted a.txt unstaged'],
    facts: { operation: 'merge', detached: false, branch: 'main' },
  },
  {
    name: 'a merge of a file that one side deleted',
    set(r) {
      r.git('switch', '--quiet', '--create', 'other');
      r.git('rm', '--quiet', 'a.txt');
      r.git('commit', '--quiet', '--message', 'Remove');
      r.git('switch', '--quiet', 'main');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet');
      r.tryGit('merge', 'other');
    },
    files: ['conflicted a.txt unstaged'],
    facts: { operation: 'merge' },
  },
  {
    name: 'a rebase with conflicts',
    set(r) {
      const other = otherBranch(r);
      r.git('switch', '--quiet', '--create', 'mine');
      r.tryGit('rebase', other);
    },
    facts: { operation: 'rebase', detached: true, branch: 'mine' },
    unknown: ['How the rebase will end'],
  },
  {
    name: 'a rebase by patches',
    set(r) {
      const other = otherBranch(r);
      r.git('switch', '--quiet', '--create', 'mine');
      r.tryGit('rebase', '--apply', other);
    },
    facts: { operation: 'rebase', detached: true, branch: 'mine' },
  },
  {
    name: 'a cherry-pick with conflicts, and a branch that is called as its ref',
    set(r) {
      r.git('branch', 'MERGE_HEAD');
      r.tryGit('cherry-pick', otherBranch(r));
    },
    facts: { operation: 'cherry-pick', detached: false },
  },
  {
    name: 'a series of reverts between two commits',
    set(r) {
      r.commit('a.txt', lines(1, 31), 'One');
      r.commit('a.txt', lines(1, 32), 'Two');
      r.commit('b.txt', lines(40, 71), 'Three');
      r.git('push', '--quiet');
      r.tryGit('revert', '--no-edit', 'HEAD~2', 'HEAD');
      r.write('a.txt', 'resolved\n');
      r.git('add', 'a.txt');
      r.git('commit', '--quiet', '--message', 'Resolve');
    },
    facts: { operation: 'revert', detached: false },
  },
  {
    name: 'a revert with conflicts',
    set(r) {
      r.commit('a.txt', lines(1, 31), 'One');
      r.commit('a.txt', 'all else\n', 'Two');
      r.git('push', '--quiet');
      r.tryGit('revert', '--no-edit', 'HEAD^');
    },
    files: ['conflicted a.txt unstaged'],
    facts: { operation: 'revert' },
  },
  {
    name: 'a mailed patch that does not apply',
    set(r, folder) {
      const other = otherBranch(r);
      r.git('format-patch', '--quiet', '-1', other, '--output-directory', folder);
      r.tryGit('am', '--3way', join(folder, '0001-Theirs.patch'));
    },
    facts: { operation: 'am', detached: false },
  },
  {
    name: 'a bisect',
    set(r) {
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.git('bisect', 'start', 'HEAD', 'HEAD~2');
    },
    facts: { operation: 'bisect', detached: true, branch: 'feature/x' },
  },
  {
    name: 'a bisect that was started on no branch',
    set(r) {
      r.git('switch', '--quiet', '--detach');
      r.git('bisect', 'start', 'HEAD', 'HEAD~2');
    },
    facts: { operation: 'bisect', detached: true, branch: null },
  },
  {
    name: 'a detached HEAD with a commit',
    set(r) {
      r.git('switch', '--quiet', '--detach');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { branch: null, detached: true, upstream: null },
    files: ['modified a.txt committed'],
  },
  {
    name: 'stashes',
    set(r) {
      for (const last of [31, 32]) {
        r.write('a.txt', lines(1, last));
        r.git('stash', 'push', '--quiet');
      }
    },
    facts: { stashes: 2 },
    files: [],
  },
  {
    name: 'a repository inside',
    set(_, folder) {
      repositoryAt(join(folder, 'work/inner')).commit('x.txt', 'x\n');
    },
    files: ['untracked inner/ untracked'],
    unknown: ['inner/: it is a repository of its own'],
  },
  {
    name: 'a submodule that has moved on and is dirty',
    set(r, folder) {
      r.git('submodule', '--quiet', 'add', join(folder, 'seed'), 'sub');
      r.git('commit', '--quiet', '--message', 'Add sub');
      r.git('push', '--quiet');
      const sub = repositoryAt(join(r.path, 'sub'));
      sub.commit('a.txt', 'moved\n');
      sub.write('a.txt', 'dirty\n');
    },
    files: ['modified sub unstaged'],
    unknown: ['inside the submodules'],
  },
  {
    name: 'a file taken as unchanged, and one that is skipped',
    set(r) {
      r.git('update-index', '--assume-unchanged', 'a.txt');
      r.git('update-index', '--skip-worktree', 'b.txt');
      r.write('a.txt', 'x\n');
    },
    unknown: ['take as unchanged: a.txt', 'not checked out: b.txt'],
  },
  {
    name: 'names that hold everything',
    set(r) {
      for (const name of [
        'a b',
        '"quoted"',
        "it's",
        'new\nline',
        '-dash',
        'tab\t',
        ':colon',
        '*',
        'ünï',
        'back\\slash',
        '?q',
      ]) {
        r.write(name, 'x\n');
      }
      r.git('add', '--', '-dash', 'new\nline');
      r.git('commit', '--quiet', '--message', 'Names');
      r.git('mv', '--', '-dash', '-dash > not');
    },
  },
  {
    name: 'settings that change what git prints',
    set(r) {
      const settings = {
        'diff.noprefix': 'true',
        'diff.renames': 'false',
        'diff.relative': 'true',
        'status.renames': 'false',
        'status.showUntrackedFiles': 'no',
        'status.relativePaths': 'true',
        'status.branch': 'false',
        'status.aheadBehind': 'false',
        'core.quotePath': 'true',
        'core.abbrev': '4',
        'color.ui': 'always',
        'log.showSignature': 'true',
        'log.decorate': 'full',
        'format.pretty': 'oneline',
        'i18n.logOutputEncoding': 'ISO-8859-1',
        'diff.mnemonicPrefix': 'true',
        'diff.ignoreSubmodules': 'all',
        'log.follow': 'true',
      };
      r.commit('ü.txt', 'x\n', 'Grüße');
      for (const [name, value] of Object.entries(settings)) r.git('config', name, value);
      r.git('mv', 'b.txt', 'c.txt');
      r.write('new.txt', 'x\n');
    },
    files: ['added ü.txt committed', 'renamed b.txt > c.txt staged', 'untracked new.txt untracked'],
    facts: { ahead: 1 },
  },
];

/** A branch whose last commit, `Theirs`, conflicts with the last of main; the commit of main is pushed. */
function otherBranch(r: TemporaryRepository): string {
  r.git('switch', '--quiet', '--create', 'other');
  r.commit('a.txt', `${lines(1, 29)}theirs\n`, 'Theirs');
  r.git('switch', '--quiet', 'main');
  r.commit('a.txt', `${lines(1, 29)}ours\n`, 'Ours');
  r.git('push', '--quiet');
  return 'other';
}

describe('the facts of a repository', function () {
  this.timeout(20_000);
  for (const state of states) {
    it(state.name, () =>
      inTemporaryFolder(async (folder) => {
        const repository = clonedRepository(folder);
        state.set(repository, folder);
        const before = repository.gitDigest();
        const { facts } = await factsOf(repository.path);
        assert.equal(repository.gitDigest(), before, 'nothing below .git has changed');
        checkAgainstPlumbing(repository, facts);
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
      }),
    );
  }

  it('an unborn branch', () =>
    inTemporaryFolder(async (folder) => {
      const repository = repositoryAt(folder);
      repository.write('a.txt', 'x\n');
      repository.write('b.txt', 'x\n');
      repository.git('add', 'a.txt');
      const { facts } = await factsOf(folder);
      assert.deepEqual([facts.branch, facts.detached, facts.head, facts.base], ['main', false, null, null]);
      assert.deepEqual(facts.files.map(inWords), ['added a.txt staged', 'untracked b.txt untracked']);
      assert.equal(facts.files[0]?.added, 1);
    }));

  it('a repository without a remote', () =>
    inTemporaryFolder(async (folder) => {
      const repository = repositoryAt(folder);
      repository.commit('a.txt', 'x\n', 'One');
      const { facts } = await factsOf(folder);
      assert.deepEqual(facts.commits, [
        { hash: repository.git('rev-parse', 'HEAD').trim(), subject: 'One', pushed: false },
      ]);
      assert.ok(facts.unknown.includes('What others have: the repository has no remote.'));
    }));

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

  it('a shallow clone', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.git('clone', '--quiet', '--depth=1', `file://${join(folder, 'origin.git')}`, join(folder, 'shallow'));
      const { facts } = await factsOf(join(folder, 'shallow'));
      assert.ok(facts.unknown.some((sentence) => sentence.includes('shallow')));
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

async function factsOf(path: string): Promise<Repository> {
  const gathered = await gatherHandoffFacts(git, path, { readWorkItem });
  assert.ok(!('reason' in gathered), 'reason' in gathered ? gathered.reason : '');
  return gathered;
}

function inWords({ change, path, oldPath, where }: HandoffFacts['files'][number]): string {
  return `${change} ${oldPath === null ? '' : `${oldPath} > `}${path} ${where.join('+')}`;
}

/** Compares the facts with what git's plumbing says, asked in other ways than the code does. */
function checkAgainstPlumbing(r: TemporaryRepository, facts: HandoffFacts): void {
  const list = (...args: string[]) =>
    r
      .git(...args)
      .split(/[\0\n]/)
      .filter(Boolean);
  const ask = (...args: string[]) => {
    try {
      return r.git(...args).trim();
    } catch {
      return null;
    }
  };
  assert.equal(facts.head, ask('rev-parse', 'HEAD'));
  assert.equal(facts.detached, ask('symbolic-ref', '-q', 'HEAD') === null);
  const upstream = ask('rev-parse', '-q', '--verify', '@{upstream}');
  const counts = upstream && ask('rev-list', '--left-right', '--count', `${upstream}...HEAD`);
  assert.deepEqual([facts.behind, facts.ahead], counts ? counts.split('\t').map(Number) : [null, null]);
  const base = ask('merge-base', 'HEAD', upstream ?? 'refs/remotes/origin/HEAD');
  assert.equal(facts.base, base);
  assert.equal(facts.stashes, list('stash', 'list').length);
  assert.deepEqual(
    facts.commits
      .filter(({ pushed }) => !pushed)
      .map(({ hash }) => hash)
      .sort(),
    list('rev-list', 'HEAD', '--not', '--remotes').sort(),
  );
  for (const { hash, subject } of facts.commits) {
    assert.equal(subject, ask('log', '-1', '--encoding=UTF-8', '--format=%s', '--no-show-signature', hash));
  }
  checkPlaces(r, facts, base);
}

function checkPlaces(r: TemporaryRepository, facts: HandoffFacts, base: string | null): void {
  r.tryGit('update-index', '-q', '--refresh');
  const records = (...args: string[]) =>
    r
      .git(...args)
      .split('\0')
      .filter(Boolean);
  const conflicted = new Set(records('diff', '--name-only', '--diff-filter=U', '-z', '--no-relative'));
  const names = (...args: string[]) => {
    const flags = ['--name-only', '-z', '--ignore-submodules=dirty', '--no-renames'];
    return records(...args.slice(0, 1), ...flags, ...args.slice(1)).filter((name) => !conflicted.has(name));
  };
  const expected: Record<Place, string[]> = {
    committed: base === null ? [] : records('diff-tree', '-r', '--name-only', '-z', '--no-renames', base, 'HEAD'),
    staged: names('diff-index', '--cached', '--ita-invisible-in-index', 'HEAD'),
    unstaged: [...names('diff-files'), ...conflicted],
    untracked: records('ls-files', '--others', '--exclude-standard', '-z'),
  };
  for (const [place, paths] of Object.entries(expected)) {
    const told = facts.files
      .filter(({ where }) => where.includes(place as Place))
      .flatMap(({ path, oldPath, change }) => (change === 'renamed' && oldPath !== null ? [path, oldPath] : [path]));
    assert.deepEqual(told.sort(), [...new Set(paths)].sort(), place);
  }
  checkCounts(r, facts, base);
}

/** The lines of files that have changed in one place only. */
function checkCounts(r: TemporaryRepository, facts: HandoffFacts, base: string | null): void {
  const commands: Record<Place, string[]> = {
    committed: ['diff-tree', '-r', '--numstat', '-M', '-C', base ?? '', 'HEAD', '--'],
    staged: ['diff-index', '--numstat', '-M', '-C', '--cached', 'HEAD', '--'],
    unstaged: ['diff-files', '--numstat', '--'],
    untracked: [],
  };
  for (const { path, oldPath, where, change, added, removed, binary } of facts.files) {
    const [place, ...more] = where;
    if (place === 'untracked' && !path.endsWith('/') && more.length === 0) {
      const asAdded =
        r.git('add', '--intent-to-add', '--', `:(literal)${path}`) + r.git('diff-files', '--numstat', '-z');
      const numstat = asAdded.split('\0').find((record) => record.endsWith(`\t${path}`)) ?? '';
      assert.deepEqual(
        [added, removed],
        numstat
          .split('\t')
          .slice(0, 2)
          .map((count) => (count === '-' ? null : Number(count))),
        path,
      );
    }
    if (place === undefined || place === 'untracked' || more.length > 0 || change === 'conflicted') continue;
    const output = r.git(
      '--literal-pathspecs',
      ...(commands[place] ?? []),
      ...(oldPath === null ? [] : [oldPath]),
      path,
    );
    const [line = ''] = output.split('\n').filter(Boolean).slice(-1);
    const [plus, minus] = line.split('\t');
    const expected = plus === '-' ? [null, null, true] : [Number(plus), Number(minus), false];
    if (change !== 'copied') assert.deepEqual([added, removed, binary], expected, `${path}: ${output}`);
  }
}
