import type { Command } from './command.ts';

/** Commits and pushes the handoff note in the active editor, after asking. */
export const shareHandoffNote: Command = {
  id: 'asyncReady.shareHandoffNote',
  async run(services, argument) {
    const { handoff } = await import('../handoff/handoff.ts');
    await handoff.shareNote(services, argument);
  },
};
