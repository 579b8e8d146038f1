import type { Command } from './command.ts';

/** Writes a question to its author into a handoff note. */
export const askBack: Command = {
  id: 'asyncReady.askBack',
  run: async ({ handoffs }, argument) => (await handoffs.receiving()).askBack(argument),
};
