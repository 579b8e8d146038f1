import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandoffFacts, Operation, Place } from '../../../src/core/handoff/handoff-facts.ts';
import type { TemporaryRepository } from '../temporary-repository.ts';

/** `modified a.txt staged+unstaged` */
export function inWords({ change, path, oldPath, where }: HandoffFacts['files'][number]): string {
  return `${change} ${oldPath === null ? '' : `${oldPath} > `}${path} ${where.join('+')}`;
}

/** Asks git in the words of a user; null where it says no. */
function ask(r: TemporaryRepository, ...args: string[]): string | null {
  try {
    return r.git(...args).trim();
  } catch {
    return null;
  }
}

/**
 * Compares the facts with what git's plumbing says, asked in other ways than the code does.
 * @param r at the root of its work tree. Its index may be written afterwards.
 */
export function compareWithGit(r: TemporaryRepository, facts: HandoffFacts): void {
  const list = (...args: string[]) => (ask(r, ...args) ?? '').split(/[\0\n]/).filter(Boolean);
  assert.equal(facts.head, ask(r, 'rev-parse', '--verify', 'HEAD'));
  const branch = ask(r, 'symbolic-ref', '-q', 'HEAD');
  assert.equal(facts.detached, branch === null);
  if (branch !== null) assert.equal(facts.branch, branch.replace('refs/heads/', ''));
  const upstream = ask(r, 'rev-parse', '-q', '--verify', '@{upstream}');
  const counts = upstream && ask(r, 'rev-list', '--left-right', '--count', `${upstream}...HEAD`);
  assert.deepEqual([facts.behind, facts.ahead], counts ? counts.split('\t').map(Number) : [null, null]);
  const remotes = list('remote');
  const remote = remotes.includes('origin') || remotes.length > 1 ? 'origin' : (remotes[0] ?? 'origin');
  const base = facts.head && ask(r, 'merge-base', 'HEAD', upstream ?? `refs/remotes/${remote}/HEAD`);
  if (facts.since.kind !== 'base' || upstream === null) assert.equal(facts.base, base);
  assert.equal(facts.stashes, list('stash', 'list').length);
  assert.deepEqual(
    facts.commits
      .filter(({ pushed }) => !pushed)
      .map(({ hash }) => hash)
      .sort(),
    facts.head === null ? [] : list('rev-list', 'HEAD', '--not', '--remotes').sort(),
  );
  for (const { hash, subject } of facts.commits) {
    assert.equal(subject, ask(r, 'log', '-1', '--encoding=UTF-8', '--format=%s', '--no-show-signature', hash));
  }
  assert.equal(facts.operation, operationOf(r));
  comparePlaces(r, facts);
  for (const { path, line, text } of facts.todos) {
    assert.ok(readFileSync(join(r.path, path), 'utf8').split('\n')[line - 1]?.includes(text), `${path}:${line}`);
  }
}

/** What `git status` tells a person, by its words (wt-status.c). */
const operations: readonly (readonly [Operation, RegExp])[] = [
  ['rebase', /rebas(?:e in progress|ing)/],
  ['am', /am session/],
  ['merge', /still merging|git merge --abort/],
  ['cherry-pick', /cherry-pick(?:ing| )/i],
  ['revert', /revert(?:ing| currently)/i],
  ['bisect', /bisecting/],
];

function operationOf(r: TemporaryRepository): Operation {
  const told = r.git('-c', 'advice.statusHints=true', '-c', 'color.ui=never', 'status', '--untracked-files=no');
  return operations.find(([, words]) => words.test(told))?.[0] ?? 'none';
}

function comparePlaces(r: TemporaryRepository, facts: HandoffFacts): void {
  const { base } = facts;
  const tree = facts.head === null ? r.git('hash-object', '-t', 'tree', '/dev/null').trim() : 'HEAD';
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
    staged: names('diff-index', '--cached', '--ita-invisible-in-index', tree),
    unstaged: [...names('diff-files'), ...conflicted],
    untracked: records('ls-files', '--others', '--exclude-standard', '-z'),
  };
  for (const [place, paths] of Object.entries(expected)) {
    const told = facts.files
      .filter(({ where }) => where.includes(place as Place))
      // A rename is one in the place where the old path is gone.
      .flatMap(({ path, oldPath }) => (oldPath !== null && paths.includes(oldPath) ? [path, oldPath] : [path]));
    assert.deepEqual([...new Set(told)].sort(), [...new Set(paths)].sort(), place);
  }
  for (const file of facts.files) {
    const isUnknown = facts.unknown.some((said) => said.includes(file.path) || said.startsWith('Changed lines'));
    if (file.added === null && isUnknown) assert.notEqual(file.binary, true);
    else compareCounts(r, tree, base, file);
  }
}

/** The lines of a file that has changed in one place only. */
function compareCounts(
  r: TemporaryRepository,
  tree: string,
  base: string | null,
  { path, oldPath, where, change, added, removed, binary }: HandoffFacts['files'][number],
): void {
  const commands: Record<Exclude<Place, 'untracked'>, string[]> = {
    committed: ['diff-tree', '-r', '--numstat', '-M', '-C', base ?? '', 'HEAD', '--'],
    staged: ['diff-index', '--numstat', '-M', '-C', '--cached', tree, '--'],
    unstaged: ['diff-files', '--numstat', '--'],
  };
  const [place, ...more] = where;
  // git does not count what it did not compare, nor a conflict; where a copy is from is its own guess.
  if (place === undefined || more.length > 0 || path.endsWith('/') || change === 'conflicted' || change === 'copied')
    return;
  let numstat: string;
  if (place === 'untracked') {
    r.git('add', '--intent-to-add', '--', `:(literal)${path}`);
    const all = r.git('diff-files', '--numstat', '-z').split('\0');
    numstat = all.find((record) => record.endsWith(`\t${path}`)) ?? '0\t0';
    r.git('rm', '--quiet', '--cached', '--force', '--', `:(literal)${path}`);
  } else {
    const output = r.git('--literal-pathspecs', ...commands[place], ...(oldPath === null ? [] : [oldPath]), path);
    numstat = output.split('\n').filter(Boolean).at(-1) ?? '0\t0';
  }
  const [plus = '', minus = ''] = numstat.split('\t');
  const expected = plus === '-' ? [null, null, true] : [Number(plus), Number(minus), false];
  assert.deepEqual([added, removed, binary], expected, `${path}: ${numstat}`);
}
