import type { Command } from './command.ts';

/** Shows the work item with the given key in the tree. Internal: what a click on the status bar does. */
export const showWorkItem: Command = {
  id: 'asyncReady.showWorkItem',
  async run({ workItems }, argument) {
    if (typeof argument === 'string') await workItems.reveal(argument);
  },
};
