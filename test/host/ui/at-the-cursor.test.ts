import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import {
  applyQuickFix,
  chooseTheme,
  completion,
  editor,
  eventually,
  goTo,
  openFile,
  screenshot,
  visibleText,
} from '../workbench.ts';

const text = `# Rotate the signing keys

**Status:** To do
**Owner:** 

## Goal

Every key that signs a session is replaced twice a year, without anybody being signed out.

## References

- \`src/session.ts\`, where sessions are signed
- docs/runbook.md, and the [notes on SAML](../docs/saml.md)

## Next steps

1. List the keys that are in use.

## Dependencies

None.

## Definition of done

- [ ] Two keys are valid at the same time for a day
`;

describe('at the cursor of a work item', () => {
  const { page, folder } = useSampleWorkbench();
  const file = () => path.join(folder(), 'tasks/rotate-keys.md');

  before(async () => {
    await writeFile(file(), text);
    await writeFile(
      path.join(folder(), '.async-ready.yml'),
      'team:\n  - name: Priya Raman\n    timezone: America/Toronto\n  - name: Wanda Okafor\n    timezone: Africa/Lagos\n',
    );
    await openFile(page(), 'tasks/rotate-keys.md');
  });

  it('files among the resources are linked by a quick fix, which one undo takes back to the last byte', async () => {
    const opened = editor(page(), 'tasks/rotate-keys.md');
    await opened.locator('.squiggly-hint').first().waitFor();
    await goTo(page(), 13, 5);
    await page().keyboard.press('ControlOrMeta+K');
    await page().keyboard.press('ControlOrMeta+I');
    await page()
      .locator('.monaco-hover', { hasText: 'docs/runbook.md is there, but not linked, nor is one more path here' })
      .first()
      .waitFor();
    await screenshot(page(), 'mention-unlinked');
    await page().keyboard.press('Escape');
    await applyQuickFix(page(), 'Link these 2 paths');
    await eventually(async () => {
      const now = await visibleText(opened);
      assert.match(now, /- \[`src\/session\.ts`\]\(\.\.\/src\/session\.ts\), where/);
      assert.match(now, /- \[docs\/runbook\.md\]\(\.\.\/docs\/runbook\.md\), and/);
    });
    await opened.locator('.squiggly-hint').first().waitFor({ state: 'hidden' });
    await page().keyboard.press('ControlOrMeta+Z');
    await opened.locator('.squiggly-hint').first().waitFor();
    await page().keyboard.press('ControlOrMeta+S');
    await eventually(async () => assert.equal(await readFile(file(), 'utf8'), text));
  });

  it('people of the team are offered with their time zones', async () => {
    await goTo(page(), 4, 12);
    const wanda = await completion(page(), 'Wanda Okafor');
    await wanda.filter({ hasText: 'Africa/Lagos' }).waitFor();
    await screenshot(page(), 'people');
    await page().keyboard.press('Escape');
    await chooseTheme(page(), 'Light Modern');
    await page().keyboard.press('ControlOrMeta+1');
    await goTo(page(), 4, 12);
    await completion(page(), 'Wanda Okafor');
    await screenshot(page(), 'people-light');
    await page().keyboard.type('Wan');
    await page().keyboard.press('Enter');
    await eventually(async () =>
      assert.match(await visibleText(editor(page(), 'tasks/rotate-keys.md')), /\*\*Owner:\*\* Wanda Okafor\n/),
    );
  });
});
