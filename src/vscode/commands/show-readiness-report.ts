import type { Command } from './command.ts';

/** Shows how ready the work is, and how that has changed. */
export const showReadinessReport: Command = {
  id: 'asyncReady.showReadinessReport',
  run: ({ panels }) => panels.showReadinessReport(),
};
