import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, openView, treeRow } from '../workbench.ts';

describe('a tree that follows many changes', () => {
  const { page, folder } = useSampleWorkbench();

  /** Writes 2,000 work items, of which none is ready, so that all rows are taken anew. */
  async function write(status: string): Promise<void> {
    await mkdir(path.join(folder(), 'north'), { recursive: true });
    const texts = Array.from({ length: 2000 }, (_, at) => [
      `step-${at}.md`,
      `---\ntype: task\nstatus: ${status}\n---\n# Step ${at}\n`,
    ]);
    for (const [name = '', text = ''] of texts) await writeFile(path.join(folder(), 'north', name), text);
  }

  it('opens what is clicked meanwhile', async () => {
    await write('To do');
    await openView(page(), 'Async Ready');
    const row = (at: number) => treeRow(page(), 'Work Items', new RegExp(`^Step ${at}, `));
    await row(1).waitFor();
    for (const status of ['open', 'in progress', 'To do']) {
      const written = write(status);
      for (const at of [0, 1, 10, 0, 1, 10]) {
        await row(at).click();
        await editor(page(), `step-${at}.md`).waitFor();
      }
      await written;
    }
  });
});
