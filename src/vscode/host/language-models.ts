import * as vscode from 'vscode';

/**
 * Says in the context `asyncReady.hasLanguageModel` whether there is a language model to ask. Nobody is asked for one
 * before a handoff note is in an editor.
 */
export function followLanguageModels(report: (error: unknown) => void): vscode.Disposable {
  let wanted = false;
  const look = (): void => {
    vscode.lm
      .selectChatModels()
      .then((models) => vscode.commands.executeCommand('setContext', 'asyncReady.hasLanguageModel', models.length > 0))
      .then(undefined, report);
  };
  const lookOnce = (editor: vscode.TextEditor | undefined): void => {
    const head = editor?.document.languageId === 'markdown' ? editor.document.getText(firstLines) : '';
    if (wanted || !/^---\r?\n(?:.*\r?\n)*?type: handoff\b/.test(head)) return;
    wanted = true;
    look();
  };
  lookOnce(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(lookOnce),
    vscode.lm.onDidChangeChatModels(() => wanted && look()),
  );
}

const firstLines = new vscode.Range(0, 0, 20, 0);
