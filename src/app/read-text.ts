import { decodeText } from '../core/decode.ts';
import { maximumBytes } from '../core/document/candidates.ts';
import { Unreadable } from './ports.ts';

/** A document's text, or a sentence that says why it is not to be had. */
export type ReadText =
  | { readonly text: string; readonly reason: null }
  | { readonly text: null; readonly reason: string };

/** The text of a file's bytes. */
export function textOf(bytes: Uint8Array): ReadText {
  const text = bytes.length > maximumBytes ? '' : decodeText(bytes);
  if (text === null) return { text, reason: 'It is not a text file.' };
  return bytes.length > maximumBytes ? tooLarge : { text, reason: null };
}

/** The text of an editor, unless it is too large. */
export function checkable(text: string): ReadText {
  return text.length > maximumBytes ? tooLarge : { text, reason: null };
}

/** Why a file could not be read, as a sentence. */
export function whyUnread(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  return `It could not be read: ${error instanceof Error ? error.message : String(error)}`.replace(/[.\s]*$/, '.');
}

/** Why a file over the limit is not read. */
export const tooLargeReason = `It is larger than ${maximumBytes / 1024 / 1024} MiB.`;

const tooLarge = { text: null, reason: tooLargeReason } as const;
