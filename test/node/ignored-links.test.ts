import assert from 'node:assert/strict';
import { ignoredLinks } from '../../src/app/ignored-links.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import { nodeGit } from '../../src/node/git.ts';
import { clonedRepository, inTemporaryFolder, plainEnvironment } from './temporary-repository.ts';

const git = nodeGit({ environment: plainEnvironment });

/** What is told of a work item in `tasks/` with these links. */
const toldOf = (folder: string, ...links: string[]) => {
  const text = `---\ntype: task\nstatus: To Do\n---\n# Send\n\n${links.map((link) => `- [x](${link})`).join('\n')}\n`;
  return ignoredLinks(git, folder, [readWorkItemBy(defaultSettings)('tasks/send.md', text).report]);
};

describe('ignoredLinks', () => {
  it('names what is linked, there, and ignored', () =>
    inTemporaryFolder(async (folder) => {
      const { path, write, git: run } = clonedRepository(folder);
      write('.gitignore', 'local/\n*.log\n!kept.log\n');
      for (const file of ['local/notes.md', 'run 1.log', 'kept.log', 'forced.log', 'docs/x.md']) write(file, 'x\n');
      run('add', '--force', 'forced.log');
      const links = [
        ...['../local/notes.md#top', '../run%201.log', '../kept.log', '../forced.log', '../docs/x.md'],
        ...['../gone.log', 'https://example.org/a.log', '../../outside.log'],
      ];
      assert.deepEqual(await toldOf(path, ...links), { paths: ['local/notes.md', 'run 1.log'], unknown: [] });
      assert.deepEqual(await toldOf(path), { paths: [], unknown: [] });
    }));

  it('names a linked folder once, whatever is ignored in it', () =>
    inTemporaryFolder(async (folder) => {
      const { path, write } = clonedRepository(folder);
      write('.gitignore', 'local/\n');
      for (const file of ['local/a.md', 'local/b.md', 'localised/c.md']) write(file, 'x\n');
      assert.deepEqual((await toldOf(path, '../local', '../localised/')).paths, ['local']);
    }));

  it('says what git refuses to tell', async () => {
    const refusing = { ...git, run: async () => ({ exitCode: 128, stdout: '', stderr: 'fatal: no\nmore\n' }) };
    const links = [{ target: 'x.md', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }];
    const report = {
      path: 'a.md',
      links: links.map((link) => ({ ...link, wiki: false, relation: null, blocking: false, listed: false })),
    };
    assert.deepEqual(await ignoredLinks(refusing, '/w', [report]), {
      paths: [],
      unknown: ['Which files that the work links to git ignores: fatal: no'],
    });
  });
});
