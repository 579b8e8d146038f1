import { gatherHandoffFacts } from './gather-handoff-facts.ts';
import { guessWorkItems } from './guess-work-items.ts';
import { parseSince } from './since.ts';
import { sinceChoices } from './since-choices.ts';
import { writeHandoffNote } from './write-handoff.ts';

/** What is needed once a handoff note is asked for, and not before: on the desktop a bundle of its own. */
export const handoff = { gatherHandoffFacts, guessWorkItems, parseSince, sinceChoices, writeHandoffNote };
