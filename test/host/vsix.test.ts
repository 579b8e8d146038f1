import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { root, run } from './install-vscode.ts';
import { openView, startWorkbench, tree, vsix, type Workbench } from './workbench.ts';

describe('the package', () => {
  let workbench: Workbench | undefined;

  after(async () => workbench?.stop());

  it('has at most 400 KB', async () => {
    const { size } = await stat(vsix);
    assert.ok(size <= 400_000, `It has ${size} bytes.`);
  });

  it('holds what the extension needs, and nothing else', async () => {
    const listed = await run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], root);
    const files = listed.split('\n').filter((line) => /^[\w.-]+(\/|\.\w+$|$)/.test(line) && line !== '');
    const allowed =
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/extension(\.web)?\.js|media\/[\w-]+\.(svg|png)|docs\/rules\/[\w-]+\.md|schemas\/[\w.-]+\.json)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    for (const needed of ['package.json', 'dist/extension.js', 'dist/extension.web.js'])
      assert.ok(files.includes(needed), `${needed} is missing.`);
  });

  it('installs into a clean VS Code and activates', async () => {
    workbench = await startWorkbench({ folder: root });
    await openView(workbench.page, 'Async Ready');
    await tree(workbench.page, 'Work Items').waitFor();
  });
});
