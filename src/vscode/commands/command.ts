import * as vscode from 'vscode';
import type { Clock, Files, Git, Log, UserGit } from '../../app/ports.ts';
import type { ReadWorkItem } from '../../app/read-work-item.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import type { updateWorkItem } from '../../core/handoff/update-work-item.ts';
import type { FindingsInProblems } from '../diagnostics/findings.ts';
import type { ProjectFiles } from '../host/project-files.ts';
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
  readonly workItems: WorkItemsView;
  readonly panels: Panels;
  readonly handoffs: HandoffsView;
}

/** A command; its id's last part is the name of its file. */
export interface Command {
  readonly id: string;
  /**
   * @param argument what VS Code hands over: the row's id where the command is run from the tree.
   * What it rejects with is shown to the user; a cancellation is not.
   */
  run(services: Services, argument: unknown): Promise<void>;
}

/** Registers the commands; the errors of all of them end here. */
export function registerCommands(commands: readonly Command[], services: Services): vscode.Disposable {
  const registered = commands.map(({ id, run }) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await run(services, argument);
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
