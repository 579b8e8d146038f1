// A global of every JavaScript host (WHATWG Encoding); core is compiled without any host's types.
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8');

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so; the mark is left out.
 * Bytes that are no valid text are replaced by U+FFFD.
 * @returns null for a binary file: one with a NUL in its first 8,000 bytes, as git decides it.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = utf8.decode(bytes);
  // In a string a character is found many times as fast as in bytes.
  return text.includes('\0') && bytes.subarray(0, 8000).includes(0) ? null : text;
}
