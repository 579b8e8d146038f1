import { endOfLine } from '../../document/document.ts';
import { readFrontMatter } from '../../document/front-matter.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Rule } from '../rule.ts';

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  title: 'The front matter is valid YAML.',
  severity: 'error',
  openOnly: false,
  find: ({ item: { document } }) => {
    const problem = document.frontMatter?.problem;
    if (!problem) return [];
    return [
      {
        range: lineAround(document.text, problem.offset),
        message: `The front matter is not valid YAML: ${problem.message}. Tools that read it lose every field, and your team-mates what you wrote there.`,
      },
    ];
  },
  mend: ({ item: { document } }, { range }) => {
    // Nearly always a value that YAML reads as something else: `assignee: @name`, `title: Export: phase 2`.
    const line = document.text.slice(range.start, range.end);
    const match = /^([ \t]*(?:-[ \t]+|[\w-]+:[ \t]+))([^"'[{|>\s].*)$/.exec(line);
    if (!match) return null;
    const value = JSON.stringify(match[2]);
    const quoted = (match[1] ?? '') + value;
    const mended = readFrontMatter(document.text.slice(0, range.start) + quoted + document.text.slice(range.end));
    if (mended?.problem && mended.problem.offset <= range.end) return null;
    return { title: `Quote the value: ${value}`, edits: [{ range, snippet: escapeSnippet(quoted) }] };
  },
};

function lineAround(text: string, offset: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return { start, end: start + text.slice(start, endOfLine(text, start)).trimEnd().length };
}
