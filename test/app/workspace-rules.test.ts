import assert from 'node:assert/strict';
import { findings, fixed, found } from './in-workspace.ts';

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

  it('names and writes what was likely meant: a heading, a file beside, a work item that has moved', async () => {
    const contents = {
      'a.md': [
        '# A',
        '[heading](docs/design.md#the-gaol)',
        '[file](docs/desing.md#goal)',
        '[moved](tasks/task-7.md)',
        '[nothing](docs/elsewhere.md)',
        '[own](#aa)',
      ].join('\n\n'),
      'docs/design.md': '# The goal',
      'done/2026 q1/task-7.md': '---\nstatus: done\n---\n# Seven\n\n## Acceptance criteria\n\n- [x] it is there',
    };
    const reason = 'A team-mate who follows it while you sleep finds nothing there.';
    assert.deepEqual(
      (await findings('link-broken', contents)).map(({ message }) => message.replace(/^.*?\. /, '')),
      [
        'Did you mean docs/design.md#the-goal?',
        'Did you mean docs/design.md#goal?',
        'Did you mean done/2026%20q1/task-7.md?',
        'Correct the link, or add what it leads to.',
        'Did you mean #a?',
      ].map((hint) => `${hint} ${reason}`),
    );
    assert.equal(
      await fixed('link-broken', contents),
      contents['a.md']
        .replace('the-gaol', 'the-goal')
        .replace('desing.md#goal', 'design.md#goal')
        .replace('tasks/task-7.md', 'done/2026%20q1/task-7.md')
        .replace('#aa', '#a'),
    );
  });

  it('says nothing of lines, the top of a page, and words that stand for a link to come', async () => {
    const text = '# A\n\n[l](b.md#L3) [ls](b.md#L3-L5) [t](b.md#top) [h](b.md#) [c](src/c.ts:42) [x](url) [y](TODO)';
    assert.deepEqual(await found('link-broken', { 'a.md': text, 'b.md': '# B', 'src/c.ts': '' }), []);
  });

  it('is silent where a comment suppresses it, and in finished work', async () => {
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
