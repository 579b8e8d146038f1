import * as vscode from 'vscode';
import { groupingNames, groupings } from '../../app/groupings.ts';
import type { Command } from './command.ts';

/** Asks what to group the work items by, and does so from now on in this workspace. */
export const groupWorkItems: Command = {
  id: 'asyncReady.groupWorkItems',
  async run({ workItems }) {
    const picked = await vscode.window.showQuickPick(
      groupings.map((grouping) => ({
        label: groupingNames[grouping],
        ...(grouping === workItems.grouping && { description: 'now' }),
        grouping,
      })),
      { title: 'Group Work Items', placeHolder: 'Group by' },
    );
    if (picked) await workItems.groupBy(picked.grouping);
  },
};
