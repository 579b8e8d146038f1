import type { Command } from './command.ts';

/** Has a language model put into clearer words what the author of a handoff note wrote. */
export const polishHandoffNote: Command = {
  id: 'asyncReady.polishHandoffNote',
  async run(services) {
    const { handoff } = await import('../handoff/handoff.ts');
    await handoff.polishNote(services);
  },
};
