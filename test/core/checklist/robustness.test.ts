import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addEverythingMissing, checkDocument, fixFinding } from '../../../src/core/checklist/check-document.ts';
import { pointIds } from '../../../src/core/report.ts';
import { linesOf, type PositionRange } from '../../../src/core/text.ts';
import { applied, settings } from './apply-fix.ts';
import { fixtures } from './fixtures.ts';

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

/** Texts that have made parsers slow, as large as `size`. */
const hard: Readonly<Record<string, (size: number) => string>> = {
  'nested lists': (size) => '- '.repeat(size / 2),
  'nested quotes': (size) => '>'.repeat(size),
  'ever deeper lists': (size) =>
    Array.from({ length: Math.sqrt(2 * size) }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
  stars: (size) => '*'.repeat(size),
  'stars before a word': (size) => `${'*'.repeat(size)}x`,
  'opening brackets': (size) => '['.repeat(size),
  'half links': (size) => ']('.repeat(size / 2),
  backticks: (size) => '`a/a'.repeat(size / 4),
  'long code marks': (size) => `\`${'a/'.repeat(310)} `.repeat(size / 622),
  pipes: (size) => '|'.repeat(size),
  'a table': (size) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(size / 6)}`,
  'a table row that ends in a backslash': (size) => `|a|b|\n|-|-|\n|${'a'.repeat(size)}\\`,
  'a wide table': (size) => `${'|a'.repeat(size / 4)}\n${'|-'.repeat(size / 4)}`,
  headings: (size) => '# a\n'.repeat(size / 8) + '## b\n'.repeat(size / 10),
  'empty goals': (size) => '## Goal\n'.repeat(size / 8),
  'underlined headings': (size) => 'a\n=\n'.repeat(size / 4),
  'front matter keys': (size) =>
    `---\n${Array.from({ length: size / 16 }, (_, at) => `k${at}: v${at}`).join('\n')}\n---\n`,
  'broken front matter': (size) =>
    `---\na: @b\n${Array.from({ length: size / 16 }, (_, at) => `k${at}: v${at}`).join('\n')}\n---\n`,
  'spaces in front matter': (size) => `---\na: 1${' '.repeat(size)}x\n---\n`,
  'a front matter line without a colon': (size) => `---\na: 1\na${' '.repeat(size)}x\n---\n`,
  'blank lines in front matter': (size) => `---\na: 1\n${'\n'.repeat(size)}b: 1\n---\n`,
  'comments in front matter': (size) => `---\na: 1\n${'#\n'.repeat(size / 2)}b: 1\n---\n`,
  'brackets in front matter': (size) => `---\na: ${'['.repeat(size)}\n---\n`,
  aliases: (size) =>
    `---\na0: &a0 [x]\n${Array.from({ length: size / 32 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at}]`).join('\n')}\n---\n`,
  'a long line': (size) => 'a'.repeat(size),
  'a line of spaces': (size) => `a${' '.repeat(size)}b`,
  'a label before spaces': (size) => `**Status:** x${' '.repeat(size)}b`,
  dots: (size) => 'a.'.repeat(size / 2),
  dashes: (size) => 'a-'.repeat(size / 2),
  slashes: (size) => 'a/'.repeat(size / 2),
  hashes: (size) => 'a #1a'.repeat(size / 5),
  'labels on a line': (size) => '**x:**'.repeat(size / 6),
  'statuses on a line': (size) => '**Status:** x | '.repeat(size / 16),
  statuses: (size) => '**Status:** x\n\n'.repeat(size / 15),
  'logs of statuses': (size) => '## Log\n\n- Status: open\n\n'.repeat(size / 24),
  'short paragraphs': (size) => 'Status: x\n\nabc\n\n'.repeat(size / 16),
  'open comments': (size) => '<!--'.repeat(size / 4),
  suppressions: (size) => '<!-- async-ready-disable-line goal-missing -->\n'.repeat(size / 47),
  'open suppressions': (size) => '`<!-- async-ready-disable '.repeat(size / 26),
  'a suppression of many rules': (size) => `<!-- async-ready-disable ${'x '.repeat(size / 2)}-->`,
  'suppressions in front matter': (size) => `---\na: 1\n${'# async-ready-disable x\n'.repeat(size / 24)}---\n`,
  'closing sections of statuses': (size) =>
    'Status: open\n\n## Completion Summary\n\nStatus: done\n\n'.repeat(size / 51),
  'a blocked status before letters': (size) => `Status: blocked\n\n${'a '.repeat(size / 2)}`,
  'a comment of spaces': (size) => `<!-- status: ${' '.repeat(size)}x -->`,
  'a status of parentheses': (size) => `Progress: ${'('.repeat(size)}`,
  'a status of marks': (size) => `Progress: ${'!'.repeat(size)}a`,
  'a none before spaces': (size) => `Dependencies: none${' '.repeat(size)}x`,
  'quotes before a word': (size) => `a${'"'.repeat(size)}a`,
  definitions: (size) => '[a]: b\n'.repeat(size / 7),
  'open definitions': (size) => "[a]: b 'x\n".repeat(size / 10),
  tags: (size) => '<div>\n'.repeat(size / 6),
  'carriage returns': (size) => '\r'.repeat(size),
  tabs: (size) => '\t'.repeat(size),
  'items after tabs': (size) => '-\ta\n'.repeat(size / 4),
  boxes: (size) => '- [ ] a\n'.repeat(size / 8),
  'quotes in items': (size) => '- > a\n'.repeat(size / 6),
  'lazy lines': (size) => `> a\n${'b\n'.repeat(size / 2)}`,
  'labels above lists': (size) => '**Goal:**\n\n- a\n\n'.repeat(size / 16),
  tables: (size) => '|a|\n|-|\n\n'.repeat(size / 9),
  'short rows of a wide table': (size) =>
    `${'|a'.repeat(size / 8)}\n${'|-'.repeat(size / 8)}\n${'|\n'.repeat(size / 4)}`,
  'stars after words': (size) => 'a** b'.repeat(size / 5),
  'links in links': (size) => '[a]('.repeat(size / 4),
  'ever longer backticks': (size) =>
    Array.from({ length: Math.sqrt(2 * size) }, (_, at) => `e${'`'.repeat(at)}`).join(''),
  'open tags': (size) => '<a href="'.repeat(size / 9),
  'NUL characters': (size) => 'a\0'.repeat(size / 2),
  'ever deeper front matter': (size) =>
    `---\n${Array.from({ length: Math.sqrt(2 * size) }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}---\n`,
  'words before issues': (size) => 'see issue 1 '.repeat(size / 12),
  examples: (size) => 'e.g. `a/b` '.repeat(size / 11),
  'half sentences on dependencies': (size) => 'depends on when that a '.repeat(size / 23),
  'labels in nested items': (size) => '- Goal:\n  - Done:\n    - Next:\n'.repeat(size / 31),
};

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
  for (const [name, make] of Object.entries(hard)) {
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
