import { chmodSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { lines } from '../temporary-repository.ts';
import type { State } from './state.ts';

export const workTreeStates: readonly State[] = [
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
    name: 'a file that has become a folder',
    set(r) {
      rmSync(join(r.path, 'a.txt'));
      r.write('a.txt/x.txt', 'x\n');
    },
    files: ['deleted a.txt unstaged', 'untracked a.txt/x.txt untracked'],
  },
  {
    name: 'a symbolic link that leads elsewhere now',
    set(r) {
      symlinkSync('a.txt', join(r.path, 'link'));
      r.git('add', 'link');
      r.git('commit', '--quiet', '--message', 'Link');
      r.git('push', '--quiet');
      rmSync(join(r.path, 'link'));
      symlinkSync('b.txt', join(r.path, 'link'));
      symlinkSync('/etc/passwd', join(r.path, 'link-outside'));
      r.git('add', 'link-outside');
    },
    files: ['modified link unstaged', 'added link-outside staged'],
  },
  {
    name: 'empty files, and files without a line end',
    set(r) {
      r.write('empty.txt', '');
      r.write('open.txt', 'one\ntwo');
      r.write('b.txt', lines(40, 70).trimEnd());
      r.write('staged.txt', '');
      r.git('add', 'staged.txt');
    },
    files: [
      'untracked empty.txt untracked',
      'untracked open.txt untracked',
      'modified b.txt unstaged',
      'added staged.txt staged',
    ],
  },
  {
    name: 'nothing but other line ends',
    set: (r) => void r.write('a.txt', lines(1, 30).replaceAll('\n', '\r\n')),
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'line ends that git converts: changed for git, without a changed line',
    set(r) {
      r.git('config', 'core.autocrlf', 'input');
      r.write('a.txt', lines(1, 30).replaceAll('\n', '\r\n'));
    },
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'ignored files, one of them added all the same',
    set(r) {
      r.commit('.gitignore', 'out/\n*.log\n');
      r.git('push', '--quiet');
      r.write('out/x', 'x\n');
      r.write('y.log', 'y\n');
      r.write('z.log', 'z\n');
      r.git('add', '--force', 'z.log');
    },
    files: ['added z.log staged'],
  },
  {
    name: 'a file that was moved without telling git',
    set(r) {
      renameSync(join(r.path, 'a.txt'), join(r.path, 'moved.txt'));
    },
    files: ['deleted a.txt unstaged', 'untracked moved.txt untracked'],
  },
  {
    name: 'a rename that is staged, and changed since',
    set(r) {
      r.git('mv', 'a.txt', 'moved.txt');
      r.write('moved.txt', lines(1, 31));
    },
    files: ['renamed a.txt > moved.txt staged+unstaged'],
  },
  {
    name: 'a rename of the case only',
    set: (r) => void r.git('mv', 'a.txt', 'A.txt'),
    files: ['renamed a.txt > A.txt staged'],
  },
  {
    name: 'two files that were swapped',
    set(r) {
      r.write('a.txt', lines(40, 70));
      r.write('b.txt', lines(1, 30));
      r.git('add', '--all');
    },
    files: ['modified a.txt staged', 'modified b.txt staged'],
  },
  {
    name: 'an executable bit where modes do not count',
    set(r) {
      r.git('config', 'core.fileMode', 'false');
      chmodSync(join(r.path, 'a.txt'), 0o755);
    },
    files: [],
  },
  {
    name: 'a large diff',
    set: (r) => void r.write('a.txt', lines(1, 200_000)),
    files: ['modified a.txt unstaged'],
  },
  {
    name: 'marked lines in all places',
    set(r) {
      r.commit('one.ts', 'one(); // TODO: one\n');
      r.write('one.ts', '\none(); // TODO: one\n');
      r.write('a.txt', `${lines(1, 30)}FIXME: two\n`);
      r.git('add', 'a.txt');
      r.write('new.ts', '\n\n// HACK: three\n');
    },
    files: ['added one.ts committed+unstaged', 'modified a.txt staged', 'untracked new.ts untracked'],
  },
];
