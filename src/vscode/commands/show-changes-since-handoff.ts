import type { Command } from './command.ts';

/** Shows what has changed on the branch of a handoff since the note was written. */
export const showChangesSinceHandoff: Command = {
  id: 'asyncReady.showChangesSinceHandoff',
  run: async ({ handoffs }, argument) => (await handoffs.receiving()).showChanges(argument),
};
