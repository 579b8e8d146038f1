import { equal, ok } from 'node:assert/strict';
import { commands, languages, type QuickPickItem, Uri, window, workspace } from 'vscode';

describe('work items in the web extension host', () => {
  const { showQuickPick, showWarningMessage } = window;
  const findings = (path: string) =>
    languages.getDiagnostics(inFolder(path)).filter(({ source }) => source === 'async-ready');

  function inFolder(path: string): Uri {
    const [folder] = workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('The suite needs a workspace folder.');
    return Uri.joinPath(folder.uri, path);
  }

  afterEach(() => {
    window.showQuickPick = showQuickPick;
    window.showWarningMessage = showWarningMessage;
  });

  it('are checked', async () => {
    await commands.executeCommand('asyncReady.checkAllWorkItems');
    ok(findings('planning/billing-migration.md').length > 0);
    equal(findings('README.md').length, 0);
  });

  it('are shown as a map', async () => {
    await commands.executeCommand('asyncReady.showDependencyMap');
    const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    for (let attempt = 0; attempt < 50 && !labels().includes('Dependency Map'); attempt++)
      await new Promise((resolve) => setTimeout(resolve, 100)); // The window tells the host of its tabs a little later.
    ok(labels().includes('Dependency Map'), labels().join());
  });

  it('are reported on without their history, after a word why', async () => {
    const { showErrorMessage } = window;
    const errors: string[] = [];
    window.showErrorMessage = (async (message: string) => void errors.push(message)) as typeof showErrorMessage;
    window.showQuickPick = (async (items: readonly QuickPickItem[]) => items[1]) as unknown as typeof showQuickPick;
    try {
      await commands.executeCommand('asyncReady.copyReadinessReport');
    } finally {
      window.showErrorMessage = showErrorMessage;
    }
    equal(errors.join(), 'VS Code on the web cannot start git.');
  });

  it('are handed off without git, after a word why', async () => {
    const warnings: string[] = [];
    const warn = async (message: string, _options: object, ...answers: string[]) => {
      warnings.push(message);
      return answers[0];
    };
    const pick = async (items: readonly QuickPickItem[]) => items.at(-1);
    window.showWarningMessage = warn as unknown as typeof showWarningMessage;
    window.showQuickPick = pick as unknown as typeof showQuickPick;
    await commands.executeCommand('asyncReady.writeHandoffNote');
    equal(warnings.length, 1);
    ok(/git/.test(warnings[0] ?? ''), warnings[0]);
    const note = window.activeTextEditor?.document;
    ok(note !== undefined && /\/handoffs\/[^/]+\.md$/.test(note.uri.path), note?.uri.path);
    ok(/^type: handoff$/m.test(note?.getText() ?? ''));
    if (note) await workspace.fs.delete(note.uri);
  });
});
