import type { Command } from './command.ts';

/** Shows what waits on what as a picture. */
export const showDependencyMap: Command = {
  id: 'asyncReady.showDependencyMap',
  run: ({ panels }) => panels.showDependencyMap(),
};
