import { type CliCommand, type CliIo, UsageError } from './command.ts';

/**
 * Runs a command line.
 * @param args without the program's name.
 * @returns the exit status; every error has then been told on `io.err`.
 */
export async function main(
  args: readonly string[],
  commands: readonly CliCommand[],
  version: string,
  io: CliIo,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version') return told(io, `${version}\n`);
  if (name === undefined || name === 'help' || helpFlags.includes(name)) return told(io, helpFor(commands));
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return failed(io, `There is no command "${name}".\n\n${helpFor(commands)}`);
  if (rest.some((arg) => helpFlags.includes(arg))) return told(io, command.help);
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error))
      return failed(io, `${error.message}\nSee async-ready ${name} --help.`);
    return failed(io, error instanceof Error ? error.message : String(error));
  }
}

const helpFlags = ['--help', '-h'];

function helpFor(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Usage: async-ready <command> [options]

Work items that a team-mate can take on while their author sleeps.

Commands:
${lines.join('')}
async-ready <command> --help tells more; --version the version.
`;
}

function told(io: CliIo, text: string): number {
  io.out(text);
  return 0;
}

function failed(io: CliIo, message: string): number {
  io.err(`async-ready: ${message}\n`);
  return 2;
}

/** What node:util parseArgs throws for a flag that it does not know. */
const isArgumentError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
