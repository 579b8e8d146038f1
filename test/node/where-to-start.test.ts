import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { HandoffQuestion } from '../../src/app/gather-handoff-facts.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { gatheredIn } from './gathered-in.ts';
import { otherBranch } from './git-states/state.ts';
import { clonedRepository, inTemporaryFolder, type TemporaryRepository } from './temporary-repository.ts';

async function facts(r: TemporaryRepository, question: Partial<HandoffQuestion> = {}, folder = '') {
  return (await gatheredIn(join(r.path, folder), question)).facts;
}

const start = async (...given: Parameters<typeof facts>) => (await facts(...given)).start;

/** Writes a file as if that had been done at `time`, in seconds. */
function save(r: TemporaryRepository, path: string, content: string, time: number): void {
  r.write(path, content);
  utimesSync(join(r.path, path), time, time);
}

const source = ['export class Mailer {', '  send() {', '    one();', '  }', '}', ''].join('\n');

describe('where a handoff says to start', function () {
  this.timeout(20_000);

  it('is what was saved last of what is not committed, but for documents, notes and what tools write', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.commit('src/mail.ts', source);
      r.git('push', '--quiet');
      save(r, 'src/mail.ts', source.replace('one();', 'one();\n    two();\n    three();'), 3000);
      save(r, 'src/new.ts', 'const a = 1;\n', 2000);
      for (const path of ['notes.md', '.env', 'dist/a.js', 'package-lock.json']) save(r, path, 'x\n', 4000);
      const left = { path: 'src/mail.ts', line: 4, in: 'Mailer.send', why: 'saved-last', commit: null };
      assert.deepEqual(await start(r), left);
      assert.deepEqual(await start(r, {}, 'src'), left);
      save(r, 'src/new.ts', 'const a = 1;\n', 3001);
      assert.equal((await start(r))?.path, 'src/new.ts');
    }));

  it('is a document where nothing else has changed, and no handoff note', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      const note = { path: 'handoffs/a.md', text: '---\ntype: handoff\n---\n# A\n' };
      save(r, note.path, note.text, 4000);
      save(r, 'docs/b.md', '# B\n', 3000);
      const notes = [checkDocument(note, defaultSettings)];
      assert.equal((await start(r, { notes }))?.path, 'docs/b.md');
    }));

  it('is what the newest commit of their own has changed most, where all is committed', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('config', 'user.name', 'Ann');
      r.git('remote', 'set-head', 'origin', 'main');
      r.write('src/mail.ts', source);
      r.commit('b.txt', 'x\n');
      const commit = r.git('rev-parse', 'HEAD').trim();
      r.commitAt('2026-03-02T11:00:00+01:00', 'src/other.ts', `${source}${source}`, 'Ben');
      const left = { path: 'b.txt', line: 1, in: null, why: 'newest-commit', commit };
      assert.deepEqual(await start(r), left);
      r.git('push', '--quiet');
      assert.equal(await start(r), null, 'on the default branch there is nothing to tell of');
      r.git('switch', '--quiet', '--create', 'feature');
      r.commit('src/mail.ts', source.replace('one();', 'one();\n    two();'));
      r.git('push', '--quiet', '--set-upstream', 'origin', 'feature');
      const pushed = { path: 'src/mail.ts', line: 4, in: 'Mailer.send', why: 'newest-commit' };
      assert.deepEqual(await start(r), { ...pushed, commit: r.git('rev-parse', 'HEAD').trim() });
      r.git('rm', '--quiet', 'src/mail.ts');
      r.commitAt('2026-03-02T12:00:00+01:00', 'd.txt', 'x\n', 'Ben');
      assert.equal(await start(r), null);
    }));

  it('comes with how the tests of that are run, as the nearest folder says', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      const scripts = (test: string) => JSON.stringify({ scripts: { test } });
      r.write('package.json', scripts('all'));
      r.write('packages/one/package.json', scripts('one'));
      r.commit('packages/two/Makefile', 'build:\n');
      r.write('pnpm-lock.yaml', '');
      const test = async (path: string) => {
        r.write(path, 'const a = 1;\n');
        const found = (await facts(r)).test;
        r.git('clean', '--quiet', '--force', '-d', '--', path);
        return found && [found.path, found.command, found.runs];
      };
      assert.deepEqual(await test('packages/one/src/a.ts'), ['packages/one/package.json', 'pnpm test', 'one']);
      assert.deepEqual(await test('packages/two/a.ts'), ['package.json', 'pnpm test', 'all']);
      r.git('rm', '--quiet', 'package.json');
      assert.equal(await test('packages/two/a.ts'), null);
    }));

  it('is what is in conflict', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      const other = otherBranch(r);
      r.tryGit('merge', other);
      const { path, why } = (await start(r)) ?? {};
      assert.deepEqual([path, why], ['a.txt', 'conflict']);
    }));
});

describe('what the default branch has changed, too', function () {
  this.timeout(20_000);

  it('is told of the files that have changed here', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('remote', 'set-head', 'origin', 'main');
      r.git('switch', '--quiet', '--create', 'mine');
      r.commit('a.txt', 'mine\n');
      r.git('mv', 'b.txt', 'c.txt');
      r.write('new.txt', 'x\n');
      assert.equal((await facts(r)).alsoChanged, null);
      r.git('switch', '--quiet', '--create', 'theirs', 'origin/main');
      r.git('rm', '--quiet', '--cached', 'c.txt', '--ignore-unmatch');
      r.git('commit', '--quiet', '--all', '--allow-empty', '-m', 'Nothing');
      for (const path of ['a.txt', 'b.txt', 'logo.png']) r.commit(path, `theirs\n${path}`);
      r.git('push', '--quiet', 'origin', 'theirs:main');
      r.git('switch', '--quiet', 'mine');
      r.git('mv', 'b.txt', 'c.txt');
      assert.deepEqual((await facts(r)).alsoChanged, { by: 'origin/main', paths: ['a.txt', 'c.txt'] });
      r.git('switch', '--quiet', '--force', 'main');
      r.write('a.txt', 'here\n');
      assert.deepEqual((await facts(r)).alsoChanged, { by: 'origin/main', paths: ['a.txt'] });
    }));
});
