import * as vscode from 'vscode';
import type { Clock, Files, Git, Log, UserGit } from '../../app/ports.ts';
import type { ReadWorkItem } from '../../app/read-work-item.ts';
import { documentKeyOf } from '../../app/tree-node.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { FactTools } from '../../core/checklist/set-fact.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import type { updateWorkItem } from '../../core/handoff/update-work-item.ts';
import type { FindingsInProblems } from '../diagnostics/findings.ts';
import type { ProjectFiles } from '../host/project-files.ts';
import type { CurrentReader } from '../host/reader.ts';
import type { Settings } from '../host/settings.ts';
import type { Panels } from '../panels/open-panels.ts';
import type { HandoffsView } from '../views/handoffs.ts';
import type { WorkItemsView } from '../views/work-items.ts';

/** What a command works with. */
export interface Services {
  readonly files: Files;
  readonly git: Git;
  readonly userGit: UserGit;
  readonly clock: Clock;
  readonly log: Log;
  readonly index: WorkspaceIndex;
  readonly graph: WorkItemGraph;
  readonly settings: Settings;
  /** What lasts from one window to the next in this workspace. */
  readonly memory: vscode.Memento;
  /**
   * How the documents of a workspace folder are read, and what writes into them: given, so that what is loaded later
   * does not load it a second time.
   */
  readWorkItem(folder: string): ReadWorkItem;
  readonly updateWorkItem: typeof updateWorkItem;
  readonly projectFiles: ProjectFiles;
  readonly findings: FindingsInProblems;
  /** What sets a fact in the document at that place. */
  factTools(uri: vscode.Uri): FactTools;
  readonly reader: CurrentReader;
  readonly workItems: WorkItemsView;
  readonly panels: Panels;
  readonly handoffs: HandoffsView;
}

/** A command; its id's last part is the name of its file. */
export interface Command {
  readonly id: string;
  /**
   * @param argument what VS Code hands over: the document's key where the command is run from a tree.
   * @param further the ids of all rows that are selected there.
   * What it rejects with is shown to the user; a cancellation is not.
   */
  run(services: Services, argument: unknown, further: unknown): Promise<void>;
}

/** A command that is looked up in what `load` gives when it is run. */
export const loadedLater =
  (load: () => Promise<readonly Command[]>) =>
  (id: string): Command => ({
    id,
    async run(...handedOver) {
      const command = (await load()).find((loaded) => loaded.id === id);
      if (command === undefined) throw new Error(`There is no command ${id}.`);
      await command.run(...handedOver);
    },
  });

/** Registers the commands; the errors of all of them end here. */
export function registerCommands(commands: readonly Command[], services: Services): vscode.Disposable {
  const registered = commands.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (argument: unknown, further: unknown) => {
      try {
        await run(services, typeof argument === 'string' ? documentKeyOf(argument) : argument, further);
      } catch (error) {
        if (isCancellation(error)) return;
        services.log.error(`${id} failed.`, error);
        const message = error instanceof Error ? error.message : String(error);
        // Not awaited: the command has ended, the message may stand for as long as the user likes.
        vscode.window.showErrorMessage(message).then(undefined, (failure) => services.log.error(message, failure));
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}

function isCancellation(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError');
}
