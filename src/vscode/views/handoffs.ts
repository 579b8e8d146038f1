import * as vscode from 'vscode';
import { isSilenced } from '../../core/checklist/check-workspace.ts';
import { readDocument } from '../../core/document/document.ts';
import { toDiagnostic } from '../diagnostics/findings.ts';
import type { Receiving, ReceivingPorts } from '../handoffs/receiving.ts';
import type { Shared } from '../handoffs/shared.ts';
import { documentRef, documentSelector } from '../host/documents.ts';

/** The id of the view in package.json. */
const handoffsViewId = 'asyncReady.handoffs';

const shared: Shared = { readDocument, documentRef, documentSelector, toDiagnostic, isSilenced };

export interface HandoffsView extends vscode.Disposable {
  /** What works with handoff notes; loaded when it is first asked for. */
  receiving(): Promise<Receiving>;
}

/** Shows the handoff notes of the index. What that takes is loaded with the first note, or when the view is looked at. */
export function showHandoffs(ports: Omit<ReceivingPorts, 'view' | 'changed' | 'shared'>): HandoffsView {
  const { index, log } = ports;
  const didChange = new vscode.EventEmitter<undefined>();
  let loaded: Promise<Receiving> | undefined;
  let disposed = false;

  async function load(): Promise<Receiving> {
    const { receiving } = await import('../handoffs/receiving.ts');
    const made = receiving.create({ ...ports, shared, view, changed: () => didChange.fire(undefined) });
    if (disposed) made.dispose();
    return made;
  }
  const receiving = (): Promise<Receiving> => {
    loaded ??= load();
    return loaded;
  };

  let lookedAt = false;
  /** Reads the workspace when the view is looked at for the first time, with its progress. */
  async function start(): Promise<void> {
    if (lookedAt) return;
    lookedAt = true;
    const { start } = await receiving();
    try {
      await vscode.window.withProgress({ location: { viewId: handoffsViewId } }, start);
    } catch (error) {
      log.error('The workspace could not be read.', error);
      view.message = `The workspace could not be read: ${error instanceof Error ? error.message : String(error)}`;
    }
    await vscode.commands.executeCommand('setContext', 'asyncReady.handoffsRead', true);
  }

  const view: vscode.TreeView<string> = vscode.window.createTreeView<string>(handoffsViewId, {
    treeDataProvider: {
      onDidChangeTreeData: didChange.event,
      async getChildren(id) {
        if (id === undefined) start().catch((error: unknown) => log.error('The view failed.', error));
        return (await receiving()).rows.getChildren(id);
      },
      getParent: async (id) => (await receiving()).rows.getParent(id),
      getTreeItem: async (id) => (await receiving()).rows.getTreeItem(id),
      resolveTreeItem: async (item, id) => (await receiving()).rows.resolveTreeItem(item, id),
    },
    showCollapseAll: true,
  });
  const stop = index.onDidChange((keys) => {
    if (loaded || ![...keys].some((key) => index.documents.get(key)?.report.handoff)) return;
    receiving()
      .then(({ update }) => update())
      .catch((error: unknown) => log.error('The handoffs could not be shown.', error));
  });
  return {
    receiving,
    dispose() {
      disposed = true;
      stop();
      loaded?.then((made) => made.dispose()).catch((error: unknown) => log.error('The handoffs did not end.', error));
      vscode.Disposable.from(view, didChange).dispose();
    },
  };
}
