import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';

/** Shows a message. Not awaited: what it speaks of is over, the message may stand for as long as the user likes. */
export function tell(message: string, log: Log): void {
  vscode.window.showInformationMessage(message).then(undefined, (error: unknown) => log.error(message, error));
}
