import type { MarkdownDocument } from '../document/document.ts';
import type { TextRange } from '../text.ts';
import { type NoteFieldName, noteFields, questionsSection } from './read-note.ts';
import { plainMarkdown, yamlString } from './visible.ts';

/** A replaced range of a text, in offsets. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** Who does it, and when. */
export interface Signature {
  readonly by: string;
  /** ISO 8601 with offset, in the time of who signs. */
  readonly at: string;
}

/** The edits that record in a note who has picked it up, and when. */
export function pickUpEdits(document: MarkdownDocument, { by, at }: Signature): TextEdit[] {
  const values = { state: 'picked-up', 'picked-up-by': yamlString(by), 'picked-up-at': at };
  const fields = noteFields(document);
  const missing: string[] = [];
  const edits: TextEdit[] = [];
  for (const [name, value] of Object.entries(values) as [NoteFieldName, string][]) {
    const field = fields[name];
    const line = `${name}: ${value}`;
    if (field && field.range.start < document.bodyStart)
      edits.push({ range: keyAndValue(document, field), text: line });
    else missing.push(`${line}${document.eol}`);
  }
  if (missing.length > 0) {
    const end = closingLine(document);
    edits.push({ range: { start: end, end }, text: missing.join('') });
  }
  return edits;
}

/** The range of a field, without a comment behind its value. */
function keyAndValue({ text }: MarkdownDocument, { range }: { readonly range: TextRange }): TextRange {
  const comment = /[ \t]+#[^\r\n]*$/.exec(text.slice(range.start, range.end));
  return comment ? { start: range.start, end: range.start + comment.index } : range;
}

/** Where the line begins that closes the front matter. A note has one: it says there that it is a note. */
function closingLine({ text, frontMatter }: MarkdownDocument): number {
  const end = frontMatter?.range.end ?? 0;
  return Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
}

/** A question to the author of a note, as `readNote` knows it again. */
export function questionLine(question: string, { by, at }: Signature): string {
  return `- [ ] **${plainMarkdown(by)} asks** (${at}): ${plainMarkdown(question)}`;
}

/** The edit that writes a question into a note, below its other open questions. */
export function askBackEdit(document: MarkdownDocument, question: string, signature: Signature): TextEdit {
  const { text, eol, blocks } = document;
  const line = questionLine(question, signature);
  const section = questionsSection(document);
  if (!section) {
    const gap = text === '' || text.endsWith(`${eol}${eol}`) ? '' : text.endsWith('\n') ? eol : eol + eol;
    const end = { start: text.length, end: text.length };
    return { range: end, text: `${gap}## Open questions${eol}${eol}${line}${eol}` };
  }
  const last = blocks[section.to - 1];
  const inside = section.to > section.from && last !== undefined;
  const at = inside ? endOfBlock(document, last.range) : afterHeading(document, section.headingRange);
  const lineEnd = at > 0 && text[at - 1] !== '\n' ? eol : '';
  const apart = inside && last.kind === 'item' ? '' : eol;
  const below = at < text.length && !/^\r?\n/.test(text.slice(at)) ? eol : '';
  return { range: { start: at, end: at }, text: `${lineEnd}${apart}${line}${eol}${below}` };
}

const endOfBlock = ({ text }: MarkdownDocument, range: TextRange): number => afterLine(text, range.end);

/** Not that of document.ts, which comes with all that reads documents. */
function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Behind the heading, the line below it included where that underlines it. */
function afterHeading({ text }: MarkdownDocument, heading: TextRange): number {
  const next = afterLine(text, heading.end);
  return /^(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text.slice(next)) ? afterLine(text, next) : next;
}
