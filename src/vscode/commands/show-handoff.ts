import type { Command } from './command.ts';

/** Shows the handoff note with the given key in the view. Internal: what a click above its title does. */
export const showHandoff: Command = {
  id: 'asyncReady.showHandoff',
  run: async ({ handoffs }, argument) => (await handoffs.receiving()).reveal(argument),
};
