import * as vscode from 'vscode';
import { today } from '../../app/local-date.ts';
import type { Clock, Log } from '../../app/ports.ts';
import { type CacheStorage, createReportCache, type ReportCache } from '../../app/report-cache.ts';
import type { SlicePorts } from '../../app/slices.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { LocalFiles } from './files.ts';
import type { Settings } from './settings.ts';

/** How long the index must rest before its reports are written, in milliseconds. */
const saveDelay = 5000;

export interface WorkspaceReportCachePorts extends SlicePorts {
  readonly localFiles: LocalFiles;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
}

/** The reports of the workspace's files, in VS Code's storage for it; undefined where a workspace has none. */
export function workspaceReportCache(
  { storageUri, extension }: vscode.ExtensionContext,
  ports: WorkspaceReportCachePorts,
): ReportCache | undefined {
  if (storageUri === undefined) return undefined;
  const { localFiles, settings, clock } = ports;
  // Another version of the extension may judge otherwise.
  const program = vscode.Uri.joinPath(extension.extensionUri, extension.packageJSON.main).fsPath;
  const version = `${extension.packageJSON.version} ${localFiles.stamp(program)}`;
  return createReportCache({
    ...ports,
    storage: storageAt(storageUri, localFiles),
    folders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
    stamp(key) {
      const uri = vscode.Uri.parse(key, true);
      return uri.scheme === 'file' ? localFiles.stamp(uri.fsPath) : null;
    },
    configuration: (folder) => `${version} ${settings.fingerprint(folder)}`,
    today: () => today(clock),
  });
}

/** Writes the reports once the workspace has been read and nothing changes for a while. */
export function keepReports(
  index: WorkspaceIndex,
  cache: ReportCache | undefined,
  report: (error: unknown) => void,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = index.onDidChange(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (index.complete) cache?.save(index.documents).catch(report);
    }, saveDelay);
  });
  return {
    dispose() {
      clearTimeout(timer);
      stop();
    },
  };
}

function storageAt(folder: vscode.Uri, localFiles: LocalFiles): CacheStorage {
  return {
    async read(name) {
      try {
        return new TextDecoder().decode(localFiles.read(vscode.Uri.joinPath(folder, name).fsPath));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(name, text) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    },
  };
}
