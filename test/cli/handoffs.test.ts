import assert from 'node:assert/strict';
import { handoffs } from '../../src/cli/commands/handoffs.ts';
import { main } from '../../src/cli/main.ts';
import { nodeGit } from '../../src/node/git.ts';
import { fakeIo } from '../fakes/cli-io.ts';
import { clonedRepository, inTemporaryFolder, plainEnvironment } from '../node/temporary-repository.ts';

const note = (fields: string, title = 'Handoff: sort by price') => `---\ntype: handoff\n${fields}\n---\n# ${title}\n`;

const notes = {
  'README.md': '# Notes\n',
  '.async-ready.yml': 'team:\n  - name: Ben Novak\n    handle: bn\n',
  'handoffs/a.md': note('date: 2026-03-09T10:00:00+01:00\nfrom: Ann\nto: "@bn"\nwork-items: [tasks/a.md]'),
  'handoffs/b.md': note('date: 2026-03-08T10:00:00+01:00\nfrom: Ben\nto: Ann\nbranch: x', 'Handoff: mail | more'),
  'handoffs/c.md': note('date: 2026-03-01\nfrom: Ann\nto: Ben\npicked-up-by: Ben\nstate: picked-up', 'Log in'),
};

async function run(...args: string[]) {
  const io = fakeIo(notes);
  const status = await main(['handoffs', ...args], [handoffs], '0', io);
  return { status, ...io.told };
}

const titles = (out: string): string[] => [...out.matchAll(/^(?! |\d)(\S.*)$/gm)].map(([, title = '']) => title);

describe('async-ready handoffs', () => {
  it('lists the open notes, the newest first', async () => {
    const { status, out, err } = await run();
    assert.deepEqual([status, err], [0, '']);
    assert.equal(
      out,
      `sort by price
  Ann → @bn · today 09:00, 3 h ago
  handoffs/a.md

mail | more
  Ben → Ann · yesterday 09:00, 1 day ago
  handoffs/b.md

2 handoffs.
`,
    );
  });

  it('takes those for somebody, from somebody and of a state', async () => {
    const of = async (...args: string[]) => titles((await run(...args)).out);
    assert.deepEqual(await of('--for', 'Ben Novak'), ['sort by price']);
    assert.deepEqual(await of('--for', 'ann'), ['mail | more']);
    assert.deepEqual(await of('--from', 'Ann', '--state', 'all'), ['sort by price', 'Log in']);
    assert.deepEqual(await of('--state', 'picked-up'), ['Log in']);
    assert.deepEqual(await of('--for', 'Cleo'), []);
  });

  it('prints a table to post', async () => {
    const { out } = await run('--format', 'markdown', '--state', 'all');
    assert.deepEqual(out.split('\n').slice(2), [
      '| [sort by price](handoffs/a.md) | Ann → @bn | today 09:00, 3 h ago |  |',
      '| [mail \\| more](handoffs/b.md) | Ben → Ann | yesterday 09:00, 1 day ago |  |',
      '| [Log in](handoffs/c.md) | Ann → Ben | 1 Mar, 8 days ago | picked up by Ben |',
      '',
    ]);
    assert.equal((await run('--for', 'Cleo', '--format', 'markdown')).out, 'No handoffs.\n');
  });

  it('prints JSON for programs', async () => {
    const { version, handoffs: listed } = JSON.parse((await run('--format', 'json', '--for', 'Ben')).out);
    assert.equal(version, 1);
    assert.deepEqual(listed, [
      {
        path: 'handoffs/a.md',
        ref: null,
        title: 'sort by price',
        date: '2026-03-09T10:00:00+01:00',
        from: 'Ann',
        to: '@bn',
        branch: null,
        base: null,
        head: null,
        workItems: ['tasks/a.md'],
        state: 'open',
        open: true,
        followed: false,
        pickedUpBy: null,
        pickedUpAt: null,
        unfilled: 0,
        openQuestions: [],
        drift: null,
      },
    ]);
  });

  it('says who I am by git, and how far the work has moved since', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.git('config', 'user.name', 'Ben Novak');
      const head = repository.git('rev-parse', 'HEAD').trim();
      repository.commit('a.txt', 'changed\n');
      const io = {
        ...fakeIo({
          'handoffs/a.md': note(`to: Ben\nbranch: main\nhead: ${head}`),
          'handoffs/b.md': note(`to: Cleo\nhead: ${'1'.repeat(40)}`, 'Mail'),
        }),
        cwd: repository.path,
        git: nodeGit({ environment: plainEnvironment }),
      };
      const told = async (...args: string[]): Promise<string> => {
        io.told.out = '';
        await main(['handoffs', ...args], [handoffs], '0', io);
        return io.told.out;
      };
      assert.match(
        await told('--for', 'me'),
        /^sort by price\n {2}somebody → you · 1 commit behind\n.*\n\n1 handoff\.\n$/,
      );
      assert.match(await told('--for', 'Cleo'), /^Mail\n {2}somebody → Cleo · not fetched\n/);
      const drifts = JSON.parse(await told('--format', 'json')).handoffs.map(({ drift }: { drift: object }) => drift);
      const hash = repository.git('rev-parse', 'HEAD').trim();
      assert.deepEqual(drifts, [
        { known: false, commits: null },
        { known: true, commits: 1, branch: 'main', hash, rewritten: false, files: null, changed: ['a.txt'] },
      ]);
    }));

  it('lists the notes of branches that are not checked out', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.git('switch', '--quiet', '--create', 'feature/x');
      repository.commit('handoffs/x.md', note('to: Ben', 'On a branch'));
      repository.git('push', '--quiet', 'origin', 'feature/x');
      repository.git('switch', '--quiet', 'main');
      const git = nodeGit({ environment: plainEnvironment });
      const io = { ...fakeIo({ 'handoffs/a.md': note('to: Ben') }), cwd: repository.path, git };
      const told = async (...args: string[]): Promise<string> => {
        io.told.out = '';
        await main(['handoffs', ...args], [handoffs], '0', io);
        return io.told.out;
      };
      assert.match(await told(), /^On a branch\n {2}somebody → Ben · on origin\/feature\/x\n {2}handoffs\/x\.md\n/m);
      assert.match(
        await told('--format', 'markdown'),
        /^\| On a branch \| somebody → Ben \| {2}\| on origin\/feature\/x \|$/m,
      );
      const refs = JSON.parse(await told('--format', 'json')).handoffs.map(({ ref }: { ref: string | null }) => ref);
      assert.deepEqual(refs.sort(), [null, 'origin/feature/x'].sort());
    }));

  it('refuses what it does not know', async () => {
    for (const [args, message] of [
      [['--state', 'closed'], /--state takes open, picked-up, all/],
      [['--format', 'xml'], /--format takes text, json, markdown/],
      [['--to', 'Ben'], /--to/],
      [['handoffs/a.md'], /handoffs\/a\.md/],
    ] as const) {
      const { status, err } = await run(...args);
      assert.equal(status, 2);
      assert.match(err, message);
    }
  });
});
