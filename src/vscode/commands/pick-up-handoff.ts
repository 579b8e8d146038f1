import type { Command } from './command.ts';

/** Picks a handoff up: shows the note and what has changed since, switches to its branch after asking, and records who has it now. */
export const pickUpHandoff: Command = {
  id: 'asyncReady.pickUpHandoff',
  run: async ({ handoffs }, argument) => (await handoffs.receiving()).pickUp(argument),
};
