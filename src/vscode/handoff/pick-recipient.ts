import * as vscode from 'vscode';
import type { TeamMember } from '../../core/team.ts';

const title = 'Write Handoff Note';

/** Asks who takes over: somebody of the team's roster, or anybody by name. Empty for whoever picks it up. Throws a CancellationError when the user gives up. */
export async function pickRecipient(team: readonly TeamMember[]): Promise<string> {
  if (team.length === 0) return askForName();
  const members = team.map(({ name, timezone = '' }) => ({ label: name, description: timezone, name }));
  const anyone = { label: 'Whoever picks it up', name: '' };
  const other = { label: 'Somebody else…', name: null };
  const placeHolder = 'Who takes over?';
  const picked = await vscode.window.showQuickPick([...members, anyone, other], { title, placeHolder });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.name ?? askForName();
}

async function askForName(): Promise<string> {
  const name = await vscode.window.showInputBox({ title, prompt: 'Who takes over? Empty for whoever picks it up' });
  if (name === undefined) throw new vscode.CancellationError();
  return name.trim();
}
