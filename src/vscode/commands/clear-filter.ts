import { noFilter } from '../../app/work-item-filter.ts';
import type { Command } from './command.ts';

/** Shows all work items again. */
export const clearFilter: Command = {
  id: 'asyncReady.clearFilter',
  run: async ({ workItems }) => workItems.show(noFilter),
};
