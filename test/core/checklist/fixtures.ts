import { readdirSync, readFileSync } from 'node:fs';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
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

/** The day on which the fixtures are looked at. */
export const fixtureDay = '2026-03-09';

const folder = new URL('../../fixtures/', import.meta.url);
const mark = / ?\{([a-z]+(?:-[a-z]+)+)\}(?=(?: \{[a-z-]+\})*\r?$)/gm;

/** All documents of test/fixtures. A mark such as `{done-missing}` at the end of a line says that this finding begins on it. */
export const fixtures: readonly Fixture[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => fixtureOf(path.replaceAll('\\', '/'), decodeText(readFileSync(new URL(path, folder))) ?? ''));

function fixtureOf(path: string, marked: string): Fixture {
  const lines = linesOf(marked);
  const expected = [...marked.matchAll(mark)].map((match) => `${positionAt(lines, match.index).line + 1} ${match[1]}`);
  return { path, text: marked.replace(mark, ''), expected: expected.sort() };
}

/** The fixture of that path; throws when there is none. */
export function fixture(path: string): Fixture {
  const found = fixtures.find((candidate) => candidate.path === path);
  if (!found) throw new Error(`There is no fixture ${path}.`);
  return found;
}

/** The work items among the fixtures, each also with the other line ends, and without a last one. */
export const workItemVariants = fixtures
  .filter(({ path, text }) => checkDocument({ path, text }, defaultSettings).workItem)
  .flatMap(({ path, text }) => [
    { path, text },
    { path: `${path} with the other line ends`, text: withOtherLineEnds(text) },
    { path: `${path} without a last line end`, text: text.trimEnd() },
  ]);

function withOtherLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r', '') : text.replaceAll('\n', '\r\n');
}
