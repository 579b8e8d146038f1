import assert from 'node:assert/strict';
import type { Gathered } from '../../../src/core/handoff/handoff-facts.ts';
import { pickUpSection } from '../../../src/core/handoff/note-pick-up.ts';
import { commit, file, repository } from './example-facts.ts';

const head = 'a'.repeat(40);
const commands = (gathered: Gathered) =>
  pickUpSection(gathered, '2026-03-02').flatMap((block) =>
    block.startsWith('```sh\n') ? block.split('\n').slice(1, -1) : [],
  );
const words = (gathered: Gathered) =>
  pickUpSection(gathered, '2026-03-02')
    .filter((block) => !block.startsWith('```'))
    .join('\n');

describe('pickUpSection', () => {
  it('fetches and switches to a branch that is pushed', () => {
    assert.deepEqual(commands(repository()), [
      'git fetch origin',
      'git switch feature/x',
      'git pull --ff-only',
      'git log --oneline aaaaaaaaaa..HEAD',
    ]);
    assert.equal(words(repository()), 'What has come since this note:');
  });

  it('goes to the commit where the remote calls the branch otherwise, or none is checked out', () => {
    const elsewhere = repository({}, { remoteBranch: { remote: 'origin', branch: 'main' } });
    assert.deepEqual(commands(elsewhere), ['git fetch origin', `git switch --detach ${head}`]);
    const detached = repository({ branch: null, detached: true }, { remoteBranch: null, remotes: ['a', 'b'] });
    assert.deepEqual(commands(detached), ['git fetch --all', `git switch --detach ${head}`]);
  });

  it('has the author push first what is not pushed', () => {
    const ahead = repository({ commits: [commit()], ahead: 1 });
    assert.equal(commands(ahead)[0], 'git push origin feature/x');
    assert.match(
      words(ahead),
      /^Nobody else can fetch this before I have pushed 1 commit\. On my machine:\nThen, on yours:/,
    );
    const untracked = repository({ commits: [commit(), commit()], upstream: null }, { remoteBranch: null });
    assert.equal(commands(untracked)[0], 'git push --set-upstream origin feature/x');
    assert.deepEqual(commands(untracked).slice(1, 3), ['git fetch origin', 'git switch feature/x']);
    const onMain = repository({ commits: [commit()] }, { remoteBranch: { remote: 'origin', branch: 'main' } });
    assert.equal(commands(onMain)[0], 'git push --set-upstream origin feature/x');
    const some = repository({ commits: [commit()] }, { allCommitsListed: false });
    assert.match(words(some), /pushed at least 1 commit\. /);
  });

  it('gives work without a branch a name', () => {
    const detached = repository({ branch: null, detached: true, commits: [commit()] }, { remoteBranch: null });
    assert.deepEqual(commands(detached).slice(0, 3), [
      `git push origin ${head}:refs/heads/handoff-2026-03-02`,
      'git fetch origin',
      'git switch handoff-2026-03-02',
    ]);
  });

  it('says that a push will be refused', () => {
    const diverged = repository({ commits: [commit()], ahead: 1, behind: 2 });
    assert.match(words(diverged), /refused until I have taken in the 2 commits of `origin\/feature\/x`/);
  });

  it('is honest where nothing can be fetched', () => {
    const alone = repository({ commits: [commit()], upstream: null }, { remoteBranch: null, remotes: [] });
    assert.deepEqual(commands(alone), []);
    assert.match(
      words(alone),
      /^This repository has no remote: what is here, 1 commit, cannot be fetched until it has one\.$/,
    );
    assert.deepEqual(commands(repository({ head: null })), []);
    assert.match(words(repository({ files: [file()] })), /^The file that I have not committed cannot be fetched/);
  });

  it('offers nothing to fetch where all there is to tell of is in no commit', () => {
    const files = [file()];
    assert.deepEqual(commands(repository({ files })), []);
    assert.match(words(repository({ files })), /\nA note written then has the commands\.$/);
    const merge = repository({ files, operation: 'merge' });
    assert.deepEqual(commands(merge), []);
    assert.equal(words(merge).match(/has the commands/g)?.length, 1);
    const pushed = repository({ files, commits: [commit({ pushed: true })] });
    assert.equal(commands(pushed)[0], 'git fetch origin');
    assert.match(words(pushed), /until I commit and push\.\nWhat is pushed already:\nWhat has come/);
    const since = { since: 'origin/main', commits: [commit()], complete: true };
    assert.equal(commands(repository({ files }, { pushedBefore: since }))[0], 'git fetch origin');
  });

  it('leads nobody to a commit in the middle of an operation', () => {
    const merge = repository({ operation: 'merge' });
    assert.match(words(merge), /`git merge` is in progress: I have to finish it or give it up before/);
    assert.equal(commands(merge)[0], 'git fetch origin');
    assert.deepEqual(commands(repository({ operation: 'merge', commits: [commit()] })), []);
    assert.deepEqual(commands(repository({ operation: 'rebase', detached: true })), []);
    const bisect = repository({ operation: 'bisect', detached: true });
    assert.match(words(bisect), /I have to end it \(`git bisect reset`\)/);
    assert.deepEqual(commands(bisect), []);
  });

  it('quotes names, and does without those that cannot be typed', () => {
    const quoted = repository({ branch: "a;$(b)'" }, { remoteBranch: { remote: 'origin', branch: "a;$(b)'" } });
    assert.equal(commands(quoted)[1], "git switch 'a;$(b)'\\'''");
    for (const branch of ['-x', 'a\u202eb', '[held back]']) {
      const unsafe = repository({ branch }, { remoteBranch: { remote: 'origin', branch } });
      assert.deepEqual(commands(unsafe), ['git fetch origin', `git switch --detach ${head}`]);
      const unpushed = repository({ branch, commits: [commit()] }, { remoteBranch: { remote: 'origin', branch } });
      assert.equal(commands(unpushed)[0], `git push origin ${head}:refs/heads/handoff-2026-03-02`);
    }
  });
});
