import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { type CliCommand, UsageError } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { fakeIo } from '../fakes/cli-io.ts';

const greet: CliCommand = {
  name: 'greet',
  summary: 'say hello',
  help: 'Usage: async-ready greet\n',
  async run(args, io) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    if (positionals.includes('nobody')) throw new UsageError('Nobody is there.');
    if (positionals.includes('fire')) throw new Error('the disk is full');
    io.out(`Hello ${positionals.join(' ')}\n`);
    return 1;
  },
};

async function run(...args: string[]) {
  const io = fakeIo();
  const status = await main(args, [greet], '1.2.3', io);
  return { status, ...io.told };
}

describe('main', () => {
  it('runs a command and hands its exit status on', async () => {
    assert.deepEqual(await run('greet', 'Ana'), { status: 1, out: 'Hello Ana\n', err: '' });
  });

  it('tells its version', async () => {
    assert.deepEqual(await run('--version'), { status: 0, out: '1.2.3\n', err: '' });
  });

  it('tells its commands without one, and when asked', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) {
      const { status, out, err } = await run(...args);
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^Usage: async-ready <command>/);
      assert.match(out, /^ {2}greet {2}say hello$/m);
    }
  });

  it('tells the help of a command without running it', async () => {
    for (const flag of ['--help', '-h'])
      assert.deepEqual(await run('greet', 'fire', flag), { status: 0, out: greet.help, err: '' });
  });

  it('refuses a command that it does not know', async () => {
    const { status, out, err } = await run('dance');
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /^async-ready: There is no command "dance"\.\n\nUsage:/);
  });

  it('refuses a flag that the command does not know', async () => {
    const { status, out, err } = await run('greet', '--loud');
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /^async-ready: .*--loud.*\nSee async-ready greet --help\.\n$/s);
  });

  it('tells what cannot be done, and how it would', async () => {
    assert.deepEqual(await run('greet', 'nobody'), {
      status: 2,
      out: '',
      err: 'async-ready: Nobody is there.\nSee async-ready greet --help.\n',
    });
  });

  it('tells of an error, without sending the user to the help', async () => {
    assert.deepEqual(await run('greet', 'fire'), { status: 2, out: '', err: 'async-ready: the disk is full\n' });
  });
});
