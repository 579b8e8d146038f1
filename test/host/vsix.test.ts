import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { root, run } from './install-vscode.ts';
import { useSampleWorkbench } from './sample-workbench.ts';
import { openView, treeRow, vsix } from './workbench.ts';

describe('the package', () => {
  it('has at most 610 KB', async () => {
    const { size } = await stat(vsix);
    assert.ok(size <= 610_000, `It has ${size} bytes.`);
  });

  it('holds what the extension needs, and nothing else', async () => {
    const listed = await run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], root);
    const files = listed.split('\n').filter((line) => /^[\w.-]+(\/|\.\w+$|$)/.test(line) && line !== '');
    const allowed =
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(extension(\.web)?|completion|handoff|later-commands|panels|project-file-draft|receiving|secret-rules|sidebar)\.js|dist\/webview\/[\w-]+\.(js|css)|media\/(walkthrough\/)?[\w-]+\.(svg|png|code-snippets)|docs\/rules\/[\w-]+\.md|dist\/project-file\.schema\.json|dist\/third-party-notices\.txt)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    for (const needed of [
      'package.json',
      'dist/extension.js',
      'dist/completion.js',
      'dist/handoff.js',
      'dist/panels.js',
      'dist/webview/dependency-map.js',
      'dist/webview/dependency-map.css',
      'dist/later-commands.js',
      'dist/project-file-draft.js',
      'dist/receiving.js',
      'dist/webview/readiness-report.js',
      'dist/webview/readiness-report.css',
      'dist/secret-rules.js',
      'dist/sidebar.js',
      'dist/extension.web.js',
      'dist/project-file.schema.json',
      'dist/third-party-notices.txt',
      'media/work-item.code-snippets',
    ])
      assert.ok(files.includes(needed), `${needed} is missing.`);
  });

  describe('in a clean VS Code', () => {
    const { page } = useSampleWorkbench();

    it('installs and activates', async () => {
      await openView(page(), 'Async Ready');
      await treeRow(page(), 'Work Items', /Rate-limit the public API/).waitFor();
    });
  });
});
