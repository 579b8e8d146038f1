import type { Command } from './command.ts';

/** Reads the workspace anew. */
export const refresh: Command = {
  id: 'asyncReady.refresh',
  run: ({ workItems }) => workItems.refresh(),
};
