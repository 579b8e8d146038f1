import { createCompletions } from './completions.ts';

/** What is needed once something is to be completed, and not before: on the desktop a bundle of its own. */
export const completion = { createCompletions };
