import assert from 'node:assert/strict';
import { addEverythingMissing, checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { isAddable, mendAll } from '../../../src/core/checklist/mend-all.ts';
import type { MendEdit } from '../../../src/core/checklist/rule.ts';
import { readDocument } from '../../../src/core/document/document.ts';
import { type Fix, pointIds } from '../../../src/core/report.ts';
import { linesOf, type Position } from '../../../src/core/text.ts';
import { isPlaceholder } from '../../../src/core/vocabulary/lookup.ts';
import { defaultVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';
import { applied, findingsIn, settings, someWords } from './apply-fix.ts';
import { fixture, workItemVariants } from './fixtures.ts';

function everything(text: string, path = 'item.md'): Fix {
  const fix = addEverythingMissing({ path, text }, settings);
  assert.ok(fix, 'there is nothing to add');
  return fix;
}

/** How much can be added, whether a finding asks for it or not. */
const missing = (text: string, path = 'item.md'): number => checkDocument({ path, text }, settings).additions;

const unmet = (text: string, path: string): string[] => {
  const { points } = checkDocument({ path, text }, settings);
  return pointIds.filter((id) => points[id].verdict === 'unmet');
};

const others = (text: string, path: string): string[] =>
  findingsIn(text, path)
    .filter((finding) => !isAddable(finding))
    .map(({ rule }) => rule);

const headings = (text: string): string[] => (text.match(/^#+ .*?(?=\r?$)/gm) ?? []).map((line) => line.toLowerCase());

/** The stretches of `text` that the fix replaces by something else. */
function replaced(text: string, { edits }: Fix): string[] {
  const { starts } = linesOf(text);
  const offset = ({ line, character }: Position): number => (starts[line] ?? Number.NaN) + character;
  return edits.flatMap(({ range, snippet }) => {
    const gone = text.slice(offset(range.start), offset(range.end));
    return /^\$\{\d+:(.*)\}$/.exec(snippet)?.[1] === gone ? [] : [gone];
  });
}

describe('addEverythingMissing on the fixtures', () => {
  const documents = workItemVariants.filter(
    ({ path, text }) => missing(text, path) > 0 && unmet(text, path).length > 0,
  );

  it('has work items that lack something', () => assert.ok(documents.length > 30, String(documents.length)));

  for (const { path, text } of documents) {
    it(`${path}: leaves nothing out and all else as it is`, () => {
      const fix = everything(text, path);
      const mended = applied(text, fix, someWords);
      assert.equal(missing(mended, path), 0, mended);
      assert.deepEqual(others(mended, path), others(text, path), mended);
      for (const gone of replaced(text, fix)) assert.ok(gone.trim() === '' || isPlaceholder(gone), gone);
      const before = headings(text);
      const added = headings(mended).length - before.length;
      assert.equal(new Set(headings(mended)).size - new Set(before).size, added, mended);
      if (text.includes('\r\n')) assert.doesNotMatch(mended, /[^\r]\n/);
      else assert.doesNotMatch(mended, /\r/);
    });

    it(`${path}: numbers its tab stops from top to bottom`, () => {
      const stops = everything(text, path)
        .edits.flatMap(({ snippet }) => snippet.match(/\$\{\d+/g) ?? [])
        .map((stop) => Number(stop.slice(2)));
      assert.deepEqual(
        stops,
        stops.map((_, index) => index + 1),
      );
      // A link has two: what it is, and where.
      const links = unmet(text, path).includes('resources') ? 1 : 0;
      assert.ok(stops.length > 0 && stops.length <= missing(text, path) + links);
    });
  }
});

const goal = '[What should be true when this is done, for whom, and why]';
const resources = '[what it is](path or address)';
const next = '[The first thing to do, concrete enough to start]';
const dependencies = '[Who or what this waits on and since when, or None]';
const done = '[What a team-mate can check to see that it is done]';
const atTheEnd = `## Resources

- ${resources}

## Next Steps

1. ${next}
`;

const cases: readonly { readonly name: string; readonly text: string; readonly expected: string }[] = [
  {
    name: 'writes everything into an empty document, in the order of the checklist',
    text: '',
    expected: `## Goal

${goal}

${atTheEnd.replace('## Next', '## Status\n\nTo Do\n\n## Next')}
## Dependencies

- ${dependencies}

## Definition of Done

- [ ] ${done}
`,
  },
  {
    name: 'puts goal and status before the first section, and the rest at the end',
    text: '# Export\n\n## Notes\n\nThe writer is there.\n',
    expected: `# Export

## Goal

${goal}

## Status

To Do

## Notes

The writer is there.

${atTheEnd}
## Dependencies

- ${dependencies}

## Definition of Done

- [ ] ${done}
`,
  },
  {
    name: 'fills a last section before it adds others below it',
    text: '# Export\n\nStatus: open\nDepends on: nothing\n\n## Goal\n\nPeople can take their list of orders with them.\n\n## Definition of done',
    expected: `# Export

Status: open
Depends on: nothing

## Goal

People can take their list of orders with them.

## Definition of done

- [ ] ${done}

${atTheEnd}`,
  },
  {
    name: 'fills an empty box at the end before it adds sections below it',
    text: '# Export\n\nStatus: open\nDepends on: nothing\n\n## Goal\n\nPeople can take their list of orders with them.\n\n## Definition of done\n\n- [ ] \n',
    expected: `# Export

Status: open
Depends on: nothing

## Goal

People can take their list of orders with them.

## Definition of done

- [ ] ${done}

${atTheEnd}`,
  },
  {
    name: 'keeps hard breaks between the labels that it adds',
    text: '# Export\n\n**Owner:** Jo\\\n**Priority:** high\n\n## Goal\n\nPeople can take their list of orders with them.\n\n## Done when\n\n- it works\n',
    expected: `# Export

**Owner:** Jo\\
**Priority:** high\\
**Status:** To Do\\
**Dependencies:** ${dependencies}\\

## Goal

People can take their list of orders with them.

## Done when

- it works

${atTheEnd}`,
  },
  {
    name: 'adds rows to one table',
    text: '# Export\n\n| Owner | Jo |\n|---|---|\n| Priority | high |\n\n## Goal\n\nPeople can take their list of orders with them.\n\n## Done when\n\n- it works\n',
    expected: `# Export

| Owner | Jo |
|---|---|
| Priority | high |
| Status | To Do |
| Dependencies | ${dependencies} |

## Goal

People can take their list of orders with them.

## Done when

- it works

${atTheEnd}`,
  },
];

describe('addEverythingMissing', () => {
  for (const { name, text, expected } of cases) {
    it(name, () => {
      assert.equal(
        applied(text, everything(text), (prompt) => prompt),
        expected,
      );
      assert.equal(missing(applied(text, everything(text), someWords)), 0);
    });
  }

  it('corrects nothing', () => {
    const text = '---\nassignee: @jo\nstatus: open\n---\n\n# Export\n';
    assert.match(
      applied(text, everything(text), someWords),
      /^---\nassignee: @jo\nstatus: open\n---\n\n# Export\n\n## Goal\n/,
    );
  });

  it('adds what its settings ask for, in work items only', () => {
    const text = '# Export\n';
    const off = { ...settings, rules: { 'done-missing': 'off' } } as const;
    const fix = addEverythingMissing({ path: 'a.md', text }, off);
    assert.doesNotMatch(JSON.stringify(fix), /Definition of Done/);
    assert.equal(addEverythingMissing({ path: 'a.md', text }, defaultSettings), null);
  });

  it('has nothing to add to what is whole', () => {
    const text = '# Export\n\n';
    const whole = applied(text, everything(text), someWords);
    assert.equal(addEverythingMissing({ path: 'a.md', text: whole }, settings), null);
    const { path, text: vague } = fixture('goal-is-title.md');
    assert.equal(missing(vague, path), 1);
    assert.equal(addEverythingMissing({ path, text: vague }, settings), null);
  });
});

describe('mendAll', () => {
  const merged = (text: string, ...edits: readonly MendEdit[]) =>
    mendAll(readDocument('a.md', text, defaultVocabulary), [...edits.map((edit) => ({ title: '', edits: [edit] }))]);
  const at = (start: number, end = start) => ({ start, end });

  it('does once what two mends do', () => {
    const row = { range: at(3), snippet: `\n\nDependencies: \${1:none}` };
    assert.deepEqual(merged('# A\n', row, row), [row]);
    const section = { range: at(3, 4), snippet: `\n\n## Dependencies\n\n- \${1:none}\n`, section: 'Dependencies' };
    const other = { ...section, snippet: section.snippet.replace('none', 'who') };
    assert.deepEqual(merged('# A\n', section, other), [{ range: section.range, snippet: section.snippet }]);
  });

  it('replaces a placeholder once, by the first of two', () => {
    const [first, second] = ['goal', 'criteria'].map((prompt) => ({ range: at(5, 8), snippet: `\${1:${prompt}}` }));
    assert.ok(first && second);
    assert.deepEqual(merged('# A\n\nTBD\n', first, second), [first]);
  });

  it('keeps the white space between the text and what is filled in at its end', () => {
    const filled = { range: at(7), snippet: `\${1:a}` };
    const section = { range: at(6, 8), snippet: `\n\n## B\n\n\${1:b}\n`, section: 'B' };
    assert.deepEqual(merged('# A\n\n- \n', section, filled), [
      { range: at(6, 8), snippet: ` \${1:a}\n\n## B\n\n\${2:b}\n` },
    ]);
  });

  it('leaves escaped marks alone while it numbers tab stops', () => {
    const escaped = { range: at(5, 8), snippet: `\${1:\\\${1:x\\}}` };
    const below = { range: at(8, 9), snippet: `\n\n\${1:b}\n` };
    assert.deepEqual(
      merged('# A\n\nTBD\n', escaped, below).map(({ snippet }) => snippet),
      [`\${1:\\\${1:x\\}}`, `\n\n\${2:b}\n`],
    );
  });
});
