import type * as vscode from 'vscode';
import type { Files } from '../../app/ports.ts';
import { type RowsViewPorts, showRows } from './rows-view.ts';

/** Shows the work items that could be begun now, in the order in which they set others free. */
export function showReadyToStart(ports: RowsViewPorts & { readonly files: Files }): vscode.Disposable {
  const { files, index, graph, reader } = ports;
  return showRows('asyncReady.readyToStart', ports, async (slices) => {
    const { sidebar } = await import('../../app/sidebar.ts');
    return sidebar.readyToStart(files.folders(), index.documents.values(), graph, reader.now(), slices);
  });
}
