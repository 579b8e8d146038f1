import assert from 'node:assert/strict';
import { checkDocuments, checkTogether } from '../../src/app/check-documents.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import { memoryFiles, ref } from '../fakes/memory-files.ts';

/** Lines, counted from 1, and messages of what the workspace rule finds in `a.md`. */
async function found(rule: string, contents: Readonly<Record<string, string>>): Promise<string[]> {
  const files = memoryFiles(contents);
  const settings = { ...defaultSettings, include: ['a.md'] };
  const documents = Object.keys(contents).filter((path) => path.endsWith('.md'));
  const { reports } = await checkDocuments(files, documents.map(ref), settings);
  const [report] = (await checkTogether(files, '/w', reports, settings)).filter(({ path }) => path === 'a.md');
  assert.ok(report);
  return report.findings
    .filter((finding) => finding.rule === rule)
    .map(({ range, message }) => `${range.start.line + 1} ${message.split('. ')[0]}`);
}

describe('link-broken', () => {
  it('finds links to files and headings that are not there', async () => {
    const text = [
      '# A',
      '[here](docs/b.md), [here too](./docs/b.md#the-goal), [a folder](docs/), [web](https://example.org/x.md), [self](#a)',
      '![gone](docs/c.png)',
      '[case](docs/B.md)',
      '[encoded](docs/my%20notes.txt) [spaces](<docs/my notes.txt>)',
      '[no heading](docs/b.md#goals)',
      '[no heading here](#b)',
      '[ref]: gone.md',
      '`[code](gone.md)` <!-- [comment](gone.md) -->',
      '[out](../x.md) [root](/x.md) [[Wiki]]',
    ].join('\n\n');
    assert.deepEqual(await found('link-broken', { 'a.md': text, 'docs/b.md': '# The goal', 'docs/my notes.txt': '' }), [
      '5 There is no docs/c.png',
      '7 There is no docs/B.md',
      '11 There is no heading #goals in docs/b.md',
      '13 There is no heading #b in a.md',
      '15 There is no gone.md',
    ]);
  });

  it('is silent where a comment suppresses it, in finished work, and in what is no work item', async () => {
    const broken = '[x](gone.md)';
    assert.deepEqual(await found('link-broken', { 'a.md': `# A\n\n${broken} <!-- async-ready-disable-line -->` }), []);
    assert.deepEqual(
      await found('suppression-unused', { 'a.md': `# A\n\n${broken} <!-- async-ready-disable-line -->` }),
      [],
    );
    assert.deepEqual(await found('link-broken', { 'a.md': `# A\n\nStatus: done\n\n${broken}` }), []);
    assert.equal((await found('link-broken', { 'a.md': `# A\n\nStatus: open\n\n${broken}` })).length, 1);
  });
});
