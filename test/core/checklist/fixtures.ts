import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { type Fixture, readFixtures } from './read-fixtures.ts';

/** The day on which the fixtures are looked at. */
export const fixtureDay = '2026-03-09';

export const fixtures = readFixtures(new URL('../../fixtures/', import.meta.url));

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
