import assert from 'node:assert/strict';
import { allNoteRules } from '../../../src/core/checklist/all-note-rules.ts';
import { allRules } from '../../../src/core/checklist/all-rules.ts';
import { checkDocument, defaultSettings, verdictsOn } from '../../../src/core/checklist/check-document.ts';
import { fixtureDay, fixtures } from './fixtures.ts';

/** The findings of a text as the marks of a fixture tell them. */
function findingsOf(path: string, text: string): string[] {
  const { findings } = checkDocument({ path, text }, { ...defaultSettings, today: fixtureDay });
  return findings.map(({ rule, range }) => `${range.start.line + 1} ${rule}`).sort();
}

describe('fixtures', () => {
  for (const { path, text, expected } of fixtures) {
    it(`${path}: ${expected.length} findings`, () => {
      assert.deepEqual(findingsOf(path, text), expected);
    });
    it(`${path} with the other line ends has the same findings`, () => {
      const other = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
      assert.deepEqual(findingsOf(path, other), expected);
    });
  }

  it('get the same verdicts and findings without what is only shown', () => {
    for (const { path, text } of fixtures) {
      const { owner, milestone, labels, due, style, waits, additions, handoff, points, ...report } = checkDocument(
        { path, text },
        defaultSettings,
      );
      const verdicts = Object.entries(points).map(([id, { evidence, ...verdict }]) => [id, verdict]);
      assert.deepEqual(verdictsOn({ path, text }, defaultSettings), {
        ...report,
        points: Object.fromEntries(verdicts),
      });
    }
  });

  for (const { id } of allNoteRules) {
    it(`trip ${id}, and have handoff notes that do not`, () => {
      const notes = fixtures.filter(({ text }) => text.includes('\ntype: handoff\n'));
      const tripped = notes.filter(({ expected }) => expected.some((finding) => finding.endsWith(` ${id}`)));
      assert.ok(tripped.length > 0 && tripped.length < notes.length);
    });
  }

  for (const { id } of allRules) {
    it(`trip ${id}, and have work items that do not`, () => {
      const tripped = fixtures.filter(({ expected }) => expected.some((finding) => finding.endsWith(` ${id}`)));
      const passed = fixtures.filter(
        ({ path, text, expected }) =>
          checkDocument({ path, text }, defaultSettings).workItem &&
          !expected.some((finding) => finding.endsWith(` ${id}`)),
      );
      assert.ok(tripped.length > 0 && passed.length > 0);
    });
  }
});
