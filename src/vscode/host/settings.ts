import * as vscode from 'vscode';
import { today } from '../../app/local-date.ts';
import type { Clock, DocumentRef } from '../../app/ports.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { type CheckSettings, defaultSettings } from '../../core/checklist/check-document.ts';
import { globMatcher, InvalidGlob } from '../../core/globs.ts';
import { isDays, withProjectSettings } from '../../core/project-file.ts';
import { remembered } from '../../core/remembered.ts';
import { type Severity, severities } from '../../core/report.ts';
import type { TeamMember } from '../../core/team.ts';
import { readTeamWords } from '../../core/team-words.ts';
import type { TeamWords } from '../../core/vocabulary/vocabulary.ts';
import type { ProjectFiles } from './project-files.ts';

/** The settings that matter here: the project file's, those under `asyncReady`, and `files.exclude`. */
export interface Settings {
  /** How the documents of a workspace folder are checked. */
  forDocument(document: Pick<DocumentRef, 'folder'>): CheckSettings;
  /** All that `forDocument` goes by, but for the day, as a text to be compared. */
  fingerprint(folder: string): string;
  /** Whether `files.exclude` hides the document. Patterns with a condition (`when`) hide nothing here. */
  isHidden(document: Pick<DocumentRef, 'folder' | 'path'>): boolean;
  /** Where the workspace folder keeps its handoff notes, relative to it. */
  handoffsFolder(folder: string): string;
  /** The team's roster in the project file of the workspace folder. */
  team(folder: string): readonly TeamMember[];
  /** By what documents speak of the user, besides what git says. */
  ownNames(folder: string): readonly string[];
  /** Whether the readiness of the document stands above its title. */
  showsCodeLens(document: Pick<DocumentRef, 'folder'>): boolean;
  /** Whether the Explorer and tabs mark work items that are not ready. */
  decoratesFiles(): boolean;
  /** Whether Problems has the findings of all work items, not only of open documents. */
  showsAllFindings(): boolean;
  /** Calls `listener` when what `forDocument` gives has changed; `hides` says whether what `isHidden` gives has, too. */
  onDidChange(listener: (hides: boolean) => void): vscode.Disposable;
}

/** The settings below `asyncReady` that decide what `forDocument` gives. */
const checkNames = ['include', 'exclude', 'rules', 'labels', 'statuses', 'staleAfterDays'];

/**
 * Reads the settings once per workspace folder and day, and again after each change.
 * @param warn gets what is wrong with them, in words for the user.
 */
export function workspaceSettings(projectFiles: ProjectFiles, clock: Clock, warn: (message: string) => void): Settings {
  const read = new Map<string, CheckSettings>();
  const hides = new Map<string, (path: string) => boolean>();
  const fingerprints = new Map<string, string>();
  return {
    forDocument({ folder }) {
      let settings = read.get(folder);
      const day = today(clock);
      // What has been checked before midnight stays as it is until it is checked for another reason.
      if (settings?.today !== day) {
        const own = { ...checkSettings(folder, warn), today: day };
        settings = withProjectSettings(own, projectFiles.settingsOf(folder), ownWords(folder));
        read.set(folder, settings);
      }
      return settings;
    },
    fingerprint(folder) {
      const known = fingerprints.get(folder);
      if (known !== undefined) return known;
      const { vocabulary, today: day, ...own } = checkSettings(folder, () => {});
      const fingerprint = JSON.stringify([own, ownWords(folder), projectFiles.settingsOf(folder)]);
      fingerprints.set(folder, fingerprint);
      return fingerprint;
    },
    isHidden({ folder, path }) {
      let matches = hides.get(folder);
      if (matches === undefined) {
        const hidden = globMatcher(hiddenPatterns(folder));
        // A pattern that matches a folder hides what is in it. The same few files are asked for at each keystroke.
        matches = remembered((path) =>
          path.split('/').some((_, at, parts) => hidden(parts.slice(0, at + 1).join('/'))),
        );
        hides.set(folder, matches);
      }
      return matches(path);
    },
    handoffsFolder: (folder) =>
      projectFiles.settingsOf(folder).handoffsFolder ??
      (configuration(folder).get<string>('handoffs.folder') || 'handoffs'),
    team: (folder) => projectFiles.settingsOf(folder).team ?? [],
    ownNames: (folder) => texts(configuration(folder).get('me')),
    showsCodeLens: ({ folder }) => configuration(folder).get<boolean>('codeLens') !== false,
    decoratesFiles: () => vscode.workspace.getConfiguration('asyncReady').get('decorations') === true,
    showsAllFindings: () => vscode.workspace.getConfiguration('asyncReady').get('problems') === 'workspace',
    onDidChange(listener) {
      const changed = (hidden: boolean): void => {
        read.clear();
        hides.clear();
        fingerprints.clear();
        listener(hidden);
      };
      return vscode.Disposable.from(
        projectFiles.onDidChange(() => changed(false)),
        vscode.workspace.onDidChangeConfiguration((event) => {
          const hidden = event.affectsConfiguration('files.exclude');
          if (hidden || checkNames.some((name) => event.affectsConfiguration(`asyncReady.${name}`))) changed(hidden);
        }),
      );
    },
  };
}

/** Checks documents again when the settings have changed, and reads the workspace when its folders have. */
export function followSettings(
  index: WorkspaceIndex,
  settings: Settings,
  report: (error: unknown) => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    settings.onDidChange((hides) => {
      if (hides) {
        const documents = [...index.documents.values()].map(({ document }) => document);
        index.remove(documents.filter(settings.isHidden).map(({ key }) => key));
      }
      if (hides && index.started) index.refresh().catch(report);
      else index.checkAgain();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      index.remove(removed.map(({ uri }) => uri.toString()));
      if (index.started) index.refresh().catch(report);
    }),
  );
}

function configuration(folder: string): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('asyncReady', vscode.Uri.parse(folder, true));
}

function hiddenPatterns(folder: string): string[] {
  const files = vscode.workspace.getConfiguration('files', vscode.Uri.parse(folder, true));
  const exclude = Object.entries(files.get<Record<string, unknown>>('exclude') ?? {});
  // Patterns that are refused hide nothing here either; they are no setting of ours to complain about.
  return usable(
    exclude.filter(([, value]) => value === true).map(([pattern]) => pattern),
    () => {},
  );
}

/** What the settings say, without values of a wrong type: VS Code marks these in the settings but hands them on. */
function checkSettings(folder: string, warn: (message: string) => void): CheckSettings {
  const values = configuration(folder);
  const rules = Object.entries(values.get<Record<string, unknown>>('rules') ?? {});
  const staleAfterDays = values.get('staleAfterDays');
  return {
    include: patterns(values.get('include'), warn),
    exclude: patterns(values.get('exclude'), warn),
    rules: { ...defaultSettings.rules, ...Object.fromEntries(rules.filter(hasSeverity)) },
    vocabulary: defaultSettings.vocabulary,
    today: defaultSettings.today,
    staleAfterDays: isDays(staleAfterDays) ? staleAfterDays : defaultSettings.staleAfterDays,
  };
}

/** Labels and status words; VS Code marks those of a wrong type in the settings. */
function ownWords(folder: string): TeamWords {
  const values = configuration(folder);
  return readTeamWords(values.get('labels'), values.get('statuses'), () => {});
}

function patterns(value: unknown, warn: (message: string) => void): string[] {
  return usable(texts(value), warn);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The glob patterns that can be used; `warn` says why the others cannot. */
function usable(strings: readonly string[], warn: (message: string) => void): string[] {
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
