import type { Command } from './command.ts';

/** Asks whose handoffs the view is to show. */
export const filterHandoffs: Command = {
  id: 'asyncReady.filterHandoffs',
  run: async ({ handoffs }) => (await handoffs.receiving()).rows.chooseFilter(),
};
