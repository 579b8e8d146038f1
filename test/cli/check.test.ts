import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from '../../src/app/ports.ts';
import { check } from '../../src/cli/commands/check.ts';
import { main } from '../../src/cli/main.ts';
import { documentsAt } from '../../src/node/documents-at.ts';
import { nodeFiles } from '../../src/node/files.ts';
import { fakeIo } from '../fakes/cli-io.ts';
import { noGit } from '../fakes/no-git.ts';

const ready = `---
id: task-1
status: In Progress
---

# Show the delivery date

## Goal

Customers learn from the page when their parcel comes.

## Resources

- \`web/order.ts\`

## Next Steps

1. Ask the carrier's service

## Dependencies

- None

## Definition of Done

- [ ] The page shows the date
`;
const withoutDone = ready.slice(0, ready.indexOf('\n## Definition')).replace('task-1', 'task-2');
const withoutNext = ready.replace(/## Next Steps[^#]*/, '');
const contents = { 'tasks/1.md': ready, 'tasks/2.md': withoutDone, 'README.md': '# Read me\n' };

async function run(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const io = fakeIo(files);
  const status = await main(['check', ...args], [check], '0', io);
  return { status, ...io.told };
}

describe('async-ready check', () => {
  it('counts what is set aside and what is finished apart, and no points of them', async () => {
    const files = { 'archive/1.md': withoutDone, 'tasks/2.md': ready.replace('In Progress', 'Done') };
    const { out } = await run(files);
    assert.match(out, /^tasks\/2\.md {2}finished\n/m);
    assert.match(out, /: 0 ready, 0 not ready, 1 set aside, 1 finished; /);
  });

  it('tells findings by document, then counts', async () => {
    assert.deepEqual(await run(contents), {
      status: 1,
      out: `tasks/2.md  4 of 5
  6:3     warning  No definition of done is given. Write criteria that two people would agree on, so that the work can be finished without asking you.  done-missing

2 work items in 3 documents: 1 ready, 1 not ready, 0 finished; 1 finding.
`,
      err: '',
    });
  });

  it('knows ids that are there twice, where all work items are checked', async () => {
    const twice = { 'tasks/1.md': ready, 'tasks/2.md': ready };
    assert.match((await run(twice)).out, /id-duplicate/);
    assert.equal((await run(twice, 'tasks')).status, 0);
  });

  it('takes a due date for passed by the day of the user', async () => {
    const due = ready.replace('status:', 'due: 2026-03-09\nstatus:');
    const statusAt = async (utcOffset: number): Promise<number> => {
      const clock = { now: () => new Date('2026-03-09T23:30:00Z'), utcOffset: () => utcOffset };
      return main(['check'], [check], '0', { ...fakeIo({ 'tasks/1.md': due }), clock });
    };
    assert.deepEqual([await statusAt(0), await statusAt(60)], [0, 1]);
  });

  it('paints only where colours are shown', async () => {
    const io = { ...fakeIo(contents), color: true };
    await main(['check'], [check], '0', io);
    assert.ok(io.told.out.includes('\u001b[33mwarning\u001b[39m'));
  });

  it('does not hand control characters of a name to the terminal', async () => {
    const { out } = await run({ 'tasks/\u001b[2J.md': withoutDone });
    assert.ok(!out.includes('\u001b'));
  });

  it('prints version 1 of the check result as JSON', async () => {
    const { status, out, err } = await run(contents, '--format', 'json', 'tasks/2.md', 'README.md');
    assert.deepEqual([status, err], [1, '']);
    const { version, documents } = JSON.parse(out);
    assert.equal(version, 1);
    assert.deepEqual(documents[0], {
      path: 'tasks/2.md',
      workItem: true,
      finished: false,
      title: 'Show the delivery date',
      points: {
        goal: { verdict: 'met', line: 8 },
        resources: { verdict: 'met', line: 12 },
        status: { verdict: 'met', line: 3, currentStatus: 'met', nextAction: 'met' },
        dependencies: { verdict: 'met', line: 20, kind: 'none-stated' },
        done: { verdict: 'unmet', line: 6 },
      },
      findings: [
        {
          rule: 'done-missing',
          severity: 'warning',
          message:
            'No definition of done is given. Write criteria that two people would agree on, so that the work can be finished without asking you.',
          range: { start: { line: 6, column: 3 }, end: { line: 6, column: 25 } },
        },
      ],
    });
    assert.deepEqual(
      [documents.length, documents[1].path, documents[1].workItem, documents[1].findings],
      [2, 'README.md', false, []],
    );
  });

  it('exits with 0 where nothing is found, and where what is found weighs less than --fail-on', async () => {
    assert.equal((await run({ 'tasks/1.md': ready })).status, 0);
    assert.equal((await run({ 'tasks/1.md': withoutNext })).status, 0);
    assert.equal((await run({ 'tasks/1.md': withoutDone }, '--fail-on', 'error')).status, 0);
    assert.equal((await run({})).status, 2);
  });

  it('exits with 1 where what is found weighs as much as --fail-on', async () => {
    assert.equal((await run({ 'tasks/1.md': withoutNext }, '--fail-on', 'information')).status, 1);
    assert.equal((await run({ 'tasks/1.md': withoutDone }, '--fail-on=hint')).status, 1);
  });

  it('checks a document once, however often it is named', async () => {
    const { out } = await run(contents, '--format', 'json', 'tasks', 'tasks/1.md', '.');
    assert.deepEqual(
      JSON.parse(out).documents.map(({ path }: { path: string }) => path),
      ['tasks/1.md', 'tasks/2.md', 'README.md'],
    );
  });

  it('exits with 2 for what it is not able to do', async () => {
    const refused = [
      [['nowhere'], 'async-ready: There is nothing at "nowhere".\nSee async-ready check --help.\n'],
      [
        ['--format', 'xml'],
        'async-ready: --format takes text, json; "xml" is none of them.\nSee async-ready check --help.\n',
      ],
      [
        ['--fail-on', 'off'],
        'async-ready: --fail-on takes error, warning, information, hint; "off" is none of them.\nSee async-ready check --help.\n',
      ],
    ] as const;
    for (const [args, err] of refused) assert.deepEqual(await run(contents, ...args), { status: 2, out: '', err });
    assert.equal((await run(contents, '--fix')).status, 2);
  });

  it('tells which document could not be read, and checks the others', async () => {
    const binary = new Uint8Array([0, 1]);
    const { status, out, err } = await run({ 'tasks/1.md': ready, 'tasks/2.md': binary });
    assert.equal(status, 1);
    assert.equal(err, 'async-ready: tasks/2.md: It is not a text file.\n');
    assert.match(out, /document-unreadable/);
    assert.match(out, /2 work items in 2 documents: 1 ready, 1 not ready/);
    const elsewhere = await run({ 'tasks/1.md': ready, 'docs/logo.md': binary });
    assert.deepEqual([elsewhere.status, elsewhere.err], [0, 'async-ready: docs/logo.md: It is not a text file.\n']);
  });

  it('obeys the project file, and refuses one that it cannot use', async () => {
    const document = { 'tasks/1.md': withoutDone };
    const quiet = await run({ ...document, '.async-ready.yml': 'rules: { done-missing: off }\n' });
    assert.deepEqual([quiet.status, quiet.err], [0, '']);
    const wrong = await run({ ...document, '.async-ready.yml': 'rules:\n  done-mising: off\n' });
    assert.deepEqual([wrong.status, wrong.out], [2, '']);
    assert.equal(wrong.err, 'async-ready: .async-ready.yml:2: There is no rule "done-mising".\n');
  });

  it('reads real files, with paths relative to where it runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'async-ready-'));
    try {
      mkdirSync(join(folder, 'docs/tasks'), { recursive: true });
      writeFileSync(join(folder, 'docs/tasks/1.md'), `\ufeff${ready.replaceAll('\n', '\r\n')}`);
      writeFileSync(join(folder, 'docs/tasks/2.md'), withoutDone);
      writeFileSync(join(folder, 'docs/notes.log'), withoutDone);
      const cwd = join(folder, 'docs');
      const files = nodeFiles(cwd);
      const io = {
        ...fakeIo(),
        cwd,
        files,
        readAhead: () => ({ read: files.read, stop: async () => {} }),
        documentsAt: (path: string) => documentsAt(cwd, path),
      };
      assert.equal(await main(['check', '--format', 'json'], [check], '0', io), 1);
      assert.deepEqual(
        JSON.parse(io.told.out).documents.map(({ path, findings }: { path: string; findings: unknown[] }) => [
          path,
          findings.length,
        ]),
        [
          ['tasks/1.md', 0],
          ['tasks/2.md', 1],
        ],
      );
      assert.equal(await main(['check', 'nowhere'], [check], '0', io), 2);
      assert.match(io.told.err, /There is nothing at "nowhere"/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('async-ready check in a repository', () => {
  const files = { 'tasks/1.md': ready };
  /** As git answers; the last commit to the document is of the end of January. */
  const answers: Readonly<Record<string, string>> = { log: '\x01Ann\x021769860000 \ntasks/1.md\0', diff: '' };

  async function runWith(
    git: Pick<Git, 'run'>,
    contents: Readonly<Record<string, string>>,
    isInRepository = () => true,
  ) {
    const io = { ...fakeIo(contents), git: { ...noGit, run: git.run }, isInRepository };
    const status = await main(['check'], [check], '0', io);
    return { status, ...io.told };
  }

  it('tells of work in progress that has not changed for long, as the project file has it', async () => {
    const git: Pick<Git, 'run'> = {
      run: async (_, [verb = '']) => ({ exitCode: 0, stdout: answers[verb] ?? '', stderr: '' }),
    };
    const { status, out } = await runWith(git, files);
    assert.equal(status, 0);
    assert.match(
      out,
      /3:9 +information {2}The status is "In Progress", but this document has not changed for 37 days\./,
    );
    assert.doesNotMatch(
      (await runWith(git, { ...files, '.async-ready.yml': 'stale-after-days: 40\n' })).out,
      /37 days/,
    );
  });

  it('does not start git where there is no repository', async () => {
    const run = async (): Promise<never> => assert.fail('git was started');
    assert.deepEqual((await runWith({ run }, files, () => false)).err, '');
    assert.match((await runWith({ run }, files)).err, /git was started/);
  });

  it('says when git fails, and goes on without it', async () => {
    const git: Pick<Git, 'run'> = {
      run: async () => {
        throw new Error('git log says more than 5 bytes.');
      },
    };
    const { status, out, err } = await runWith(git, files);
    assert.equal(status, 0);
    assert.match(out, /1 ready/);
    assert.equal(err, 'async-ready: What git tells of work in progress is left out: git log says more than 5 bytes.\n');
  });
});
