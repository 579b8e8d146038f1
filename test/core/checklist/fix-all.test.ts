import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { safeMends } from '../../../src/core/checklist/check-document.ts';
import { fixAll, type TextChange } from '../../../src/core/checklist/fix-all.ts';
import { linesOf, type Position } from '../../../src/core/text.ts';
import { findingsIn, settings } from './apply-fix.ts';
import { fixtures } from './fixtures.ts';

const changesOf = (text: string): TextChange[] => fixAll({ path: 'item.md', text }, settings);

/** The text after `fixAll`. */
function fixedAll(text: string): string {
  const lines = linesOf(text);
  const offset = ({ line, character }: Position): number => (lines.starts[line] ?? Number.NaN) + character;
  return changesOf(text).reduceRight(
    (result, { range, text: added }) => result.slice(0, offset(range.start)) + added + result.slice(offset(range.end)),
    text,
  );
}

const disable = (what: string): string => `<!-- async-ready-disable${what} -->`;

const item = (...lines: string[]): string =>
  ['# Export invoices', '', '## Goal', '', 'Finance downloads a month of invoices as one file.', '', ...lines, ''].join(
    '\n',
  );

describe('fixAll', () => {
  it('removes comments that suppress nothing, and keeps those that do', () => {
    assert.equal(fixedAll(item(disable('-next-line goal-missing'), 'Text.')), item('Text.'));
    const used = `${disable('-file status-missing')}\n${item('Text.')}`;
    assert.equal(fixedAll(used), used);
  });

  it('removes a comment of which no rule is left, which would mean all rules', () => {
    assert.equal(
      fixedAll(item(disable('-next-line goal-missing goal-vague, goal-placeholder'), 'Text.')),
      item('Text.'),
    );
    const text = item('Text.');
    assert.equal(
      fixedAll(disable('-file goal-missing status-missing, goal-vague') + text),
      disable('-file status-missing') + text,
    );
  });

  it('mends what a mend uncovers', () => {
    const text = item(disable(' goal-missing'), 'Text.', '<!-- async-ready-enable goal-missing -->');
    assert.equal(fixedAll(text), item('Text.'));
    assert.equal(
      fixedAll(`---\ntitle: Export: phase 2\nassignee: @noor\nreviewer: @kim\n---\n\n${item()}`),
      `---\ntitle: "Export: phase 2"\nassignee: "@noor"\nreviewer: "@kim"\n---\n\n${item()}`,
    );
  });

  it('leaves alone what only a person can decide', () => {
    for (const text of [
      item(disable('-next-line goal-mising'), 'Text.'),
      `---\nassignee: @noor # since May\n---\n\n${item()}`,
      `---\ntitle: "open\n---\n\n${item()}`,
    ]) {
      assert.ok(
        findingsIn(text).some(({ rule }) => /^(?:suppression-unused|front-matter-invalid)$/.test(rule)),
        text,
      );
      assert.deepEqual(changesOf(text), [], text);
    }
  });

  it('changes no more than it must', () => {
    const text = item(disable('-next-line goal-missing'), 'Text.', '', `More. ${disable('-line goal-missing')}`);
    assert.deepEqual(
      changesOf(text).map(({ range, text: added }) => [range.start.line, range.end.line, added]),
      [
        [6, 7, ''],
        [9, 9, ''],
      ],
    );
  });

  it('has nothing left to do the second time, with any line ends', () => {
    const line = fc.constantFrom(
      'Text.',
      '',
      '## Done when',
      'assignee: @noor',
      ...['-file', '-next-line', '-line', ''].flatMap((where) => [
        disable(`${where} goal-missing`),
        disable(`${where} goal-missing, done-missing status-missing`),
        `Text. ${disable(where)}`,
      ]),
      '<!-- async-ready-enable -->',
      '<!-- async-ready-enable goal-missing -->',
    );
    const document = fc.tuple(fc.boolean(), fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'));
    let mended = 0;
    fc.assert(
      fc.property(document, ([frontMatter, lines, eol]) => {
        const text = (frontMatter ? `---\n${lines.join('\n')}\n---\n` : item(...lines)).replaceAll('\n', eol);
        const once = fixedAll(text);
        mended += Number(once !== text);
        assert.equal(fixedAll(once), once);
        assert.ok(!findingsIn(once).some(({ rule }) => rule === 'suppression-unused'));
      }),
      { numRuns: 500 },
    );
    assert.ok(mended > 100, `${mended} were mended`);
  });
});

describe('what is safe', () => {
  const folder = join(__dirname, '../../../docs/rules');

  it('is what the pages of the rules say', () => {
    const pages = readdirSync(folder).filter((page) =>
      readFileSync(join(folder, page), 'utf8').includes('source.fixAll.asyncReady'),
    );
    assert.deepEqual(pages, ['front-matter-invalid.md', 'suppression-unused.md']);
  });

  it('is no mend with a place for words', () => {
    let count = 0;
    for (const input of fixtures)
      for (const { edits } of safeMends(input, settings)) {
        count += 1;
        for (const { snippet } of edits) assert.doesNotMatch(snippet, /(?<!\\)\$/, input.path);
      }
    assert.ok(count > 3, `${count} safe mends`);
  });
});
