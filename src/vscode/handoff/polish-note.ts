import * as vscode from 'vscode';
import { polishedNote, polishRequest, saidParts } from '../../core/handoff/polish.ts';
import { redactTexts } from '../../core/handoff/redact.ts';
import type { Services } from '../commands/command.ts';
import { withCancellableProgress } from '../host/progress.ts';
import { confirmChange } from './confirm-change.ts';

const title = 'Polish Handoff Note';

/** Has a language model put into clearer words what the author of the note in the active editor wrote, and shows the changes before they are made. */
export async function polishNote({ index }: Pick<Services, 'index'>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !index.documents.get(document.uri.toString())?.report.handoff)
    throw new Error('Open a handoff note first: this puts what you wrote in it into clearer words.');
  const { version } = document;
  const note = document.getText().replaceAll('\r\n', '\n');
  const parts = saidParts(note);
  if (parts.length === 0) throw new Error('There is nothing in this note yet that you wrote.');
  const secrets = (await redactTexts(parts.map(({ text }) => text))).filter(({ kinds }) => kinds.length > 0);
  if (secrets.length > 0) throw new Error('What you wrote holds what looks like a secret: it is not sent to anybody.');

  const model = await pickModel();
  const send = 'Send';
  const detail = `${model.name} gets what you wrote (${parts.length === 1 ? '1 text' : `${parts.length} texts`}), and nothing else of the note. You see the changes before they are made.`;
  const answer = await vscode.window.showInformationMessage(`${title}?`, { modal: true, detail }, send);
  if (answer !== send) throw new vscode.CancellationError();
  const polished = polishedNote(note, parts, await ask(model, polishRequest(parts)), model.name);
  if (document.version !== version) throw new Error('The note has changed meanwhile: nothing was done.');
  if (polished === note) throw new Error(`${model.name} had nothing to change.`);
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  await confirmChange(document, polished.replaceAll('\n', eol), title);
}

/** The only model, or the one that the user picks. */
async function pickModel(): Promise<vscode.LanguageModelChat> {
  const models = await vscode.lm.selectChatModels();
  const [only] = models;
  if (!only) throw new Error('There is no language model in this VS Code.');
  if (models.length === 1) return only;
  const picked = await vscode.window.showQuickPick(
    models.map((model) => ({ label: model.name, description: model.vendor, model })),
    { title, placeHolder: 'Which language model?' },
  );
  if (!picked) throw new vscode.CancellationError();
  return picked.model;
}

function ask(model: vscode.LanguageModelChat, request: string): Promise<string> {
  return withCancellableProgress(`Asking ${model.name}`, async (signal) => {
    const cancellation = new vscode.CancellationTokenSource();
    signal.addEventListener('abort', () => cancellation.cancel(), { once: true });
    try {
      const message = vscode.LanguageModelChatMessage.User(request);
      const { text } = await model.sendRequest([message], {}, cancellation.token);
      let answer = '';
      for await (const piece of text) answer += piece;
      return answer;
    } finally {
      cancellation.dispose();
    }
  });
}
