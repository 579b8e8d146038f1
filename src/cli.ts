import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { version } from '../package.json';
import { createGitIgnored } from './app/git-ignored.ts';
import { check } from './cli/commands/check.ts';
import { handoff } from './cli/commands/handoff.ts';
import { handoffs } from './cli/commands/handoffs.ts';
import { report } from './cli/commands/report.ts';
import { main } from './cli/main.ts';
import { visible } from './core/handoff/visible.ts';
import { documentsAt } from './node/documents-at.ts';
import { nodeFiles } from './node/files.ts';
import { nodeGit } from './node/git.ts';
import { isInRepository } from './node/is-in-repository.ts';
import { readAhead } from './node/read-ahead.ts';
import { readProjectFile } from './node/read-project-file.ts';

const cwd = process.cwd();
const git = nodeGit();
const err = (text: string): void => {
  process.stderr.write(text);
};
const gitIgnored = createGitIgnored(git, (message) => err(`async-ready: ${visible(message)}\n`));

// A check is over before V8 has optimized all that it would, which keeps the other cores busy. With less inlined into
// each function (920 by default), and begun after less than a fourth of the runs that it waits for (67584, in bytes of
// bytecode), it is done with the most of it in time: docs/performance.md.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=60');
setFlagsFromString('--interrupt-budget=15000');
// Nor are loops long enough for their first turn to be worth compiling apart.
setFlagsFromString('--no-turbo-loop-peeling');
// Nearly every pattern is matched more than once, which is when it would be compiled a second time.
setFlagsFromString('--no-regexp-tier-up');

// A reader that has seen enough, such as `head`, closes the pipe: no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main(process.argv.slice(2), [check, handoff, handoffs, report], version, {
  cwd,
  out: (text) => process.stdout.write(text),
  err,
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  files: nodeFiles(cwd, gitIgnored),
  readAhead: (keys) => readAhead(join(__dirname, 'reader-thread.cjs'), keys),
  projectFile: () => readProjectFile(cwd),
  documentsAt: (path) => documentsAt(cwd, path, gitIgnored),
  git,
  isInRepository: () => isInRepository(cwd),
  clock: { now: () => new Date(), utcOffset: (date) => -date.getTimezoneOffset() },
}).then((status) => {
  process.exitCode = status;
  // Once all is written: to take down a heap full of reports, object by object, takes longer than to leave it to the system.
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
});
