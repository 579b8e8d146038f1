import { linesOf, type PositionRange, positionAt, positionsOf, type TextRange } from '../text.ts';
import { type CheckSettings, type DocumentInput, safeMends } from './check-document.ts';
import type { MendEdit } from './rule.ts';

/** A replaced range and the plain text for it. */
export interface TextChange {
  readonly range: PositionRange;
  readonly text: string;
}

/** What is left of the text as it was, or what has come in. */
type Piece = TextRange | string;

/**
 * All that the safe mends (`Fault.safe`) make of the text as it is now, as changes of that text in its order. They are made
 * until none is left: what one mend uncovers, another one may mend.
 */
export function fixAll(input: DocumentInput, settings: CheckSettings): TextChange[] {
  const { path, text } = input;
  let pieces: Piece[] = [{ start: 0, end: text.length }];
  for (let now = input; ; now = { path, text: joined(text, pieces) }) {
    const edits = safeMends(now, settings).flatMap((mend) => mend.edits);
    if (edits.length === 0) return changesOf(text, pieces);
    for (const edit of oneOnALine(now.text, edits).reverse()) pieces = replaced(pieces, edit);
  }
}

/** The first edit on each line, in the order of the text: two of one comment may undo one another. */
function oneOnALine(text: string, edits: readonly MendEdit[]): MendEdit[] {
  const lines = linesOf(text);
  const byLine = new Map<number, MendEdit>();
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    const { line } = positionAt(lines, edit.range.start);
    if (!byLine.has(line)) byLine.set(line, edit);
  }
  return [...byLine.values()];
}

function replaced(pieces: readonly Piece[], { range: { start, end }, snippet }: MendEdit): Piece[] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    if (start > at) before.push(part(piece, 0, Math.min(length, start - at)));
    if (end < at + length) after.push(part(piece, Math.max(0, end - at), length));
    at += length;
  }
  return [...before, snippet.replace(/\\([\\$}])/g, '$1'), ...after].filter((piece) => lengthOf(piece) > 0);
}

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

function joined(text: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : text.slice(piece.start, piece.end))).join('');
}

function changesOf(text: string, pieces: readonly Piece[]): TextChange[] {
  const lines = linesOf(text);
  const changes: TextChange[] = [];
  let added = '';
  let at = 0;
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (typeof piece === 'string') {
      added += piece;
      continue;
    }
    if (added !== '' || piece.start > at)
      changes.push({ range: positionsOf(lines, { start: at, end: piece.start }), text: added });
    added = '';
    at = piece.end;
  }
  return changes;
}
