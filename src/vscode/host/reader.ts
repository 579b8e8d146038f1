import * as vscode from 'vscode';
import { today } from '../../app/local-date.ts';
import type { Clock, Files, Log } from '../../app/ports.ts';
import type { WhoAmI } from '../../app/who-am-i.ts';
import type { Reader } from '../../app/work-item-groups.ts';
import { speaksOf } from '../../core/people.ts';
import { remembered } from '../../core/remembered.ts';

/** For whom the views of the side bar make their rows. */
export interface CurrentReader extends vscode.Disposable {
  /** As far as is known by now. */
  now(): Reader;
  /** Asks who the reader is, once; `onDidChange` tells when that is known. */
  ask(): void;
  readonly onDidChange: vscode.Event<void>;
}

/** Knows who the reader is from git and the settings, once somebody asks. */
export function followReader(whoAmI: WhoAmI, files: Files, clock: Clock, log: Log): CurrentReader {
  const didChange = new vscode.EventEmitter<void>();
  let isMe: Reader['isMe'] = () => false;
  let asked = false;

  async function read(): Promise<void> {
    const names = (await Promise.all(files.folders().map(({ key }) => whoAmI.names(key)))).flat();
    isMe = remembered((name) => speaksOf(name, names));
    didChange.fire();
  }

  function ask(): void {
    if (!asked) read().catch((error: unknown) => log.error('Who you are could not be asked.', error));
    asked = true;
  }

  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!asked || !event.affectsConfiguration('asyncReady.me')) return;
    asked = false;
    ask();
  });
  return {
    now: () => ({ today: today(clock), isMe }),
    ask,
    onDidChange: didChange.event,
    dispose: () => vscode.Disposable.from(following, didChange).dispose(),
  };
}
