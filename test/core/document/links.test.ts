import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/document/document.ts';
import { linksOf } from '../../../src/core/document/links.ts';

const targets = (text: string): string[] =>
  linksOf(readDocument('a.md', text)).map(({ target, range, wiki }) => {
    assert.equal(text.slice(range.start, range.end), target);
    return wiki ? `[[${target}]]` : target;
  });

describe('linksOf', () => {
  it('finds inline links, pictures, definitions and wiki links, with their places', () => {
    assert.deepEqual(
      targets(
        '[b](b.md "B") ![c](<my c.png>) [(d)](d_(x).md) [[page|page]] [[other#part|shown]] [e] [Eff][F  g]\n\n[e]: e.md\n[f G]: <f g.md> (F)',
      ),
      ['b.md', 'my c.png', 'd_(x).md', '[[page]]', '[[other]]', 'e.md', 'f g.md'],
    );
  });

  it('leaves out what leads elsewhere, stands in code or a comment, or is none', () => {
    assert.deepEqual(
      targets(
        [
          '[web](https://example.org/a.md) [mail](mailto:a@example.org) [host](//example.org) [set]({{path}}/x.md)',
          '`[code](b.md)` <!-- [comment](b.md) -->',
          '```\n[block](b.md)\n```',
          '[no link](my file.md)',
          '[^1]: A note.',
          '[NOTE]: this is text',
          '[unused]: b.md\n[Unused]: c.md',
        ].join('\n\n'),
      ),
      [],
    );
  });

  it('finds each once where others stand before a definition that is none', () => {
    assert.deepEqual(targets('[[a]] and [b]: c'), ['[[a]]']);
    assert.deepEqual(targets('[[a]] `x[0]: y`'), ['[[a]]']);
    assert.deepEqual(targets('[[a]]: b'), ['[[a]]']);
    assert.deepEqual(targets('[a](b.md) [x]: y'), ['b.md']);
  });

  it('comes to an end with the brackets of any text, each link behind the one before', () => {
    const part = fc.constantFrom(
      '[[',
      ']]',
      '[',
      ']',
      ']:',
      '](',
      ')',
      '<',
      '>',
      '`',
      '|',
      '#',
      'a',
      'b.md',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        let end = -1;
        for (const { range } of linksOf(readDocument('a.md', parts.join('')))) {
          assert.ok(range.start > end);
          end = range.start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
