import type { Command } from './command.ts';

/** Copies how ready the work is as markdown, to commit or post. */
export const copyReadinessReport: Command = {
  id: 'asyncReady.copyReadinessReport',
  run: ({ panels }) => panels.copyReadinessReport(),
};
