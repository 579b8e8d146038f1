import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { NamedPart } from '../../core/handoff/outline.ts';
import { type CodeSymbol, partsOfSymbols } from '../../core/handoff/symbol-parts.ts';

/** In milliseconds: what a language does not know by then is told without it. */
const patience = 1000;

const values = new Set([
  vscode.SymbolKind.Variable,
  vscode.SymbolKind.Constant,
  vscode.SymbolKind.Field,
  vscode.SymbolKind.Property,
  vscode.SymbolKind.EnumMember,
]);

/**
 * Asks the languages of VS Code for the functions and types of files in a workspace folder, by paths relative to it; null
 * for what is not in an editor as it is saved, and where no language knows: none is started for this.
 */
export function codeSymbols(folder: string, log: Log): (path: string) => Promise<readonly NamedPart[] | null> {
  return async (path) => {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder, true), path).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
    if (!document || document.isDirty) return null;
    const symbols = await soon(ask(document.uri, log));
    // An old kind of answer does not say what holds what.
    const nested = symbols?.filter((symbol) => 'children' in symbol) ?? [];
    return nested.length > 0 ? partsOfSymbols(nested.map(asPlain)) : null;
  };
}

async function ask(uri: vscode.Uri, log: Log): Promise<readonly vscode.DocumentSymbol[] | undefined> {
  try {
    return await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
  } catch (error) {
    log.warn(`The symbols of ${uri.path} are left out: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

async function soon<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const asPlain = ({ name, kind, range, children }: vscode.DocumentSymbol): CodeSymbol => ({
  name,
  first: range.start.line + 1,
  last: range.end.line + 1,
  isValue: values.has(kind),
  children: children.map(asPlain),
});
