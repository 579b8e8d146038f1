import assert from 'node:assert/strict';
import { checkDocument } from '../../../../src/core/checklist/check-document.ts';
import { fixed, settings } from '../apply-fix.ts';

const findingsOn = (today: string | null, text: string) =>
  checkDocument({ path: 'item.md', text }, { ...settings, today }).findings.filter(
    ({ rule }) => rule === 'due-date-passed',
  );
const isLate = (text: string, today: string | null = '2026-03-09'): boolean => findingsOn(today, text).length > 0;
const due = (value: string): string => `# Export\n\n**Status:** open\n**Due:** ${value}\n`;

describe('due-date-passed', () => {
  for (const value of [
    '2026-03-08',
    '`2026-03-08`',
    '8 March 2026',
    'Sun, March 8th, 2026',
    '2026-02-01 – 2026-03-08',
  ]) {
    it(`takes ${value} for late on the 9th, and not on the 8th`, () => {
      assert.ok(isLate(due(value)));
      assert.ok(!isLate(due(value), '2026-03-08'));
    });
  }

  it('is silent where the day is not known', () => assert.ok(!isLate(due('2026-03-08'), null)));

  const quiet: Readonly<Record<string, string>> = {
    'a date in figures alone': due('03/08/26'),
    'a day without its year': due('8 March'),
    'words before the date': due('some time after 2026-03-01'),
    'a range that is not over': due('2026-03-01 – 2026-03-12'),
    'a date that has been moved': due('~~2026-03-01~~ TBD'),
    'a date that is the earliest one': due('2026-03-01 or later'),
    'finished work': '# Export\n\n**Status:** done\n**Due:** 2026-03-01\n',
    'the due dates of parts': '# Export\n\nStatus: open\n\n## A\n\nDue: 2026-03-01\n\n## B\n\nDue: 2026-03-12\n',
  };
  for (const [name, text] of Object.entries(quiet)) it(`is quiet about ${name}`, () => assert.ok(!isLate(text)));

  it('takes the date at the top for that of the whole', () => {
    assert.ok(isLate(`${due('2026-03-01')}\n## B\n\nDue: 2026-03-12\n`));
    assert.ok(isLate('---\nstatus: open\ndue: "2026-03-01"\n---\n\n# Export\n\nDue: 2026-03-12\n'));
  });

  it('underlines the last day, and its fix selects that alone', () => {
    const text = '---\nstatus: open\ndue: "2026-03-01 to 2026-03-02 in $"\n---\n';
    const [finding] = findingsOn('2026-03-09', text);
    assert.deepEqual(finding?.range, { start: { line: 2, character: 20 }, end: { line: 2, character: 30 } });
    assert.equal(
      fixed(text, 'due-date-passed', (prompt) => `${prompt}!`),
      text.replace('03-02', '03-02!'),
    );
  });
});
