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
      '[ref]: gone.md\n[left over]: gone.md\n\n[a text][Ref]',
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

const item = (rest: string, body = ''): string =>
  `---\n${rest}\n---\n# ${rest.match(/id: (\S+)/)?.[1] ?? 'Work'}\n\n${body}`;

describe('reference-unknown', () => {
  const others = {
    'b.md': item('id: TASK-1'),
    'c.md': item('id: TASK-2'),
    'done/d.md': item('id: TASK-12\nstatus: done'),
  };
  const a = (dependencies: string, body = '') => ({
    ...others,
    'a.md': item(`id: TASK-3\ndependencies: [${dependencies}]`, body),
    'e.md': item('id: TASK-4'),
    'f.md': item('id: TASK-5'),
    'g.md': item('id: TASK-6'),
  });

  it('finds ids of a known series that no work item has', async () => {
    assert.deepEqual(await found('reference-unknown', a('TASK-1, TASK-99')), [
      '3 No work item here has the id TASK-99',
    ]);
    assert.deepEqual(
      await found(
        'reference-unknown',
        a('', '**Depends on:** task-2, TASK-98 (the export)\n\n- Blocked by: [TASK-97](https://example.org/97)'),
      ),
      ['7 No work item here has the id TASK-98'],
    );
    assert.deepEqual(
      await found('reference-unknown', {
        'a.md': item('id: 3\ndependencies: [1, 7]'),
        'b.md': item('id: 1'),
        'c.md': item('id: 2'),
      }),
      ['3 No work item here has the id 7'],
    );
  });

  it('names and writes the only id that is like it, as it is written', async () => {
    const mistyped = { ...a('TASK-112') };
    const [finding] = await findings('reference-unknown', mistyped);
    assert.match(finding?.message ?? '', /Did you mean TASK-12\?/);
    assert.equal(await fixed('reference-unknown', mistyped), mistyped['a.md'].replace('TASK-112', 'TASK-12'));
    assert.equal((await findings('reference-unknown', a('TASK-9')))[0]?.fixable, false);
  });

  it('is silent where it cannot know: other series, sentences, asides, ranges, and where not all work items are there', async () => {
    assert.deepEqual(await found('reference-unknown', a('PAY-7, 99, TASK-12, task-002')), []);
    assert.deepEqual(
      await found(
        'reference-unknown',
        a(
          '',
          '## Dependencies\n\n- The export of TASK-99 has to be there first\n- TASK-1 (replaces TASK-98)\n- TASK-01-09\n- None: 97 is done',
        ),
      ),
      [],
    );
    assert.deepEqual(await found('reference-unknown', a('TASK-99'), false), []);
    assert.deepEqual(
      await found('reference-unknown', { 'a.md': item('dependencies: [TASK-99]'), 'b.md': item('id: TASK-1') }),
      [],
    );
  });

  it('leaves a series alone that a tracker elsewhere numbers', async () => {
    const contents = { 'a.md': item('id: PAY-7\ndependencies: [PAY-1203]'), 'b.md': item('id: PAY-982') };
    assert.deepEqual(await found('reference-unknown', contents), []);
  });

  it('leaves a plan alone that tells of its parts', async () => {
    const part = '**Dependencies:** TASK-99\n\n';
    assert.deepEqual(await found('reference-unknown', a('', part)), ['7 No work item here has the id TASK-99']);
    assert.deepEqual(await found('reference-unknown', a('', part + part)), []);
  });
});

describe('id-duplicate', () => {
  it('finds the id of another open work item, and a free one', async () => {
    const contents = {
      'tasks/x.md': '',
      'a.md': item('id: TASK-07'),
      'b.md': item('id: task-7'),
      'c.md': item('id: TASK-11'),
    };
    const [finding] = await findings('id-duplicate', contents);
    assert.match(finding?.message ?? '', /^b\.md has the id TASK-07, too\./);
    assert.deepEqual(
      finding?.related?.map(({ key }) => key),
      ['/w/b.md'],
    );
    assert.equal(await fixed('id-duplicate', contents), contents['a.md'].replace('id: TASK-07', 'id: TASK-12'));
  });

  it('finds a copy in another folder, unless ids begin anew in each', async () => {
    const copy = { 'a.md': item('id: WP01'), 'x/b.md': item('id: WP01'), 'c.md': item('id: WP02') };
    assert.deepEqual(await found('id-duplicate', copy), ['2 x/b.md has the id WP01, too']);
    assert.deepEqual(await found('id-duplicate', { ...copy, 'x/c.md': item('id: WP02') }), []);
  });

  it('is silent where the other is finished, where an issue is named, and where not all work items are there', async () => {
    assert.deepEqual(
      await found('id-duplicate', { 'a.md': item('id: T-1'), 'b.md': item('id: T-1\nstatus: done') }),
      [],
    );
    assert.deepEqual(
      await found('id-duplicate', { 'a.md': item('id: T-1\nstatus: done'), 'b.md': item('id: T-1') }),
      [],
    );
    assert.deepEqual(await found('id-duplicate', { 'a.md': item('issue: T-1'), 'b.md': item('issue: T-1') }), []);
    assert.deepEqual(await found('id-duplicate', { 'a.md': item('id: TBD'), 'b.md': item('id: TBD') }), []);
    assert.deepEqual(await found('id-duplicate', { 'a.md': item('id: T-1'), 'b.md': item('id: T-1') }, false), []);
    assert.deepEqual(await found('id-duplicate', { 'T-1.md': '# A', 'a.md': item('id: T-1') }), []);
  });
});

describe('dependency-cycle', () => {
  it('tells the whole circle at the dependency that closes it, and where the others say so', async () => {
    const contents = {
      'a.md': item('id: T-1\ndependencies: [T-9, T-2]'),
      'b.md': item('id: T-2', '**Depends on:** [The third](c.md)'),
      'c.md': '# The third\n\nBlocked by: T-1',
    };
    const [finding] = await findings('dependency-cycle', contents);
    assert.match(finding?.message ?? '', /^This waits on itself: T-1 → T-2 → “The third” → T-1\. /);
    assert.deepEqual(finding?.range, { start: { line: 2, character: 20 }, end: { line: 2, character: 23 } });
    assert.deepEqual(
      finding?.related?.map(({ key, range }) => [key, range.start.line]),
      [
        ['/w/b.md', 5],
        ['/w/c.md', 2],
      ],
    );
  });

  it('counts what blocks another, too, and tells those who say it', async () => {
    const contents = { 'a.md': item('id: T-1\nblocks: T-2'), 'b.md': item('id: T-2\nblocks: T-1') };
    assert.deepEqual(await found('dependency-cycle', contents), ['3 This waits on itself: T-1 → T-2 → T-1']);
    const others = { 'a.md': item('id: T-1'), 'b.md': item('id: T-2\nblocks: T-1\ndependencies: [T-1]') };
    assert.deepEqual(await found('dependency-cycle', others), []);
  });

  it('is silent without a circle, where one of them is finished, and on what a sentence says', async () => {
    const b = (rest: string, body?: string) => ({
      'a.md': item('id: T-1\ndependencies: [T-2]'),
      'b.md': item(`id: T-2\n${rest}`, body),
    });
    assert.equal((await found('dependency-cycle', b('dependencies: [T-1]'))).length, 1);
    assert.deepEqual(await found('dependency-cycle', b('dependencies: [T-3]')), []);
    assert.deepEqual(await found('dependency-cycle', b('dependencies: [T-1]\nstatus: done')), []);
    assert.deepEqual(
      await found('dependency-cycle', b('', '## Dependencies\n\nNone (foundation for T-1).\n\nCan go on beside T-1.')),
      [],
    );
  });
});

describe('dependency-finished', () => {
  const done = { 'b.md': item('id: T-2\nstatus: done'), 'c.md': item('id: T-3\nstatus: open') };

  it('finds work that is said to stand still for what is finished', async () => {
    assert.deepEqual(
      await found('dependency-finished', { ...done, 'a.md': item('id: T-1\nstatus: blocked\ndependencies: [T-2]') }),
      ['3 This waits on T-2, which is finished'],
    );
    assert.deepEqual(
      await found('dependency-finished', {
        ...done,
        'a.md': item('id: T-1', '**Blocked by:** [T-2](b.md) (the export)'),
      }),
      ['6 This waits on T-2, which is finished'],
    );
    assert.deepEqual(
      await found('dependency-finished', { ...done, 'a.md': item('id: T-1', '## Dependencies\n\n- Waiting on T-2') }),
      ['8 This waits on T-2, which is finished'],
    );
  });

  it('is silent on lists that a tool keeps, and where something else may be in the way', async () => {
    const silent = async (rest: string, body?: string) =>
      assert.deepEqual(
        await found('dependency-finished', { ...done, 'a.md': item(`id: T-1\n${rest}`, body) }),
        [],
        rest + body,
      );
    await silent('status: open\ndependencies: [T-2]');
    await silent('status: open\nblocked_by: [T-2]');
    await silent('status: blocked\ndependencies: [T-2, T-3]');
    await silent('status: blocked\ndependencies: [T-2, T-9]');
    await silent('status: blocked\ndependencies: [T-2]', 'We are waiting for the contract.');
    await silent('status: done\ndependencies: [T-2]', '**Blocked by:** T-2');
    await silent('status: open', '**Blocked by:** T-2 and the answer of @noor');
    await silent('status: open', '**Blocked by:** T-2\n\n**Waiting on:** T-3');
  });
});

describe('mention-unlinked', () => {
  const contents = {
    'a.md': [
      '# A',
      '## References',
      '- `src/session store.ts`, and `src/session.ts:42`\n- docs/design.md is there, docs/none.md is not\n- docs/ and src/session.ts:3-9, [a](docs/b.md)\n- docs/b.md, a.md',
      '## Notes',
      'See src/other.ts.',
    ].join('\n\n'),
    'src/session.ts': '',
    'src/other.ts': '',
    'docs/design.md': '# D',
    'docs/b.md': '# B',
  };

  it('finds the paths among the resources that lead somewhere without a link, all at once', async () => {
    assert.deepEqual(await found('mention-unlinked', contents), [
      '6 docs/design.md is there, but not linked, nor are 3 more paths here',
    ]);
    assert.equal((await findings('mention-unlinked', contents))[0]?.severity, 'hint');
  });

  it('links them as they are written', async () => {
    const mended = await fixed('mention-unlinked', contents);
    assert.equal(
      mended,
      contents['a.md']
        .replace('`src/session.ts:42`', '[`src/session.ts:42`](src/session.ts#L42)')
        .replace('docs/design.md', '[docs/design.md](docs/design.md)')
        .replace('docs/ and', '[docs/](docs) and')
        .replace('src/session.ts:3-9', '[src/session.ts:3-9](src/session.ts#L3-L9)'),
    );
    assert.deepEqual(await found('mention-unlinked', { ...contents, 'a.md': mended }), []);
  });

  it('knows paths from the document on and from the workspace folder on', async () => {
    const text = '# A\n\n## References\n\n- ../src/a.md\n- src/(b)/c.ts and src/b.ts\n- ../../out.ts\n';
    assert.equal(
      await fixed('mention-unlinked', { 'tasks/a b.md': text, 'src/a.md': '', 'src/b.ts': '' }, 'tasks/a b.md'),
      text.replace('../src/a.md', '[../src/a.md](../src/a.md)').replace('src/b.ts', '[src/b.ts](../src/b.ts)'),
    );
    const own = '# A\n\n## References\n\n- tasks/ and b.md\n';
    assert.equal(
      await fixed('mention-unlinked', { 'tasks/a.md': own, 'tasks/b.md': '' }, 'tasks/a.md'),
      own.replace('tasks/', '[tasks/](../tasks)').replace('b.md', '[b.md](b.md)'),
    );
  });

  it('is silent in finished work, and where nothing is there', async () => {
    const text = '# A\n\nStatus: done\n\n## References\n\n- docs/b.md\n';
    assert.deepEqual(await found('mention-unlinked', { ...contents, 'a.md': text }), []);
    assert.equal((await found('mention-unlinked', { ...contents, 'a.md': text.replace('done', 'open') })).length, 1);
    assert.deepEqual(await found('mention-unlinked', { 'a.md': text.replace('done', 'open') }), []);
  });

  it('is silent where only source code is named, which is linked with the documents', async () => {
    const text = '# A\n\n## References\n\n- src/session.ts and src/\n';
    assert.deepEqual(await found('mention-unlinked', { ...contents, 'a.md': text }), []);
    const both = `${text}- docs/design.md\n`;
    assert.deepEqual(await found('mention-unlinked', { ...contents, 'a.md': both }), [
      '6 docs/design.md is there, but not linked, nor are 2 more paths here',
    ]);
  });

  it('leaves alone what another repository has as well', async () => {
    const files = { 'README.md': '', 'AGENTS.md': '', '.github/workflows/ci.yml': '', 'docs/README.md': '' };
    const text = '# A\n\n## References\n\n- README.md, AGENTS.md, .github/workflows/ and ./.github/workflows/ci.yml\n';
    assert.deepEqual(await found('mention-unlinked', { ...files, 'a.md': text }), []);
    assert.equal((await found('mention-unlinked', { ...files, 'a.md': `${text}- docs/README.md\n` })).length, 1);
  });
});
