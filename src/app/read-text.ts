import { decodeText } from '../core/decode.ts';
import { maximumBytes, maximumLines } from '../core/document/candidates.ts';
import { Unreadable } from './ports.ts';

/** A document's text, or a sentence that says why it is not to be had. */
export type ReadText =
  | { readonly text: string; readonly reason: null }
  | { readonly text: null; readonly reason: string };

/** The text of a file's bytes. */
export function textOf(bytes: Uint8Array): ReadText {
  const text = bytes.length > maximumBytes ? '' : decodeText(bytes);
  if (text === null) return { text, reason: 'It is not a text file.' };
  return bytes.length > maximumBytes ? tooLarge : checkable(text);
}

/** The text of an editor, unless it is too large. */
export function checkable(text: string): ReadText {
  if (text.length > maximumBytes) return tooLarge;
  return hasTooManyLines(text) ? tooLong() : { text, reason: null };
}

function hasTooManyLines(text: string): boolean {
  if (text.length < maximumLines) return false;
  let lines = 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines++;
  return lines > maximumLines;
}

/** Why a file could not be read, as a sentence. */
export function whyUnread(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return `It could not be read: ${error instanceof Error ? error.message : String(error)}`.replace(/[.\s]*$/, '.');
}

/** Why a file over the limit is not read. */
export const tooLargeReason = `It is larger than ${maximumBytes / 1024 / 1024} MiB.`;

const tooLarge = { text: null, reason: tooLargeReason } as const;

/** Made when it is needed: to write a number for people takes as long as a fourth of the start of the program. */
const tooLong = () => ({ text: null, reason: `It has more than ${maximumLines.toLocaleString('en')} lines.` }) as const;
