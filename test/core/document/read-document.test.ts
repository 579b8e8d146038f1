import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/document/document.ts';
import { firstReference } from '../../../src/core/document/references.ts';
import { excerpt } from '../../../src/core/document/substance.ts';

/** The fields as `source label=value`, with the source of the value in brackets where it differs. */
function fields(text: string): string[] {
  return readDocument('a.md', text).fields.map(({ source, label, value, valueRange }) => {
    const words = text.slice(valueRange.start, valueRange.end);
    return `${source} ${label}=${value}${words === value ? '' : ` [${words}]`}`;
  });
}

/** The sections as `level title (roles): first words`. */
function sections(text: string): string[] {
  const { sections: found, blocks } = readDocument('a.md', text);
  return found.map(({ level, title, roles, from, to }) => {
    const texts = blocks.slice(from, to).map(({ range }) => text.slice(range.start, range.end));
    return `${level} ${title} (${roles}): ${texts.join(' | ')}`;
  });
}

/** The blocks as `kind text`. */
function blocks(text: string): string[] {
  return readDocument('a.md', text).blocks.map((block) => {
    const mark = block.kind === 'item' && block.checked !== null ? (block.checked ? '[x] ' : '[ ] ') : '';
    return `${block.line} ${block.kind} ${mark}${JSON.stringify(text.slice(block.range.start, block.range.end))}`;
  });
}

describe('readDocument', () => {
  it('finds a value however it is labelled', () => {
    assert.deepEqual(fields('---\nstatus: a\nnovel: b\n---\n'), ['front-matter status=a']);
    assert.deepEqual(fields('**Status:** a  \n__Owner__: b\n\n**Estimate :** c\n'), [
      'bold status=a',
      'bold owner=b',
      'bold estimate=c',
    ]);
    assert.deepEqual(fields('- **Status**: a\n* Due: b\n1. Context: c\n- Tests: d\n'), [
      'bold status=a',
      'plain due=b',
      'plain tests=d',
    ]);
    assert.deepEqual(fields('**Status:** a | **Owner:** b · **Priority:** c\n'), [
      'bold status=a',
      'bold owner=b',
      'bold priority=c',
    ]);
    assert.deepEqual(fields('Status: a\nBlocked by: b: c\n'), ['plain status=a', 'plain blocked by=b: c']);
    assert.deepEqual(fields('| Field | Value |\n|-|-|\n| Status | a \\| b |\n| **Owner** |  |\n'), [
      'table status=a \\| b',
      'table owner=',
    ]);
    assert.deepEqual(fields('| Status | Owner | X |\n|-|-|-|\n| a | b | c |\n'), ['table status=a', 'table owner=b']);
    assert.deepEqual(fields('# Status: a\n\n<!-- Owner: b -->\n'), ['heading status=a', 'comment owner=b']);
  });

  it('finds none in code, in prose and beside other labels', () => {
    assert.deepEqual(fields('```yaml\nstatus: a\n```\n\nThe status: see below. He said: done.\n\nColour: red\n'), []);
  });

  it('finds blocks without their marks', () => {
    assert.deepEqual(blocks('# A #\n\nB\n=\n\n> c\n> d\n\n- e\n  f\n  - [x] g\n- [ ]\n\n```\nh\n```\n---\n'), [
      '0 heading "A"',
      '2 heading "B"',
      '5 paragraph "c\\n> d"',
      '8 item "e\\n  f"',
      '10 item [x] "g"',
      '11 item [ ] ""',
      '13 code "```\\nh\\n```"',
      '16 rule "---"',
    ]);
  });

  it('reads on beyond a fence that nobody closes, where it would swallow sections', () => {
    assert.deepEqual(blocks('```md\n```sh\na\n```\n```\n\n## B\n\nc\n'), [
      '0 code "```md\\n```sh\\na\\n```"',
      '6 heading "B"',
      '8 paragraph "c"',
    ]);
    for (const text of [
      '```\na\n',
      '```sh\n# a comment\n',
      '```\n## a\n```\n',
      '~~~\n## a\n~~~',
      '~~~\n## a\n~~~~\n\n',
    ])
      assert.equal(blocks(text).length, 1, text);
    assert.equal(blocks('~~~\n## a\n```\n').length, 2);
  });

  it('takes all the lines of a heading that is underlined', () => {
    assert.deepEqual(blocks('A\nB\n===\n'), ['0 heading "A\\nB"']);
  });

  it('takes a line for a heading by its marks, wherever it stands', () => {
    assert.deepEqual(blocks('#a\n\n####### b\n\n#\tc\n- ## d ##\n> # e\n    # f\n'), [
      '0 paragraph "#a"',
      '2 paragraph "####### b"',
      '4 heading "c"',
      '5 item ""',
      '5 heading "d"',
      '6 heading "e"',
      '7 code "# f"',
    ]);
    assert.deepEqual(blocks('# a | b\n--- | ---\n'), ['0 table "# a | b"']);
  });

  it('counts lines from the start of the file, with front matter and any line ends', () => {
    assert.deepEqual(blocks('---\r\na: 1\r\n---\r\n\r\n# A\r\n\r\nb\r\n'), ['4 heading "A"', '6 paragraph "b"']);
    assert.deepEqual(blocks('# A\r\rb\rc\r'), ['0 heading "A"', '2 paragraph "b\\rc"']);
  });

  it('finds sections with their subsections, and labels that do the work of a heading', () => {
    assert.deepEqual(sections('# T\n\n## Goals\n\n### For us\n\na\n\n## Tasks\n\nb\n'), [
      '1 T (): Goals | For us | a | Tasks | b',
      '2 Goals (goal): For us | a',
      '3 For us (): a',
      '2 Tasks (next): b',
    ]);
    assert.deepEqual(sections('**Acceptance Criteria:**\n\n- a\n\nNext steps:\n\n- b\n'), [
      '7 Acceptance Criteria: (done): a',
      '7 Next steps (next): b',
    ]);
    assert.deepEqual(sections('- **Tests:**\n  - a\n- b\n'), ['8 Tests: (done): a']);
    assert.deepEqual(sections('- **Tests:**\n- b\n'), []);
    assert.deepEqual(sections('a\n\n**Tests:**\n'), []);
    assert.deepEqual(sections('- **Tests:**\n\n  a\n  - b\n- c\n'), ['8 Tests: (done): a | b']);
  });

  it('knows its line ends', () => {
    assert.equal(readDocument('a.md', 'a\r\nb\n').eol, '\r\n');
    assert.equal(readDocument('a.md', 'a\nb\r\n').eol, '\n');
    assert.equal(readDocument('a.md', '\n').eol, '\n');
    assert.equal(readDocument('a.md', 'a').eol, '\n');
  });
});

describe('firstReference', () => {
  const first = (text: string): string | null => {
    const range = firstReference(text, 0);
    return range && text.slice(range.start, range.end);
  };

  it('knows what a reader can follow', () => {
    const known: Readonly<Record<string, string>> = {
      'see [a](b.md "c")': '](b.md',
      'at https://example.com/a.': 'https://example.com/a.',
      '[a]: b.md': '[a]: b.md',
      'in [[Some note]]': '[[Some note]]',
      'run `npm/run test` in `src/a`': '`src/a`',
      'in `a.ts` and': '`a.ts`',
      'in src/core/a.ts, line 2': 'src/core/a.ts',
      'as in #12': '#12',
      'as in org/repo#12': 'org/repo#12',
      'pull request 12': 'pull request 12',
    };
    for (const [text, expected] of Object.entries(known)) assert.equal(first(text), expected, text);
  });

  it('leaves alone what only looks like one', () => {
    for (const text of [
      'see [above](#above)',
      '- [ ] #1 The first',
      '- [x] #1 The first',
      '# 1',
      'and/or',
      'e.g. this',
      '`word`',
      'a [[',
      'v1.2',
    ])
      assert.equal(first(text), null, text);
  });
});

describe('excerpt', () => {
  it('makes one line of bounded length, without marks', () => {
    assert.equal(excerpt('- **a** [b](c)\n  `d`\u001b'), 'a b d');
    assert.equal(excerpt('a'.repeat(100), 10), `${'a'.repeat(9)}…`);
    assert.equal(excerpt('😀'.repeat(100), 10), `${'😀'.repeat(4)}…`);
  });
});
