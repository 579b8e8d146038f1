import assert from 'node:assert/strict';
import { configOf } from '../../src/app/git-config.ts';
import { gitQuestions } from '../../src/app/git-questions.ts';
import { noGit } from '../fakes/no-git.ts';

const told = (exitCode: number, ...entries: string[]) => {
  const stdout = entries.map((entry) => `${entry}\0`).join('');
  return configOf(gitQuestions({ ...noGit, run: async () => ({ exitCode, stdout, stderr: '' }) }, '/r'));
};

describe('configOf', () => {
  it('tells who works here, the remotes and the filters', async () => {
    const { self, remotes, filters } = await told(
      0,
      ...['user.name\nBen', 'user.name\nAnn\nLee', 'user.email\na@x', 'user.signingkey\nk', 'remote.pushdefault\nmine'],
      ...['remote.up.url\nx', 'remote.origin.fetch\ny', 'remote.up.x\nz', 'remote.a.b.skipfetchall'],
      ...['filter.lfs.clean\nz', 'filter.a=b.c.required'],
    );
    assert.deepEqual(self, { name: 'Ann\nLee', email: 'a@x' });
    assert.deepEqual(remotes, ['a.b', 'origin', 'up']);
    assert.deepEqual([...filters], ['lfs', 'a=b.c']);
  });

  it('tells of nobody and nothing where nothing is set', async () => {
    const nothing = { self: { name: null, email: null }, remotes: [], filters: new Set() };
    assert.deepEqual(await told(1), nothing);
    assert.deepEqual(await told(0, 'user.name\n'), nothing);
  });
});
