import type { Command } from './command.ts';

/** Opens the handoff before the one in the active editor or, of a work item, its newest one. */
export const showPreviousHandoff: Command = {
  id: 'asyncReady.showPreviousHandoff',
  run: async ({ handoffs }, argument) => (await handoffs.receiving()).showPrevious(argument),
};
