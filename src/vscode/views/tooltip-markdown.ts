import * as vscode from 'vscode';
import type { WorkItemTooltip } from '../../app/work-item-tooltip.ts';

/** The tooltip as it is shown. Everything in it is a document's text: escaped, never trusted. */
export function tooltipMarkdown({ title, path, facts, points }: WorkItemTooltip): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  const append = (prefix: string, value: string, suffix: string): void => {
    text.appendMarkdown(prefix);
    appendWords(text, value);
    text.appendMarkdown(suffix);
  };
  append('**', title, '**  \n');
  text.appendText(path).appendMarkdown('\n\n');
  for (const [at, { label, value }] of facts.entries())
    append(`${label}: `, value, at === facts.length - 1 ? '\n\n' : '  \n');
  for (const { name, met, evidence } of points)
    append(`- $(${met ? 'check' : 'warning'}) **${name}**: `, evidence, '\n');
  return text;
}

/** Appends words of a document, escaped. One by one: appendText makes spaces that do not break, and a long text then breaks within words. */
export function appendWords(text: vscode.MarkdownString, words: string): void {
  for (const [index, word] of words.split(/\s+/).entries())
    text.appendMarkdown(index === 0 ? '' : ' ').appendText(word);
}
