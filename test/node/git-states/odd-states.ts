import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { lines, repositoryAt } from '../temporary-repository.ts';
import { originOf, otherBranch, type State } from './state.ts';

export const oddStates: readonly State[] = [
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
  {
    name: 'a linked worktree in a merge, while the main one is not',
    set(r, folder) {
      const other = otherBranch(r);
      r.git('worktree', 'add', '--quiet', join(folder, 'linked'));
      repositoryAt(join(folder, 'linked')).tryGit('merge', other);
      return join(folder, 'linked');
    },
    facts: { operation: 'merge', branch: 'linked' },
    files: ['conflicted a.txt unstaged'],
  },
  {
    name: 'a main worktree beside a linked one in a merge',
    set(r, folder) {
      const other = otherBranch(r);
      r.git('worktree', 'add', '--quiet', join(folder, 'linked'));
      repositoryAt(join(folder, 'linked')).tryGit('merge', other);
    },
    facts: { operation: 'none', branch: 'main' },
    files: [],
  },
  {
    name: 'a worktree of a bare repository',
    set(_, folder) {
      const bare = repositoryAt(join(folder, 'seed'));
      bare.git('-C', originOf(folder), 'worktree', 'add', '--quiet', '-b', 'side', join(folder, 'linked'));
      const linked = repositoryAt(join(folder, 'linked'));
      linked.commit('a.txt', lines(1, 31));
      return linked.path;
    },
    facts: { branch: 'side', base: null },
  },
  {
    name: 'a repository whose git folder lies elsewhere',
    set(_, folder) {
      const apart = repositoryAt(join(folder, 'apart'), '--separate-git-dir', join(folder, 'elsewhere'));
      apart.commit('a.txt', 'x\n');
      apart.write('a.txt', 'y\n');
      return apart.path;
    },
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'a shallow clone',
    set(r, folder) {
      r.git('clone', '--quiet', '--depth=1', `file://${originOf(folder)}`, join(folder, 'shallow'));
      const shallow = repositoryAt(join(folder, 'shallow'));
      shallow.commit('a.txt', lines(1, 31));
      return shallow.path;
    },
    facts: { ahead: 1 },
    files: ['modified a.txt committed'],
    unknown: ['the clone is shallow'],
  },
  {
    name: 'a partial clone, which lacks what was there before',
    set(r, folder) {
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet', 'origin', 'feature/x');
      r.git('-C', originOf(folder), 'config', 'uploadpack.allowFilter', 'true');
      const clone = ['clone', '--quiet', '--filter=blob:none', '--branch=feature/x'];
      r.git(...clone, `file://${originOf(folder)}`, join(folder, 'partial'));
      return join(folder, 'partial');
    },
    since: { kind: 'base' },
    files: ['modified a.txt committed'],
    unknown: ['which are not here'],
  },
  {
    name: 'a sparse checkout',
    set(r) {
      r.commit('tasks/x.md', 'x\n');
      r.git('sparse-checkout', 'set', 'tasks');
      r.write('tasks/x.md', 'y\n');
    },
    files: ['added tasks/x.md committed+unstaged'],
  },
  {
    name: 'a sparse checkout with a sparse index',
    set(r) {
      r.commit('tasks/x.md', 'x\n');
      r.commit('other/y.md', 'x\n');
      r.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'tasks');
      r.write('tasks/x.md', 'y\n');
    },
    unknown: ['not checked out: other/'],
  },
  {
    name: 'a split index and an untracked cache',
    set(r) {
      r.git('update-index', '--split-index', '--untracked-cache');
      r.git('status');
      r.write('new/x.txt', 'x\n');
      r.write('a.txt', lines(1, 31));
    },
    files: ['modified a.txt unstaged', 'untracked new/x.txt untracked'],
  },
  {
    name: 'an index that is locked',
    set(r) {
      r.write('a.txt', lines(1, 31));
      r.write('.git/index.lock', '');
    },
    files: ['modified a.txt unstaged'],
    unknown: ['index.lock'],
  },
  {
    name: 'a repository with SHA-256',
    set(_, folder) {
      const other = repositoryAt(join(folder, 'sha256'), '--object-format=sha256');
      other.commit('a.txt', 'x\n');
      other.write('a.txt', 'y\n');
      return other.path;
    },
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'an unborn branch with SHA-256',
    set(_, folder) {
      const other = repositoryAt(join(folder, 'sha256'), '--object-format=sha256');
      other.write('a.ts', 'a(); // TODO: b\n');
      other.git('add', 'a.ts');
      return other.path;
    },
    files: ['added a.ts staged'],
  },
  {
    name: 'files that git keeps elsewhere (LFS)',
    set(r) {
      r.git('config', 'filter.lfs.clean', "sed 's/^/pointer /'");
      r.git('config', 'filter.lfs.smudge', "sed 's/^pointer //'");
      r.git('config', 'filter.lfs.required', 'true');
      r.write('.gitattributes', '*.big filter=lfs diff=lfs merge=lfs -text\n');
      r.commit('x.big', 'one\n');
      r.commit('y.big', 'one\n');
      r.git('push', '--quiet');
      r.write('x.big', 'two\n');
      // Of the same moment as the index, git would have to compare it.
      utimesSync(join(r.path, 'y.big'), 1, 1);
      r.git('update-index', '-q', '--refresh');
    },
    files: ['modified x.big unstaged'],
    unknown: ['its filter lfs was not started'],
  },
  {
    name: 'a submodule that is not checked out',
    set(r, folder) {
      r.git('submodule', '--quiet', 'add', join(folder, 'seed'), 'sub');
      r.git('commit', '--quiet', '--message', 'Add sub');
      r.git('submodule', '--quiet', 'deinit', '--force', 'sub');
    },
    facts: { ahead: 1 },
    unknown: ['inside the submodules'],
  },
  {
    name: 'the inside of a submodule',
    set(r, folder) {
      r.git('submodule', '--quiet', 'add', join(folder, 'seed'), 'sub');
      const sub = repositoryAt(join(r.path, 'sub'));
      sub.commit('a.txt', 'moved\n');
      return sub.path;
    },
    files: ['modified a.txt committed'],
  },
  {
    name: 'one of several repositories side by side',
    set(r, folder) {
      repositoryAt(join(folder, 'second')).commit('a.txt', 'x\n');
      r.write('a.txt', lines(1, 31));
      repositoryAt(join(folder, 'second')).write('b.txt', 'y\n');
      return join(folder, 'second');
    },
    files: ['untracked b.txt untracked'],
  },
  {
    name: 'a folder below the root',
    set(r) {
      r.commit('tasks/deep/x.md', 'x\n');
      r.write('tasks/deep/y.md', 'y\n');
      r.write('a.txt', lines(1, 31));
      r.git('config', 'diff.relative', 'true');
      r.git('config', 'status.relativePaths', 'true');
      return join(r.path, 'tasks/deep');
    },
    facts: { repository: '../..' },
    files: ['modified a.txt unstaged', 'added tasks/deep/x.md committed', 'untracked tasks/deep/y.md untracked'],
  },
];
