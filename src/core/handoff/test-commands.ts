import { linesOf, positionAt } from '../text.ts';

/** A command that a file of the repository has for its tests. */
export interface TestCommand {
  readonly command: string;
  /** What it runs, as written; null where that is too much to quote, or not written in one line. */
  readonly runs: string | null;
  /** Counts from 1. */
  readonly line: number;
}

/** In UTF-16 code units. */
const longestQuote = 120;

/** The files that name such commands, the first of a folder goes before the others. */
export const commandFiles = ['package.json', 'justfile', 'Justfile', 'Makefile'] as const;

/** The lock files by which it is told what runs the scripts of a package.json. */
export const runners: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': 'pnpm test',
  'yarn.lock': 'yarn test',
  'bun.lock': 'bun run test',
  'bun.lockb': 'bun run test',
};

/**
 * The command for the tests that a file names as such: the script `test` of a package.json, a target or recipe `test`.
 * Null where it names none.
 * @param lockFile that lies beside it or above, of those of `runners`; null without one.
 */
export function testCommand(
  name: (typeof commandFiles)[number],
  text: string,
  lockFile: string | null,
): TestCommand | null {
  if (name === 'package.json') return ofPackage(text, runners[lockFile ?? ''] ?? 'npm test');
  const match = /^test(?:[ \t]+[^:=\n]*)?:(?!=)/m.exec(text);
  return (
    match && { command: name === 'Makefile' ? 'make test' : 'just test', runs: null, line: lineAt(text, match.index) }
  );
}

function ofPackage(text: string, command: string): TestCommand | null {
  const runs = scriptTest(text);
  // What npm init leaves behind.
  if (runs === null || /no test specified/.test(runs)) return null;
  const at = /"scripts"\s*:\s*\{[^}]*?"test"\s*:/.exec(text);
  return {
    command,
    runs: runs.length > longestQuote ? null : runs,
    line: lineAt(text, at ? at.index + at[0].lastIndexOf('"test"') : 0),
  };
}

function scriptTest(text: string): string | null {
  try {
    const { scripts } = JSON.parse(text) ?? {};
    return typeof scripts?.test === 'string' ? scripts.test : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const lineAt = (text: string, offset: number): number => positionAt(linesOf(text), offset).line + 1;
