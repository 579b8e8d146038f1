import type * as vscode from 'vscode';
import type { FreshnessSource } from '../../app/freshness.ts';
import { today } from '../../app/local-date.ts';
import type { Clock, Files } from '../../app/ports.ts';
import type { Settings } from '../host/settings.ts';
import { type RowsViewPorts, showRows } from './rows-view.ts';

export interface WaitingOnPorts extends RowsViewPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly freshness: FreshnessSource;
}

/** Shows whom and what open work waits on. */
export function showWaitingOn(ports: WaitingOnPorts): vscode.Disposable {
  const { files, index, graph, reader, settings, freshness, clock } = ports;
  return showRows('asyncReady.waitingOn', ports, async (slices) => {
    const { sidebar } = await import('../../app/sidebar.ts');
    const folders = files.folders();
    const team = folders.flatMap(({ key }) => settings.team(key));
    return sidebar.waitingOn({
      folders,
      documents: index.documents.values(),
      graph,
      reader: reader.now(),
      team: team.flatMap(({ name, aliases }) => [name, ...aliases]),
      async lastChange(item) {
        const at = await freshness.lastChange(item);
        return at === null ? null : today({ ...clock, now: () => new Date(at) });
      },
      slices,
    });
  });
}
