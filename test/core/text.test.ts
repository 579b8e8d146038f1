import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, matchesIn, positionAt, positionsOf, trimMarks, trimMarksEnd } from '../../src/core/text.ts';

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀', '*') });

describe('linesOf', () => {
  it('ends a line at \\n, \\r\\n and a lone \\r', () => {
    assert.deepEqual(linesOf('a\nb\r\nc\rd'), { starts: [0, 2, 5, 7], length: 8 });
    assert.deepEqual(linesOf(''), { starts: [0], length: 0 });
    assert.deepEqual(linesOf('\r\r\n'), { starts: [0, 1, 3], length: 3 });
  });
});

describe('matchesIn', () => {
  it('finds what matchAll does, from the start of the text on', () => {
    const pattern = fc.constantFrom(/a/g, /a*/g, /(\n)|\*+/g, /^.?/gm, /$/g);
    fc.assert(
      fc.property(texts, pattern, (text, expression) => {
        expression.lastIndex = 2;
        assert.deepEqual(matchesIn(text, expression), [...text.matchAll(new RegExp(expression, expression.flags))]);
      }),
    );
  });
});

describe('positionAt', () => {
  it('finds the line and the character in it', () => {
    const lines = linesOf('ab\n\ncd');
    assert.deepEqual(positionAt(lines, 0), { line: 0, character: 0 });
    assert.deepEqual(positionAt(lines, 2), { line: 0, character: 2 });
    assert.deepEqual(positionAt(lines, 3), { line: 1, character: 0 });
    assert.deepEqual(positionAt(lines, 6), { line: 2, character: 2 });
    assert.deepEqual(positionsOf(lines, { start: 1, end: 5 }), {
      start: { line: 0, character: 1 },
      end: { line: 2, character: 1 },
    });
  });

  it('moves an offset outside the text to its nearest end', () => {
    const lines = linesOf('ab\nc');
    assert.deepEqual(positionAt(lines, -7), { line: 0, character: 0 });
    assert.deepEqual(positionAt(lines, 70), { line: 1, character: 1 });
  });

  it('is the inverse of line start plus character, for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, character } = positionAt(lines, offset);
          assert.equal((lines.starts[line] ?? Number.NaN) + character, offset);
          assert.ok(offset < (lines.starts[line + 1] ?? Number.POSITIVE_INFINITY));
        }
      }),
    );
  });
});

describe('trimMarks', () => {
  it('takes marks and white space off the ends only', () => {
    assert.equal(trimMarks('* *a * b** \u00a0', '*'), 'a * b');
    assert.equal(trimMarksEnd(' a |, ', '|,'), ' a');
    assert.equal(trimMarks(' ** ', '*'), '');
  });
});
