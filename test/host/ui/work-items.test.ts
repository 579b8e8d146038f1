import assert from 'node:assert/strict';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { openView, tree, treeRow } from '../workbench.ts';

describe('the Work Items view', () => {
  const { page } = useSampleWorkbench();

  it('opens from the Activity Bar and lists work items', async () => {
    await openView(page(), 'Async Ready');
    await treeRow(page(), 'Work Items', /Rate-limit the public API/).waitFor();
    assert.equal(await tree(page(), 'Work Items').getByText('Weekly call').count(), 0);
  });
});
