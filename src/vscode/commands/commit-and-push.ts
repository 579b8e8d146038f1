import type { Command } from './command.ts';

/** Brings what only this machine has to a branch that a team-mate can fetch, after asking. */
export const commitAndPush: Command = {
  id: 'asyncReady.commitAndPush',
  async run(services, argument) {
    const { handoff } = await import('../handoff/handoff.ts');
    await handoff.commitAndPush(services, argument);
  },
};
