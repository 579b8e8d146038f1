import { readdirSync, readFileSync } from 'node:fs';
import { decodeText } from '../../../src/core/decode.ts';
import { linesOf, positionAt } from '../../../src/core/text.ts';

/** A document of test/fixtures with the findings that it is to have. */
export interface Fixture {
  /** Relative to test/fixtures: the document's path. */
  readonly path: string;
  /** Without marks. */
  readonly text: string;
  /** Line, counted from 1, and rule id of each finding: `3 done-missing`, sorted. */
  readonly expected: readonly string[];
}

const mark = / ?\{([a-z]+(?:-[a-z]+)+)\}(?=(?: \{[a-z-]+\})*\r?$)/gm;

/**
 * All documents of test/fixtures. A mark such as `{done-missing}` at the end of a line says that this finding begins on it.
 * @param folder test/fixtures, with a slash at its end
 */
export function readFixtures(folder: URL): readonly Fixture[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => fixtureOf(path.replaceAll('\\', '/'), decodeText(readFileSync(new URL(path, folder))) ?? ''));
}

function fixtureOf(path: string, marked: string): Fixture {
  const lines = linesOf(marked);
  const expected = [...marked.matchAll(mark)].map((match) => `${positionAt(lines, match.index).line + 1} ${match[1]}`);
  return { path, text: marked.replace(mark, ''), expected: expected.sort() };
}
