import assert from 'node:assert/strict';
import type { Git } from '../../src/app/ports.ts';
import { createWhoAmI } from '../../src/app/who-am-i.ts';
import { noGit } from '../fakes/no-git.ts';

const config: Record<string, string> = { 'user.name': 'Ann Lee', 'user.email': 'ann@example.com' };

function gitWith(values: Record<string, string>, asked: string[]): Git {
  return {
    ...noGit,
    async run(folder, args) {
      const key = args.at(-1) ?? '';
      asked.push(`${folder} ${args.join(' ')}`);
      const value = values[key];
      return { exitCode: value === undefined ? 1 : 0, stdout: `${value}\n`, stderr: '' };
    },
  };
}

describe('createWhoAmI', () => {
  const nothing = { ownNames: () => [], team: () => [] };

  it('knows the user by git, the settings and the roster', async () => {
    const team = () => [{ name: 'Ann Lee', handle: 'kit', aliases: [] }];
    const me = createWhoAmI({ git: gitWith(config, []), ownNames: () => ['A.'], team });
    assert.deepEqual(await me.names('/w'), ['A.', 'Ann Lee', 'ann@example.com', 'kit']);
  });

  it('asks git once for each folder, and again when it is told to', async () => {
    const asked: string[] = [];
    const me = createWhoAmI({ git: gitWith(config, asked), ...nothing });
    await Promise.all([me.names('/w'), me.names('/w')]);
    assert.deepEqual(asked, ['/w config --get user.name', '/w config --get user.email']);
    await me.names('/v');
    assert.equal(asked.length, 4);
    me.forget();
    await me.names('/w');
    assert.equal(asked.length, 6);
  });

  it('knows nobody where nobody says so', async () => {
    assert.deepEqual(await createWhoAmI({ git: gitWith({}, []), ...nothing }).names('/w'), []);
    assert.deepEqual(await createWhoAmI({ git: noGit, ...nothing }).names('/w'), []);
  });
});
