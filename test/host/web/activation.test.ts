import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, env, extensions, UIKind } from 'vscode';

describe('activation in the web extension host', () => {
  const extension = extensions.getExtension('async-ready.async-ready');

  it('happens where there is no Node', () => {
    equal(env.uiKind, UIKind.Web);
    equal(typeof process === 'undefined' ? 'none' : (process.versions?.node ?? 'none'), 'none');
  });

  it('succeeds', async () => {
    ok(extension, 'VS Code does not know the extension.');
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('registers every command of the manifest', async () => {
    const known = new Set(await commands.getCommands(true));
    const declared = extension?.packageJSON.contributes.commands as readonly { readonly command: string }[];
    deepEqual(
      declared.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
