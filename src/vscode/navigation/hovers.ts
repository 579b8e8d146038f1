import * as vscode from 'vscode';
import type { Navigation } from '../../app/navigation.ts';
import { type WorkItemCard, workItemCard } from '../../app/work-item-card.ts';
import { positionsOf } from '../../core/text.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import { appendWords } from '../views/tooltip-markdown.ts';

/** How many work items of the same id are told of. */
const most = 3;

/** Tells on hover over an id of another work item, or a link to it, what is known of that. */
export function tellOfMentions(navigation: Navigation): vscode.Disposable {
  return vscode.languages.registerHoverProvider(documentSelector, {
    async provideHover(document, position) {
      const ref = documentRef(document.uri);
      const target = await navigation.targetAt(ref, checkInput(document).text, document.offsetAt(position));
      if (!target?.mention) return undefined;
      const others = target.items.filter(({ key }) => key !== ref.key).slice(0, most);
      if (others.length === 0) return undefined;
      const cards = others.map((item) => cardMarkdown(workItemCard(item, navigation.graph)));
      return new vscode.Hover(cards, toRange(positionsOf(target.read.lines, target.mention.range)));
    },
  });
}

/** The card as it is shown. Everything in it is a document's text: escaped, never trusted. */
export function cardMarkdown({ name, path, facts, waitsOn }: WorkItemCard): vscode.MarkdownString {
  const text = new vscode.MarkdownString('**');
  appendWords(text, name);
  text.appendMarkdown('**  \n');
  appendWords(text, path);
  text.appendMarkdown('\n\n');
  for (const { label, value } of facts) {
    text.appendMarkdown(`- **${label}**: `);
    appendWords(text, value);
    text.appendMarkdown('\n');
  }
  if (waitsOn.length > 0) text.appendMarkdown('- **Waits on**: ');
  for (const [at, waited] of waitsOn.entries()) {
    if (at > 0) text.appendMarkdown(', ');
    appendWords(text, waited);
  }
  return text;
}
