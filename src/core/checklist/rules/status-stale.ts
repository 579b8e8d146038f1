import { linkedFiles, staleFor } from '../idle-time.ts';
import type { WorkspaceRule } from '../workspace-rule.ts';

export const statusStale: WorkspaceRule = {
  id: 'status-stale',
  title: 'Work in progress goes on, or says why it does not.',
  severity: 'information',
  openOnly: true,
  find(surroundings) {
    const { status, points } = surroundings.item.report;
    const idle = staleFor(surroundings);
    if (!idle) return [];
    const what =
      linkedFiles(surroundings).length > 0
        ? 'neither this document nor any file that it links has changed'
        : 'this document has not changed';
    return [
      {
        range: points.status.currentStatusRange,
        message: `The status is "${status}", but ${what} for ${idle.words}. A team-mate who reads it while you sleep cannot tell whether somebody still works on this. Write the current status, or hand the work on.`,
      },
    ];
  },
  // Only those who do the work know where it stands.
  mend: () => null,
};
