import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitLines, textWidth } from '../../../src/core/map/fit-text.ts';

describe('fitLines', () => {
  it('breaks between words, and ends what is too long with an ellipsis', () => {
    assert.deepEqual(fitLines('Rate limits', 200, 13, 2), ['Rate limits']);
    const lines = fitLines('Rate-limit the public API for every customer who asks for more than that', 150, 13, 2);
    assert.equal(lines.length, 2);
    assert.match(lines[0] ?? '', /^Rate-limit the\b/);
    assert.match(lines[1] ?? '', /…$/);
  });

  it('keeps every line within the width, and all words where there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        for (const line of fitLines(text, width, 13, 2)) assert.ok(textWidth(line, 13) <= width, line);
        assert.equal(fitLines(text, width, 13, 1000).join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});
