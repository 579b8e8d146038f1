import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, type Uri, window, workspace } from 'vscode';
import { fileUri, readFile, removeFiles, until, writeFile } from './workspace.ts';

/** A note of the suite's work item, with the line ends of Windows. */
const note = (date: string, title: string): string => {
  const [folder] = workspace.workspaceFolders ?? [];
  const item = fileUri('tasks/mail.md').path.slice((folder?.uri.path.length ?? 0) + 1);
  const lines = [
    ...[
      '---',
      'type: handoff',
      `date: ${date}`,
      'from: Ann',
      'to: Ben',
      `work-items: ["${item}"]`,
      'state: open',
      '---',
    ],
    ...['', `# Handoff: ${title}`, '', '## Open questions', '', '- None so far.', '', '## Decisions', '', 'None.', ''],
  ];
  return lines.join('\r\n');
};

describe('receiving a handoff', () => {
  const { showErrorMessage, showInputBox, showInformationMessage } = window;
  const texts = { first: note('2026-03-01T18:00:00+01:00', 'mail'), second: note('2026-03-02T18:00:00+01:00', 'mail') };
  let first: Uri;
  let second: Uri;
  let item: Uri;
  const active = (): string | undefined => window.activeTextEditor?.document.uri.toString();
  /** Runs a command; fails with what it says has gone wrong. */
  const run = async (command: string, uri?: Uri): Promise<void> => {
    const errors: string[] = [];
    Object.assign(window, { showErrorMessage: async (message: string) => void errors.push(message) });
    await commands.executeCommand(`asyncReady.${command}`, uri?.toString());
    assert.deepEqual(errors, []);
  };

  before(async () => {
    await workspace.getConfiguration('asyncReady').update('me', ['Ben'], ConfigurationTarget.Global);
    item = await writeFile('tasks/mail.md', '# Send the mail\n\n**Status:** In Progress\n');
    first = await writeFile('handoffs/first.md', texts.first);
    second = await writeFile('handoffs/second.md', texts.second);
    await commands.executeCommand('asyncReady.refresh');
  });
  afterEach(async () => {
    Object.assign(window, { showErrorMessage, showInputBox, showInformationMessage });
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await workspace.getConfiguration('asyncReady').update('me', undefined, ConfigurationTarget.Global);
    await removeFiles();
  });

  it('writes a question into the note and saves it; one undo takes it back', async () => {
    Object.assign(window, { showInputBox: async () => 'Which *one*?' });
    await run('askBack', second);
    const written = await readFile(second);
    assert.match(
      written,
      /\r\n- None so far\.\r\n- \[ \] \*\*Ben asks\*\* \(\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d\): Which \\\*one\\\*\?\r\n\r\n##/,
    );
    assert.equal(written.replace(/- \[ \] .*\r\n/, ''), texts.second);
    assert.equal(active(), second.toString());
    await commands.executeCommand('undo');
    assert.equal(window.activeTextEditor?.document.getText(), texts.second);
    await window.activeTextEditor?.document.save();
  });

  it('records who has picked it up and when; one undo takes it back', async () => {
    const asked: string[] = [];
    const answer = async (message: string, ...rest: unknown[]) => {
      asked.push(message);
      return rest.at(-1);
    };
    Object.assign(window, { showInformationMessage: answer });
    await run('pickUpHandoff', second);
    assert.equal(asked[0], 'Pick up “mail” from Ann?');
    const written = await readFile(second);
    assert.match(
      written,
      /\r\nstate: picked-up\r\npicked-up-by: "Ben"\r\npicked-up-at: \d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d\r\n---\r\n/,
    );
    assert.equal(active(), second.toString());
    await commands.executeCommand('undo');
    assert.equal(window.activeTextEditor?.document.getText(), texts.second);
    await window.activeTextEditor?.document.save();
  });

  it('leaves the note alone where the answer is no', async () => {
    Object.assign(window, { showInformationMessage: async () => undefined });
    await run('pickUpHandoff', second);
    assert.equal(await readFile(second), texts.second);
  });

  it('leads from the work item to its newest handoff, and back from there', async () => {
    await window.showTextDocument(item);
    await run('showPreviousHandoff');
    assert.equal(active(), second.toString());
    await run('showPreviousHandoff');
    assert.equal(active(), first.toString());
    const told: string[] = [];
    Object.assign(window, { showInformationMessage: async (message: string) => void told.push(message) });
    await run('showPreviousHandoff');
    await until(() => told.length > 0, 'nothing is told');
    assert.deepEqual(told, ['This is the first handoff of its work.']);
    assert.equal(active(), first.toString());
  });
});
