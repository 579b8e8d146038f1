import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEverythingMissing, checkDocument, fixFinding } from '../../../src/core/checklist/check-document.ts';
import { pointIds } from '../../../src/core/report.ts';
import { linesOf, type PositionRange } from '../../../src/core/text.ts';
import { applied, settings } from './apply-fix.ts';
import { fixtures } from './fixtures.ts';
import { hardTexts } from './hard-texts.ts';

/** Checks a text and applies each fix; fails where anything throws or lies outside the text. */
function examine(text: string, withFixes = true): void {
  const lines = linesOf(text);
  const inside = ({ start, end }: PositionRange): void => {
    const [from, to] = [start, end].map(({ line, character }) => {
      const offset = (lines.starts[line] ?? Number.NaN) + character;
      assert.ok(
        offset < (lines.starts[line + 1] ?? text.length + 1),
        `${line}:${character} is outside ${JSON.stringify(text)}`,
      );
      return offset;
    });
    assert.ok((from ?? 0) <= (to ?? 0), `a range ends before it starts in ${JSON.stringify(text)}`);
  };
  const report = checkDocument({ path: 'a.md', text }, settings);
  assert.notEqual(report.title, '');
  inside(report.titleRange);
  for (const point of pointIds) inside(report.points[point].range);
  for (const { rule, range, fixable } of report.findings) {
    inside(range);
    if (!withFixes) continue;
    const fix = fixFinding({ path: 'a.md', text }, settings, rule, range.start);
    assert.equal(fix !== null, fixable);
    for (const edit of fix?.edits ?? []) inside(edit.range);
    if (fix) applied(text, fix, (prompt) => prompt);
  }
  if (withFixes) examineEverything(text, inside);
}

/** Adds all that is missing; fails where an edit lies outside the text or in another one. */
function examineEverything(text: string, inside: (range: PositionRange) => void): void {
  const fix = addEverythingMissing({ path: 'a.md', text }, settings);
  let last = { line: 0, character: 0 };
  for (const { range } of fix?.edits ?? []) {
    inside(range);
    const { start, end } = range;
    assert.ok(start.line > last.line || (start.line === last.line && start.character >= last.character), text);
    last = end;
  }
  if (fix) applied(text, fix, (prompt) => prompt);
}

const pieces = [
  '# ',
  '## Goal',
  '## Status',
  '## Next Steps',
  '## Acceptance Criteria',
  '## Dependencies',
  'Goal\n---',
  '**Status:** ',
  'Status: ',
  '- ',
  '- [ ] ',
  '- [x] ',
  '1. ',
  '> ',
  '| Status | To Do |',
  '|---|---|',
  '| Field | Value |',
  '---',
  'status: To Do',
  'dependencies: []',
  'a: @b',
  '```',
  '<!--',
  '-->',
  'TBD',
  '[Describe it]',
  '**Acceptance Criteria:**',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  'words of a text',
  '`a.ts`',
  '\\',
  '*',
  '_',
  '😀',
  '\ud800',
  '\u2028',
  '\0',
  '\u0085',
  '#1',
  '](x',
  '[[a]]',
  '[[',
  ']: b',
  '`',
  'Blocked by TASK-2, tomorrow at 10:30, ',
  'see chat',
  '@ann?',
  '<div>',
  '[a]: b',
  '<!-- async-ready-disable-next-line done-missing -->',
  '# async-ready-disable-line x',
];

describe('checkDocument and fixFinding, on any text', () => {
  it('survive markdown thrown together', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => examine(text)),
      { numRuns: 500 },
    );
  });

  it('survive any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => examine(text)),
      { numRuns: 200 },
    );
  });

  for (const { path, text } of fixtures) {
    it(`survive every beginning of ${path}`, () => {
      for (let length = 0; length <= text.length; length++) examine(text.slice(0, length), length % 17 === 0);
    });
  }
});

/** Processor time of a check with the fixes of its findings, in microseconds; the least of `runs`. */
function cost(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    checkDocument({ path: 'a.md', text }, settings);
    least = Math.min(least, process.cpuUsage(before).user);
  }
  return least;
}

describe('checkDocument, on texts that are hard to read', () => {
  for (const [name, make] of Object.entries(hardTexts)) {
    it(`takes time in proportion to the size of ${name}`, function () {
      this.timeout(20_000);
      const size = 8192;
      const [small, large] = [make(size), make(8 * size)];
      cost(small, 1);
      // Eight times the size takes eight times the time, or 64 times where the time grows with the square.
      const grows = () => cost(large, 2) / Math.max(cost(small, 2), 500);
      const ratio = [1, 2, 3].reduce(
        (least) => (least < 24 ? least : Math.min(least, grows())),
        Number.POSITIVE_INFINITY,
      );
      assert.ok(ratio < 24, `8 times the size took ${ratio.toFixed(1)} times the time`);
    });
  }
});
