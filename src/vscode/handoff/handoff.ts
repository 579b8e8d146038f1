import { commitAndPush } from './commit-and-push.ts';
import { polishNote } from './polish-note.ts';
import { shareNote } from './share-note.ts';
import { writeNote } from './write-note.ts';

/** What is needed once a handoff note is asked for, and not before: on the desktop a bundle of its own. */
export const handoff = { commitAndPush, polishNote, shareNote, writeNote };
