import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lines, repositoryAt, type TemporaryRepository } from '../temporary-repository.ts';
import { originOf, type State } from './state.ts';

export const branchStates: readonly State[] = [
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
    name: 'an unborn branch',
    set(_, folder) {
      const unborn = repositoryAt(join(folder, 'unborn'));
      unborn.write('a.txt', 'x\n');
      unborn.write('b.txt', 'x\n');
      unborn.git('add', 'a.txt');
      return unborn.path;
    },
    facts: { branch: 'main', detached: false, head: null, base: null, since: { kind: 'uncommitted', of: null } },
    files: ['added a.txt staged', 'untracked b.txt untracked'],
  },
  {
    name: 'an unborn branch of a repository with history',
    set: (r) => void r.git('switch', '--quiet', '--orphan', 'fresh'),
    facts: { branch: 'fresh', head: null, commits: [] },
    files: [],
  },
  {
    name: 'a repository without a remote',
    set(_, folder) {
      const alone = repositoryAt(join(folder, 'alone'));
      alone.commit('a.txt', 'x\n', 'One');
      return alone.path;
    },
    facts: { base: null, upstream: null },
    unknown: ['no remote'],
  },
  {
    name: 'one remote that is not called origin',
    set(r) {
      r.git('remote', 'rename', 'origin', 'company');
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { since: { kind: 'base', of: 'company/main' } },
    files: ['modified a.txt committed'],
  },
  {
    name: 'two remotes, none of which is called origin',
    set(r, folder) {
      r.git('remote', 'rename', 'origin', 'one');
      r.git('remote', 'add', 'two', originOf(folder));
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { base: null },
    unknown: ['none of the remotes is called origin'],
  },
  {
    name: 'an upstream on another remote than origin',
    set(r, folder) {
      r.git('clone', '--quiet', '--bare', originOf(folder), join(folder, 'fork.git'));
      r.git('remote', 'add', 'fork', join(folder, 'fork.git'));
      r.git('switch', '--quiet', '--create', 'feature/x');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet', '--set-upstream', 'fork', 'feature/x');
      r.commit('a.txt', lines(1, 32));
    },
    facts: { upstream: 'fork/feature/x', ahead: 1, behind: 0 },
  },
  {
    name: 'a tag that is called as the branch',
    set(r) {
      r.git('tag', 'main', 'HEAD~2');
      r.git('tag', 'origin/main', 'HEAD~2');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { branch: 'main', upstream: 'remotes/origin/main', ahead: 1 },
    files: ['modified a.txt committed'],
  },
  {
    name: 'a branch that is called as an option',
    set(r) {
      r.git('update-ref', 'refs/heads/--all', 'HEAD');
      r.git('symbolic-ref', 'HEAD', 'refs/heads/--all');
      r.commit('a.txt', lines(1, 31));
    },
    facts: { branch: '--all' },
    files: ['modified a.txt committed'],
  },
  {
    name: 'a branch whose name holds everything',
    set(r) {
      r.git('switch', '--quiet', '--create', 'feature/ü"q\'$(x)`;&|<>%');
      r.commit('a.txt', lines(1, 31));
      r.git('push', '--quiet', '--set-upstream', 'origin', 'HEAD');
      r.commit('a.txt', lines(1, 32));
    },
    facts: { ahead: 1, behind: 0 },
  },
  {
    name: 'a commit that was amended after it was pushed',
    set(r) {
      r.write('b.txt', lines(40, 75));
      r.git('commit', '--quiet', '--all', '--amend', '--message', 'Anew');
    },
    facts: { ahead: 1, behind: 1 },
  },
  {
    name: 'a merge that is not pushed',
    set(r) {
      r.git('switch', '--quiet', '--create', 'side', 'HEAD~1');
      r.commit('side.txt', 'x\n', 'Side');
      r.git('switch', '--quiet', 'main');
      r.git('merge', '--quiet', '--no-edit', 'side');
    },
    facts: { ahead: 2, operation: 'none' },
    files: ['added side.txt committed'],
  },
  {
    name: 'commits without changes, without a message, and in another encoding',
    set(r) {
      r.git('commit', '--quiet', '--allow-empty', '--message', 'Nothing');
      r.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '--message', '');
      r.git('-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '--quiet', '--allow-empty', '--file', message(r));
    },
    facts: { ahead: 3 },
    files: [],
  },
  {
    name: 'a commit that another one stands in for',
    set(r) {
      r.commit('a.txt', lines(1, 31), 'Original');
      const original = r.git('rev-parse', 'HEAD').trim();
      r.git('commit', '--quiet', '--amend', '--message', 'Replacement');
      r.git('replace', original, 'HEAD');
      r.git('reset', '--quiet', '--hard', original);
    },
    facts: { ahead: 1 },
  },
];

/** A message in ISO 8859-1. */
function message(r: TemporaryRepository): string {
  const path = join(r.path, '../message');
  writeFileSync(path, Buffer.from('Grüße', 'latin1'));
  return path;
}
