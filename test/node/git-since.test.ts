import assert from 'node:assert/strict';
import type { EarlierNote, Since } from '../../src/app/since.ts';
import { sinceChoices } from '../../src/app/since-choices.ts';
import type { HandoffFacts } from '../../src/core/handoff/handoff-facts.ts';
import { noGit } from '../fakes/no-git.ts';
import { gatheredIn, plainGit as git, readWorkItem } from './gathered-in.ts';
import { clonedRepository, inTemporaryFolder, type TemporaryRepository } from './temporary-repository.ts';

async function factsOf(
  r: TemporaryRepository,
  since?: Since,
  notes: readonly EarlierNote[] = [],
): Promise<HandoffFacts> {
  return (await gatheredIn(r.path, { notes, ...(since && { since }) })).facts;
}

const subjects = ({ commits }: HandoffFacts) => commits.map(({ subject }) => subject);
const paths = ({ files }: HandoffFacts) => files.map(({ path, where }) => `${path} ${where.join('+')}`);

function noteAt(path: string, branch: string, head: string, date: string): EarlierNote {
  const text = `---\ntype: handoff\ndate: ${date}\nbranch: ${branch}\nhead: ${head.trim()}\n---\n# Handoff\n`;
  return readWorkItem(path, text).report;
}

/** A branch with two pushed and one more commit, and with changes staged and not. */
function feature(folder: string): TemporaryRepository {
  const r = clonedRepository(folder);
  r.git('switch', '--quiet', '--create', 'feature/x');
  r.commitAt('2026-03-03T10:00:00Z', 'one.txt', '1\n');
  r.commitAt('2026-03-04T10:00:00Z', 'two.txt', '2\n');
  r.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
  r.commitAt('2026-03-05T10:00:00Z', 'three.txt', '3\n');
  r.write('staged.txt', 's\n');
  r.git('add', 'staged.txt');
  r.write('new.txt', 'n\n');
  return r;
}

const [one, two, three] = ['Change one.txt', 'Change two.txt', 'Change three.txt'];
const loose = ['new.txt untracked', 'staged.txt staged'];

describe('since when', function () {
  this.timeout(20_000);

  it('the upstream, where there was no handoff before', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const facts = await factsOf(r);
      assert.deepEqual(facts.since, { kind: 'unpushed', of: 'origin/feature/x' });
      assert.equal(facts.base, r.git('rev-parse', 'origin/feature/x').trim());
      assert.deepEqual(subjects(facts), [three]);
      assert.deepEqual(await factsOf(r, { kind: 'unpushed' }), facts);
    }));

  it('the last handoff of this branch', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const notes = [
        noteAt('handoffs/b.md', 'feature/x', r.git('rev-parse', 'HEAD~2'), '2026-03-03T12:00:00+02:00'),
        noteAt('handoffs/a.md', 'feature/x', r.git('rev-parse', 'HEAD~3'), '2026-03-03T11:00:00+02:00'),
        noteAt('handoffs/c.md', 'feature/y', r.git('rev-parse', 'HEAD'), '2026-03-09T11:00:00+02:00'),
        noteAt('handoffs/d.md', 'feature/x', '', '2026-03-09T11:00:00+02:00'),
      ];
      const facts = await factsOf(r, undefined, notes);
      assert.deepEqual(facts.since, { kind: 'last-handoff', of: 'handoffs/b.md' });
      assert.equal(facts.base, r.git('rev-parse', 'HEAD~2').trim());
      assert.deepEqual(subjects(facts), [three, two]);
      assert.deepEqual(paths(facts), [
        'new.txt untracked',
        'staged.txt staged',
        'three.txt committed',
        'two.txt committed',
      ]);
      assert.deepEqual(await factsOf(r, { kind: 'last-handoff' }, notes), facts);
      await assert.rejects(factsOf(r, { kind: 'last-handoff' }), /no earlier handoff of the branch feature\/x/);
    }));

  it('a last handoff from before a rebase, and one that is not here', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const handedOff = r.git('rev-parse', 'HEAD');
      r.git('reset', '--quiet', '--hard', 'HEAD~1');
      r.commit('three.txt', 'anew\n', 'Anew');
      const facts = await factsOf(r, undefined, [noteAt('handoffs/b.md', 'feature/x', handedOff, '2026-03-03')]);
      assert.equal(facts.base, r.git('rev-parse', 'HEAD~1').trim());
      assert.ok(facts.unknown.some((sentence) => sentence.includes('a commit that the branch no longer has')));
      const lost = await factsOf(r, undefined, [noteAt('handoffs/b.md', 'feature/x', 'a'.repeat(40), '2026-03-03')]);
      assert.equal(lost.base, null);
      assert.ok(
        lost.unknown.some((sentence) => sentence.includes('handoffs/b.md, is not here')),
        lost.unknown.join(),
      );
    }));

  it('what is not committed; what is staged', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const uncommitted = await factsOf(r, { kind: 'uncommitted' });
      assert.deepEqual([paths(uncommitted), subjects(uncommitted), uncommitted.leftOut], [loose, [three], 0]);
      assert.equal(uncommitted.base, uncommitted.head);
      const staged = await factsOf(r, { kind: 'staged' });
      assert.deepEqual([paths(staged), staged.leftOut], [['staged.txt staged'], 1]);
    }));

  it('the branch against its base: the default branch, or the one that it tracks under another name', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const facts = await factsOf(r, { kind: 'base' });
      assert.deepEqual(facts.since, { kind: 'base', of: 'origin/main' });
      assert.deepEqual(subjects(facts), [three, two, one]);
      assert.deepEqual(
        facts.commits.map(({ pushed }) => pushed),
        [false, true, true],
      );
      r.git('push', '--quiet', 'origin', 'HEAD~2:refs/heads/develop');
      r.git('branch', '--quiet', '--set-upstream-to', 'origin/develop');
      const tracking = await factsOf(r, { kind: 'base' });
      assert.deepEqual([tracking.since.of, subjects(tracking)], ['origin/develop', [three, two]]);
    }));

  it('what is not pushed, of a branch that tracks none', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      r.git('branch', '--quiet', '--unset-upstream');
      const facts = await factsOf(r, { kind: 'unpushed' });
      assert.deepEqual([facts.base, subjects(facts)], [r.git('rev-parse', 'HEAD~1').trim(), [three]]);
      r.git('reset', '--quiet', '--hard', 'HEAD~1');
      assert.deepEqual(subjects(await factsOf(r, { kind: 'unpushed' })), []);
      r.git('remote', 'remove', 'origin');
      const alone = await factsOf(r, { kind: 'unpushed' });
      assert.equal(alone.base, null);
      assert.ok(alone.unknown.some((sentence) => sentence.includes('no commit of this history is pushed')));
    }));

  it('a commit', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const facts = await factsOf(r, { kind: 'commit', of: 'HEAD~2' });
      assert.deepEqual(facts.since, { kind: 'commit', of: 'HEAD~2' });
      assert.deepEqual(subjects(facts), [three, two]);
      for (const of of ['nothing', '--all', '', '-x', 'HEAD:one.txt']) {
        await assert.rejects(factsOf(r, { kind: 'commit', of }), new RegExp(`There is no commit “${of}” here\\.`));
      }
      r.git('branch', 'aside', 'HEAD~3');
      r.git('switch', '--quiet', 'aside');
      r.commitAt('2026-03-06T10:00:00Z', 'aside.txt', 'a\n');
      const fork = r.git('rev-parse', 'HEAD~1').slice(0, 10);
      await assert.rejects(
        factsOf(r, { kind: 'commit', of: 'feature/x' }),
        new RegExp(`“feature/x” does not lie before HEAD: they part at ${fork}\\.`),
      );
      r.git('switch', '--quiet', '--orphan', 'other');
      r.commit('z.txt', 'z\n');
      await assert.rejects(factsOf(r, { kind: 'commit', of: 'aside' }), /they have no commit in common/);
    }));

  it('offers what can be had, with how much it would be', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      const notes = [noteAt('handoffs/b.md', 'feature/x', r.git('rev-parse', 'HEAD~2'), '2026-03-03')];
      const choices = (known: readonly EarlierNote[]) => sinceChoices(git, r.path, known);
      const offered = [
        { kind: 'last-handoff', of: 'handoffs/b.md', commits: 2, files: 4 },
        { kind: 'unpushed', of: 'origin/feature/x', commits: 1, files: 3 },
        { kind: 'uncommitted', of: null, commits: 0, files: 2 },
        { kind: 'staged', of: null, commits: 0, files: 1 },
        { kind: 'base', of: 'origin/main', commits: 3, files: 5 },
      ];
      assert.deepEqual(await choices(notes), offered);
      for (const { kind, commits, files } of offered) {
        const facts = await factsOf(r, { kind } as Since, notes);
        assert.equal(facts.files.length, files, kind);
        assert.ok(facts.commits.length >= commits, kind);
      }
      assert.deepEqual(await choices([]), offered.slice(1));
      assert.deepEqual(await sinceChoices(git, folder, []), []);
      assert.deepEqual(await sinceChoices(noGit, folder, []), []);
    }));

  it('a date, on the branch itself', () =>
    inTemporaryFolder(async (folder) => {
      const r = feature(folder);
      r.git('stash', 'push', '--quiet');
      r.git('switch', '--quiet', '--create', 'aside', 'HEAD~2');
      r.commitAt('2026-03-04T12:00:00Z', 'aside.txt', 'a\n');
      r.git('switch', '--quiet', 'feature/x');
      r.git('merge', '--quiet', '--no-commit', '--no-ff', 'aside');
      r.commitAt('2026-03-06T12:00:00Z', 'four.txt', '4\n');
      const at = (date: string) => factsOf(r, { kind: 'date', of: date, at: Date.parse(date) });
      const day = await at('2026-03-05T10:00:00Z');
      assert.deepEqual(day.since, { kind: 'date', of: '2026-03-05T10:00:00Z' });
      assert.equal(day.base, r.git('rev-parse', 'HEAD~2').trim());
      assert.deepEqual((await at('2026-03-05T10:00:01Z')).base, r.git('rev-parse', 'HEAD~1').trim());
      await assert.rejects(at('2020-01-01T00:00:00Z'), /no commit from before 2020-01-01T00:00:00Z/);
    }));
});
