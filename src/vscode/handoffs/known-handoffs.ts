import * as vscode from 'vscode';
import { createDrift } from '../../app/handoff-drift.ts';
import { type Handoff, type HandoffList, listHandoffs, type NoteElsewhere } from '../../app/handoff-list.ts';
import { createNotesOnBranches, noteElsewhere } from '../../app/notes-on-branches.ts';
import type { Files, Git, Log } from '../../app/ports.ts';
import { createWantedDrifts } from '../../app/wanted-drifts.ts';
import { createWhoAmI } from '../../app/who-am-i.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { Drift } from '../../core/handoff/drift.ts';
import { gitApi, type Repository } from '../host/git-api.ts';
import type { Settings } from '../host/settings.ts';
import type { Shared } from './shared.ts';

export interface KnownHandoffsPorts {
  readonly index: WorkspaceIndex;
  readonly git: Git;
  readonly files: Files;
  readonly shared: Shared;
  readonly settings: Settings;
  readonly log: Log;
  /** The handoffs of which somebody wants to know how far the world has moved since. */
  wanted(list: HandoffList): readonly Handoff[];
}

/** The handoff notes of the workspace as the user of this window sees them, kept up with documents and branches. */
export interface KnownHandoffs extends vscode.Disposable {
  readonly list: HandoffList;
  /** By what documents of the folder speak of the user; what signs for them first. */
  namesOfMe(folder: string): Promise<readonly string[]>;
  /** Undefined where it is not known, or not yet. */
  driftOf(key: string): Drift | undefined;
  /** Asks for the drift of a handoff; null where git is not to be had. */
  drift(handoff: Handoff): Promise<Drift | null>;
  /** Looks at the documents anew; resolves when the list is that of now. */
  update(): Promise<void>;
  /** Looks at the remotes' branches for notes that are not checked out, now and whenever branches move. */
  lookElsewhere(): Promise<void>;
  /** Asks for the drift of what is wanted, as after more of it is. */
  lookAgain(): void;
  readonly onDidChange: vscode.Event<void>;
}

/** How long changes are gathered, in milliseconds: of documents at rest, while the workspace is read, and of branches. */
const delays = { atRest: 50, reading: 500, branches: 1000 };

export function followHandoffs(ports: KnownHandoffsPorts): KnownHandoffs {
  const { index, git, files, settings, log, shared, wanted } = ports;
  const whoAmI = createWhoAmI({ git, ownNames: settings.ownNames, team: settings.team });
  const source = createDrift(git, (message) => log.warn(message));
  const didChange = new vscode.EventEmitter<void>();
  const following: vscode.Disposable[] = [didChange];
  const branches = createNotesOnBranches(git, (message) => log.warn(message));
  let list = listHandoffs([], () => []);
  let elsewhere: readonly NoteElsewhere[] = [];
  let looksElsewhere = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let branchTimer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  const keep = (disposable: vscode.Disposable): void => {
    if (disposed) disposable.dispose();
    else following.push(disposable);
  };
  const failed = (error: unknown): void => log.error('The handoffs could not be followed.', error);
  const drifts = createWantedDrifts({ source, wanted: () => wanted(list), changed: () => didChange.fire(), failed });

  async function update(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const folders = new Set<string>();
    for (const { document, report } of index.documents.values()) if (report.handoff) folders.add(document.folder);
    for (const { folder } of elsewhere) folders.add(folder);
    const names = new Map<string, readonly string[]>();
    for (const folder of folders) names.set(folder, await whoAmI.names(folder));
    if (disposed) return;
    const stillElsewhere = elsewhere.filter(({ folder, path }) => !isHere(folder, path));
    list = listHandoffs(index.documents.values(), (folder) => names.get(folder) ?? [], stillElsewhere);
    drifts.keep(new Set(list.handoffs.map(({ key }) => key)));
    didChange.fire();
    drifts.look();
  }

  const isHere = (folder: string, path: string): boolean => index.documents.has(files.keyOf(folder, path));

  async function lookElsewhere(): Promise<void> {
    looksElsewhere = true;
    // Before that, nobody knows what is here.
    if (!index.complete) return;
    const api = await gitApi().catch(() => undefined);
    const found: NoteElsewhere[] = [];
    for (const { key: folder } of api ? files.folders() : []) {
      const notes = await branches.of(folder, settings.handoffsFolder(folder), (path) => !isHere(folder, path));
      for (const note of notes) {
        const uri = api?.toGitUri(vscode.Uri.parse(files.keyOf(folder, note.path), true), note.ref);
        const read = shared.readDocument(note.path, note.text);
        found.push(...(uri ? [noteElsewhere(read, note, folder, uri.toString())] : []).filter((one) => one !== null));
      }
    }
    elsewhere = found;
    await update();
  }

  function updateSoon(): void {
    timer ??= setTimeout(() => update().catch(failed), index.waiting > 0 ? delays.reading : delays.atRest);
  }

  function changed(keys: ReadonlySet<string>): void {
    const known = new Set(list.handoffs.map(({ key }) => key));
    if ([...keys].some((key) => known.has(key) || index.documents.get(key)?.report.handoff)) updateSoon();
  }

  function branchesMoved(): void {
    branchTimer ??= setTimeout(() => {
      branchTimer = undefined;
      source.forget();
      drifts.look();
      if (looksElsewhere) lookElsewhere().catch(failed);
    }, delays.branches);
  }

  function askAnew(): void {
    whoAmI.forget();
    source.forget();
    updateSoon();
  }

  const follow = ({ state }: Repository): void => keep(state.onDidChange(branchesMoved));
  gitApi()
    .then((api) => {
      if (!api) return;
      api.repositories.forEach(follow);
      keep(api.onDidOpenRepository(follow));
    })
    .catch((error: unknown) => log.warn(`How far handoff notes are behind is not followed: ${error}`));
  keep({ dispose: index.onDidChange(changed) });
  keep(settings.onDidChange(askAnew));
  keep(vscode.workspace.onDidGrantWorkspaceTrust(askAnew));
  keep(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('asyncReady.me')) updateSoon();
    }),
  );
  return {
    get list() {
      return list;
    },
    namesOfMe: (folder) => whoAmI.names(folder),
    driftOf: drifts.of,
    drift: ({ folder, path, note }) => source.of(folder, { ...note, path }),
    update,
    lookElsewhere,
    lookAgain: drifts.look,
    onDidChange: didChange.event,
    dispose() {
      disposed = true;
      clearTimeout(timer);
      clearTimeout(branchTimer);
      drifts.dispose();
      vscode.Disposable.from(...following).dispose();
    },
  };
}
