import type { Command } from './command.ts';

/** Writes a handoff note from what git says has changed, and leads through what only a person can say. */
export const writeHandoffNote: Command = {
  id: 'asyncReady.writeHandoffNote',
  async run(services, argument) {
    const { handoff } = await import('../handoff/handoff.ts');
    await handoff.writeNote(services, argument);
  },
};
