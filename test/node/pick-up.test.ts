import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { pickUpSection } from '../../src/core/handoff/note-pick-up.ts';
import { gatheredIn } from './gathered-in.ts';
import {
  inTemporaryFolder,
  lines,
  plainEnvironment,
  type TemporaryRepository,
  twoClones,
} from './temporary-repository.ts';

const states: Readonly<Record<string, (author: TemporaryRepository) => void>> = {
  'a branch that is pushed': (author) => {
    author.git('switch', '--quiet', '--create', 'feature/x');
    author.commit('a.txt', lines(1, 31));
    author.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
  },
  'a branch that is not pushed yet': (author) => {
    author.git('switch', '--quiet', '--create', "feature/it's;me");
    author.commit('a.txt', lines(1, 31));
  },
  'a pushed branch with a new commit': (author) => {
    author.git('switch', '--quiet', '--create', 'feature/x');
    author.commit('a.txt', lines(1, 31));
    author.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
    author.commit('a.txt', lines(1, 32));
  },
  'a branch that tracks main': (author) => {
    author.git('switch', '--quiet', '--create', 'feature/x', '--track', 'origin/main');
    author.commit('a.txt', lines(1, 31));
  },
  'a branch that was pushed under another name': (author) => {
    author.git('switch', '--quiet', '--create', 'mine');
    author.commit('a.txt', lines(1, 31));
    author.git('push', '--quiet', '--set-upstream', 'origin', 'mine:theirs');
  },
  'a detached HEAD with a commit': (author) => {
    author.git('switch', '--quiet', '--detach');
    author.commit('a.txt', lines(1, 31));
  },
  'a detached HEAD that is pushed': (author) => void author.git('switch', '--quiet', '--detach', 'HEAD^'),
  'an upstream on this machine': (author) => {
    author.git('switch', '--quiet', '--create', 'feature/x', '--track', 'main');
    author.commit('a.txt', lines(1, 31));
  },
  'a branch called as an option': (author) => {
    author.commit('a.txt', lines(1, 31));
    author.git('update-ref', 'refs/heads/--orphan', 'HEAD');
    author.git('symbolic-ref', 'HEAD', 'refs/heads/--orphan');
  },
};

describe('the commands of “Pick this up”', function () {
  this.timeout(20_000);

  for (const [name, set] of Object.entries(states)) {
    it(`bring a reader to ${name}`, () =>
      inTemporaryFolder(async (folder) => {
        const { author, reader } = twoClones(folder);
        set(author);
        const head = author.git('rev-parse', 'HEAD');
        const gathered = await gatheredIn(author.path);
        for (const command of commandsOf(pickUpSection(gathered, '2026-03-02'))) {
          const cwd = command.startsWith('git push') ? author.path : reader.path;
          execFileSync('sh', ['-c', command], { cwd, env: plainEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
        }
        assert.equal(reader.git('rev-parse', 'HEAD'), head);
      }));
  }
});

function commandsOf(blocks: readonly string[]): string[] {
  return blocks.filter((block) => block.startsWith('```sh\n')).flatMap((block) => block.split('\n').slice(1, -1));
}
