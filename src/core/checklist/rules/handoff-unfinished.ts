import { stopsIn, unfilledStops } from '../../handoff/note-prompt.ts';
import type { Rule } from '../rule.ts';

export const handoffUnfinished: Rule = {
  id: 'handoff-unfinished',
  title: 'A handoff note has nothing left to fill in.',
  severity: 'information',
  openOnly: false,
  find({ item: { document } }) {
    // Who has picked the work up knows more by now than the note asks for.
    if (document.frontMatter?.entries.some(({ key, text }) => key === 'state' && text === 'picked-up')) return [];
    const stops = unfilledStops(document.text);
    const [first] = stops;
    if (first === undefined) return [];
    const what = stops.length === 1 ? 'One place is' : `${stops.length} places are`;
    return [
      {
        range: first,
        message: `${what} left to fill in. What stands there only you know, and whoever picks this up cannot ask you. Write it down, or “none”.`,
      },
    ];
  },
  mend: ({ item: { document } }) => ({
    title: 'Fill in what is left',
    edits: stopsIn(document.text),
  }),
};
