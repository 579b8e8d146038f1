import assert from 'node:assert/strict';
import { commands, type LanguageModelChat, lm, type WorkspaceEdit, window, workspace } from 'vscode';
import { removeFiles, until, writeFile } from './workspace.ts';

const note = `---
type: handoff
state: open
---

# Handoff: mail

## TL;DR

From git:

- **2 commits are not pushed.**

It send mail to 3 people.
`;

describe('Polish Handoff Note', () => {
  const { selectChatModels } = lm;
  const { showInformationMessage, showErrorMessage } = window;
  const { applyEdit } = workspace;
  const asked: string[] = [];
  const errors: string[] = [];
  let edits: WorkspaceEdit[] = [];

  /** A language model that gives this answer. */
  function offer(answer: string): void {
    const model = {
      name: 'Echo',
      vendor: 'test',
      async sendRequest(messages: { content: unknown }[]) {
        asked.push(JSON.stringify(messages.map(({ content }) => content)));
        return {
          text: (async function* () {
            yield answer;
          })(),
        };
      },
    };
    lm.selectChatModels = async () => [model as unknown as LanguageModelChat];
  }

  before(() => {
    const agree = async (_: string, ...answers: unknown[]) => answers.find((answer) => typeof answer === 'string');
    window.showInformationMessage = agree as unknown as typeof showInformationMessage;
    window.showErrorMessage = (async (message: string) => {
      errors.push(message);
    }) as unknown as typeof showErrorMessage;
    workspace.applyEdit = async (edit) => {
      edits.push(edit);
      return true;
    };
  });
  beforeEach(async () => {
    asked.length = 0;
    errors.length = 0;
    edits = [];
    const uri = await writeFile('handoffs/2026-03-02-mail.md', note);
    await window.showTextDocument(uri);
    await commands.executeCommand('asyncReady.refresh');
  });
  after(async () => {
    lm.selectChatModels = selectChatModels;
    Object.assign(window, { showInformationMessage, showErrorMessage });
    workspace.applyEdit = applyEdit;
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  it('shows what a model has made of the words of the author, who alone are sent to it', async () => {
    offer('["It sends mail to 3 people."]');
    await commands.executeCommand('asyncReady.polishHandoffNote');
    await until(() => edits.length + errors.length > 0, 'nothing has happened');
    assert.deepEqual(errors, []);
    assert.match(asked.join(), /It send mail to 3 people\./);
    assert.doesNotMatch(asked.join(), /not pushed/);
    const [, [change]] = edits[0]?.entries()[0] ?? [null, []];
    assert.match(change?.newText ?? '', /\n# Handoff: mail\n\n_Put into words by a language model \(Echo\)/);
    assert.match(change?.newText ?? '', /\*\*2 commits are not pushed\.\*\*\n\nIt sends mail to 3 people\.\n$/);
  });

  it('refuses an answer that changes a fact', async () => {
    offer('["It sends mail to 4 people."]');
    await commands.executeCommand('asyncReady.polishHandoffNote');
    await until(() => errors.length > 0, 'it was not refused');
    assert.match(errors.join(), /has changed a number/);
    assert.deepEqual(edits, []);
  });

  it('says so where there is no model', async () => {
    lm.selectChatModels = async () => [];
    await commands.executeCommand('asyncReady.polishHandoffNote');
    await until(() => errors.length > 0, 'it did not say so');
    assert.match(errors.join(), /no language model/);
  });
});
