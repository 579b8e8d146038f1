import assert from 'node:assert/strict';
import { decodeText } from '../../src/core/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decodeText', () => {
  it('reads UTF-8, with and without a byte order mark', () => {
    assert.equal(decodeText(new TextEncoder().encode('Zoë ✓\r\n')), 'Zoë ✓\r\n');
    assert.equal(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61)), 'a');
    assert.equal(decodeText(bytes()), '');
  });

  it('reads UTF-16 where a byte order mark says so', () => {
    assert.equal(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0x0a, 0)), 'a\n');
    assert.equal(decodeText(bytes(0xfe, 0xff, 0, 0x61, 0, 0x0a)), 'a\n');
  });

  it('replaces what is no valid text', () => {
    assert.equal(decodeText(bytes(0x61, 0xc3, 0x28)), 'a\ufffd(');
  });

  it('takes a NUL in the first 8,000 bytes for a binary file, as git does', () => {
    assert.equal(decodeText(bytes(0x61, 0, 0x62)), null);
    const text = new Uint8Array(8001).fill(0x61);
    text[8000] = 0;
    assert.equal(decodeText(text)?.length, 8001);
    text[7999] = 0;
    assert.equal(decodeText(text), null);
  });
});
