import { afterLine } from '../../document/document.ts';
import { escapeSnippet } from '../mending.ts';
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
    const match = /^([\w-]+:[ \t]+)([^"'[{|>\s].*)$/.exec(line);
    if (!match) return null;
    const value = JSON.stringify(match[2]);
    return { title: `Quote the value: ${value}`, edits: [{ range, snippet: escapeSnippet((match[1] ?? '') + value) }] };
  },
};

function lineAround(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: start + text.slice(start, afterLine(text, start)).trimEnd().length };
}
