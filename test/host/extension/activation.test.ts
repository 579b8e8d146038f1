import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

describe('activation', () => {
  const extension = extensions.getExtension('async-ready.async-ready');
  const manifest = () => extension?.packageJSON as Manifest;

  it('succeeds', async () => {
    assert.ok(extension, 'VS Code does not know the extension.');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command of the manifest', async () => {
    const { contributes } = manifest();
    const known = new Set(await commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('has the views of the manifest', async () => {
    const { contributes } = manifest();
    const known = new Set(await commands.getCommands(true));
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(
      views.map(({ id }) => id).filter((id) => !known.has(`${id}.focus`)),
      [],
    );
  });
});
