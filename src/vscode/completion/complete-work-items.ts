import * as vscode from 'vscode';
import type { Completions, CompletionsPorts } from '../../app/completions.ts';
import type { CompletionPlace } from '../../core/completion/place.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';

const kindOf: Readonly<Record<CompletionPlace['wants'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  status: vscode.CompletionItemKind.Value,
  person: vscode.CompletionItemKind.User,
  'work-item': vscode.CompletionItemKind.Reference,
  path: vscode.CompletionItemKind.File,
};

/** What may begin something of ours: `TASK-`, `[[`, `#12`, `@name`, the `/` of a path, and the space behind a label or a list item's mark. */
const triggers = ['-', '[', '#', '@', '/', ' '];

/**
 * A space in a sentence begins nothing of ours. That has to be said at once: where the answer comes after the next word has begun,
 * VS Code offers whatever words the document has, and a Tab on the way to the next stop takes one of them.
 */
const inSentence = /[\p{L}\p{N}.!?] $/u;

/** Completes what work items say in the words of their team: front matter, statuses, people, and other work items. */
export function completeWorkItems(ports: CompletionsPorts): vscode.Disposable {
  let loading: Promise<Completions> | undefined;
  const load = async (): Promise<Completions> =>
    (await import('../../app/completion.ts')).completion.createCompletions(ports);
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, _token, { triggerCharacter }) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (triggerCharacter === ' ' && inSentence.test(before)) return undefined;
      loading ??= load();
      const completions = await loading;
      const offset = document.offsetAt(position);
      const completion = await completions.at(documentRef(document.uri), checkInput(document).text, offset);
      if (!completion) return undefined;
      const { place, suggestions, complete } = completion;
      const inserting = new vscode.Range(position.translate(0, -place.typed.length), position);
      const range = { inserting, replacing: inserting.with(undefined, position.translate(0, place.rest)) };
      const items = suggestions.map(({ label, description, text, filter }, at) => {
        const item = new vscode.CompletionItem({ label, description }, kindOf[place.wants]);
        item.insertText = text;
        // What is typed may begin with a quote, and is compared with this.
        item.filterText = /^["']/.test(place.typed) ? place.typed.charAt(0) + filter : filter;
        item.range = range;
        item.sortText = String(at).padStart(4, '0');
        // What stands in the folder, or the value, is wanted next.
        if (place.wants === 'path' && text.endsWith('/')) item.kind = vscode.CompletionItemKind.Folder;
        if (/: $|\/$/.test(text)) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest more' };
        return item;
      });
      return new vscode.CompletionList(items, !complete);
    },
  };
  return vscode.languages.registerCompletionItemProvider(documentSelector, provider, ...triggers);
}
