import { join } from 'node:path';
import { lines } from '../temporary-repository.ts';
import { otherBranch, type State } from './state.ts';

export const operationStates: readonly State[] = [
  {
    name: 'a merge with conflicts',
    set: (r) => void r.tryGit('merge', otherBranch(r)),
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
    name: 'a file that both sides have added',
    set(r) {
      r.git('switch', '--quiet', '--create', 'other');
      r.commit('both.txt', 'theirs\n');
      r.git('switch', '--quiet', 'main');
      r.commit('both.txt', 'ours\n');
      r.tryGit('merge', 'other');
    },
    files: ['conflicted both.txt committed+unstaged'],
    facts: { operation: 'merge', ahead: 1 },
  },
  {
    name: 'a file that both sides have renamed',
    set(r) {
      r.git('switch', '--quiet', '--create', 'other');
      r.git('mv', 'a.txt', 'theirs.txt');
      r.git('commit', '--quiet', '--message', 'Theirs');
      r.git('switch', '--quiet', 'main');
      r.git('mv', 'a.txt', 'ours.txt');
      r.git('commit', '--quiet', '--message', 'Ours');
      r.git('push', '--quiet');
      r.tryGit('merge', 'other');
    },
    facts: { operation: 'merge' },
  },
  {
    name: 'a binary in conflict',
    set(r) {
      r.git('switch', '--quiet', '--create', 'other');
      r.commit('logo.png', new Uint8Array([137, 80, 0, 7]));
      r.git('switch', '--quiet', 'main');
      r.commit('logo.png', new Uint8Array([137, 80, 0, 8]));
      r.git('push', '--quiet');
      r.tryGit('merge', 'other');
    },
    files: ['conflicted logo.png unstaged'],
    facts: { operation: 'merge' },
  },
  {
    name: 'a merge that is resolved, not committed',
    set(r) {
      r.tryGit('merge', otherBranch(r));
      r.write('a.txt', 'resolved\n');
      r.git('add', 'a.txt');
    },
    files: ['modified a.txt staged'],
    facts: { operation: 'merge' },
  },
  {
    name: 'a squashed merge, not committed',
    set(r) {
      r.git('switch', '--quiet', '--create', 'side');
      r.commit('side.txt', 'x\n', 'Side');
      r.git('switch', '--quiet', 'main');
      r.git('merge', '--quiet', '--squash', 'side');
    },
    files: ['added side.txt staged'],
    facts: { operation: 'none' },
  },
  {
    name: 'a rebase that has stopped to edit a commit',
    set(r) {
      r.git('switch', '--quiet', '--create', 'mine');
      r.commit('a.txt', lines(1, 31), 'One');
      r.commit('a.txt', lines(1, 32), 'Two');
      r.git('-c', "sequence.editor=sed -i 's/^pick/edit/'", 'rebase', '--quiet', '--interactive', 'HEAD~2');
      r.write('b.txt', lines(40, 75));
    },
    facts: { operation: 'rebase', detached: true, branch: 'mine' },
  },
  {
    name: 'a rebase that was started on no branch',
    set(r) {
      const other = otherBranch(r);
      r.git('switch', '--quiet', '--detach');
      r.tryGit('rebase', other);
    },
    facts: { operation: 'rebase', detached: true, branch: null },
  },
  {
    name: 'a series of cherry-picks between two commits',
    set(r) {
      const other = otherBranch(r);
      r.git('switch', '--quiet', other);
      r.commit('later.txt', 'x\n', 'Later');
      r.git('switch', '--quiet', 'main');
      r.tryGit('cherry-pick', 'other~1', 'other');
      r.write('a.txt', 'resolved\n');
      r.git('add', 'a.txt');
      r.git('commit', '--quiet', '--message', 'Resolve');
    },
    facts: { operation: 'cherry-pick', detached: false },
  },
  {
    name: 'a stash that did not apply',
    set(r) {
      r.write('a.txt', lines(5, 30));
      r.git('stash', 'push', '--quiet');
      r.commit('a.txt', lines(9, 30));
      r.git('push', '--quiet');
      r.tryGit('stash', 'pop');
    },
    files: ['conflicted a.txt unstaged'],
    facts: { operation: 'none', stashes: 1 },
  },
];
