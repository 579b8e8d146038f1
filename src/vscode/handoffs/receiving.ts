import * as vscode from 'vscode';
import type { Handoff } from '../../app/handoff-list.ts';
import type { Clock, Files, Git, Log } from '../../app/ports.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { byAge } from '../../core/handoff/chain.ts';
import { askBackEdit } from '../../core/handoff/note-edits.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { tell } from '../host/tell.ts';
import { showChangesSince } from './changes-since.ts';
import { chooseHandoff, handoffAt } from './choose-handoff.ts';
import { showDriftFindings } from './drift-findings.ts';
import { editNote, sign } from './edit-note.ts';
import { showHandoffLenses } from './handoff-code-lenses.ts';
import { createHandoffRows, type HandoffRows } from './handoff-rows.ts';
import { followHandoffs } from './known-handoffs.ts';
import { pickUp } from './pick-up.ts';
import type { Shared } from './shared.ts';

export interface ReceivingPorts {
  readonly index: WorkspaceIndex;
  readonly files: Files;
  readonly git: Git;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  readonly extension: vscode.Extension<unknown>;
  readonly state: vscode.Memento;
  readonly view: vscode.TreeView<string>;
  readonly shared: Shared;
  /** Has the view ask for all rows anew. */
  changed(): void;
}

/** The receiver's side of handoffs; `argument` is what VS Code hands to a command: the id of a row, or a note's key. */
export interface Receiving extends vscode.Disposable {
  readonly rows: HandoffRows;
  /** Reads the workspace, unless that has been done before. */
  start(): Promise<void>;
  /** Takes in what the index knows by now. */
  update(): Promise<void>;
  pickUp(argument: unknown): Promise<void>;
  askBack(argument: unknown): Promise<void>;
  showPrevious(argument: unknown): Promise<void>;
  showChanges(argument: unknown): Promise<void>;
  reveal(argument: unknown): Promise<void>;
}

/** What is needed once there is a handoff note, or somebody asks for one: on the desktop a bundle of its own. */
export const receiving = { create: createReceiving };

function createReceiving(ports: ReceivingPorts): Receiving {
  const { index, clock, log, settings, extension, view, shared } = ports;
  const known = followHandoffs({
    ...ports,
    wanted: ({ handoffs }) => {
      const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
      const shown = new Set(view.visible ? rows.open : []);
      return handoffs.filter((one) => one.open && (open.has(one.key) || shown.has(one.key)));
    },
  });
  const rows: HandoffRows = createHandoffRows({ ...ports, known });
  const showing = vscode.Disposable.from(
    showHandoffLenses(known, settings, clock, shared),
    showDriftFindings(known, index, settings, extension, shared),
  );

  async function start(): Promise<void> {
    await index.start();
    await index.settled();
    await known.update();
    await known.lookElsewhere();
  }

  const choose = async (argument: unknown, placeHolder: string): Promise<Handoff> => {
    await start();
    return chooseHandoff(known, clock, argument, placeHolder);
  };

  /** The newest handoff of the work item in the active editor. */
  function newestOfWorkItem(): Handoff | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (!active) return undefined;
    const { folder, path } = shared.documentRef(active);
    return known.list.handoffs
      .filter(({ note, folder: other }) => other === folder && note.workItems.includes(path))
      .sort(byAge)[0];
  }

  async function open(key: string): Promise<void> {
    const handoff = known.list.handoffs.find((one) => one.key === key);
    const selection = handoff && toRange(handoff.titleRange);
    const at = selection && new vscode.Range(selection.start, selection.start);
    await vscode.window.showTextDocument(vscode.Uri.parse(key, true), { preview: false, ...(at && { selection: at }) });
  }

  return {
    rows,
    start,
    update: known.update,
    pickUp: async (argument) => pickUp({ ...ports, known }, await choose(argument, 'Which handoff do you pick up?')),
    async askBack(argument) {
      const handoff = await choose(argument, 'Which handoff do you ask about?');
      if (handoff.elsewhere)
        throw new Error(
          `This note is on ${handoff.elsewhere.ref}, which is not checked out. Pick it up, or switch to that branch, to write into it.`,
        );
      const question = await vscode.window.showInputBox({
        title: `Ask ${handoff.note.from || 'the author'} Back`,
        prompt: 'The question is written into the note, with your name and the time.',
        placeHolder: 'Which limit holds for guests?',
        validateInput: (value) => (value.trim() === '' ? 'What do you want to know?' : undefined),
      });
      if (question === undefined) return;
      const signature = await sign(known, clock, handoff.folder);
      await open(handoff.key);
      const { document } = await vscode.window.showTextDocument(vscode.Uri.parse(handoff.key, true), {
        preview: false,
      });
      await editNote(shared, document, handoff.path, (read) => [askBackEdit(read, question, signature)]);
      tell('Your question is in the note. Commit and push it so that it is seen.', log);
    },
    async showPrevious(argument) {
      await start();
      const handoff = handoffAt(known, argument);
      const previous = handoff ? known.list.chains.previous(handoff) : newestOfWorkItem();
      if (previous) await open(previous.key);
      else tell(handoff ? 'This is the first handoff of its work.' : 'This has not been handed off yet.', log);
    },
    showChanges: async (argument) => showChangesSince(known, log, await choose(argument, 'Since which handoff?')),
    async reveal(argument) {
      await start();
      const handoff = handoffAt(known, argument);
      if (handoff && rows.getParent(handoff.key) !== undefined)
        await view.reveal(handoff.key, { select: true, focus: true, expand: true });
    },
    dispose: () => vscode.Disposable.from(rows, showing, known).dispose(),
  };
}
