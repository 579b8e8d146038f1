import * as vscode from 'vscode';
import type { DocumentRef } from '../../app/ports.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { type CheckSettings, defaultSettings } from '../../core/checklist/check-document.ts';
import { globMatcher, InvalidGlob } from '../../core/globs.ts';
import { type Severity, severities } from '../../core/report.ts';

/** The settings under `asyncReady`. */
export interface Settings {
  /** How the documents of a workspace folder are checked. */
  forDocument(document: Pick<DocumentRef, 'folder'>): CheckSettings;
  /** Where the workspace folder keeps its handoff notes, relative to it. */
  handoffsFolder(folder: string): string;
  /** Calls `listener` when what `forDocument` gives has changed. */
  onDidChange(listener: () => void): vscode.Disposable;
}

/**
 * Reads the settings once per workspace folder, and again after each change.
 * @param warn gets what is wrong with them, in words for the user.
 */
export function workspaceSettings(warn: (message: string) => void): Settings {
  const read = new Map<string, CheckSettings>();
  return {
    forDocument({ folder }) {
      let settings = read.get(folder);
      if (settings === undefined) {
        settings = checkSettings(folder, warn);
        read.set(folder, settings);
      }
      return settings;
    },
    handoffsFolder: (folder) => configuration(folder).get<string>('handoffs.folder') || 'handoffs',
    onDidChange: (listener) =>
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!['include', 'exclude', 'rules'].some((name) => event.affectsConfiguration(`asyncReady.${name}`))) return;
        read.clear();
        listener();
      }),
  };
}

/** Checks documents again when the settings have changed, and reads the workspace when its folders have. */
export function followSettings(
  index: WorkspaceIndex,
  settings: Settings,
  report: (error: unknown) => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    settings.onDidChange(() => index.checkAgain()),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      index.remove(removed.map(({ uri }) => uri.toString()));
      if (index.started) index.refresh().catch(report);
    }),
  );
}

function configuration(folder: string): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('asyncReady', vscode.Uri.parse(folder, true));
}

/** What the settings say, without values of a wrong type: VS Code marks these in the settings but hands them on. */
function checkSettings(folder: string, warn: (message: string) => void): CheckSettings {
  const values = configuration(folder);
  const rules = Object.entries(values.get<Record<string, unknown>>('rules') ?? {});
  return {
    include: patterns(values.get('include'), warn),
    exclude: patterns(values.get('exclude'), warn),
    rules: { ...defaultSettings.rules, ...Object.fromEntries(rules.filter(hasSeverity)) },
  };
}

/** The glob patterns that can be used; `warn` says why the others cannot. */
function patterns(value: unknown, warn: (message: string) => void): string[] {
  const strings = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  return strings.filter((pattern) => {
    try {
      globMatcher([pattern]);
      return true;
    } catch (error) {
      if (!(error instanceof InvalidGlob)) throw error;
      warn(error.message);
      return false;
    }
  });
}

function hasSeverity(entry: [string, unknown]): entry is [string, Severity] {
  return severities.some((severity) => severity === entry[1]);
}
