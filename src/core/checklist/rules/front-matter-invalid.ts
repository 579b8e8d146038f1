import { endOfLine, type MarkdownDocument } from '../../document/document.ts';
import { readFrontMatter } from '../../document/front-matter.ts';
import type { TextRange } from '../../text.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Rule } from '../rule.ts';

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  title: 'The front matter is valid YAML or TOML.',
  severity: 'error',
  openOnly: false,
  find: ({ item: { document } }) => {
    const problem = document.frontMatter?.problem;
    if (!problem) return [];
    const range = lineAround(document.text, problem.offset);
    const message = `The front matter is not valid ${document.frontMatter?.language.toUpperCase()}: ${problem.message}. Tools that read it lose every field, and your team-mates what you wrote there.`;
    // Quotes make a comment a part of the value.
    const safe = quoted(document, range) !== null && !/\s#/.test(document.text.slice(range.start, range.end));
    return [safe ? { range, message, safe } : { range, message }];
  },
  mend: ({ item: { document } }, { range }) => {
    const line = quoted(document, range);
    return line && { title: `Quote the value: ${line.value}`, edits: [{ range, snippet: escapeSnippet(line.text) }] };
  },
};

/** The line with quotes around its value; null where this does not mend it. */
function quoted({ text }: MarkdownDocument, { start, end }: TextRange): { text: string; value: string } | null {
  // Nearly always a value that YAML reads as something else: `assignee: @name`, `title: Export: phase 2`.
  const match = /^([ \t]*(?:-[ \t]+|[\w-]+:[ \t]+))([^"'[{|>\s].*)$/.exec(text.slice(start, end));
  if (!match) return null;
  const value = JSON.stringify(match[2]);
  const line = (match[1] ?? '') + value;
  const mended = readFrontMatter(text.slice(0, start) + line + text.slice(end));
  return mended?.problem && mended.problem.offset <= end ? null : { text: line, value };
}

function lineAround(text: string, offset: number): TextRange {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return { start, end: start + text.slice(start, endOfLine(text, start)).trimEnd().length };
}
