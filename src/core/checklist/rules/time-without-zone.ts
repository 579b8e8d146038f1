import type { MarkdownDocument } from '../../document/document.ts';
import { type Passage, passagesWith, placeIn, sentenceAt } from '../../document/prose.ts';
import { textOf } from '../../document/substance.ts';
import { appointment, limit, noPromise, past } from '../../vocabulary/promises.ts';
import { timeOfDay, zone, zoneOfAll } from '../../vocabulary/times.ts';
import { dueValues } from '../due-values.ts';
import type { Fault, Rule } from '../rule.ts';

export const timeWithoutZone: Rule = {
  id: 'time-without-zone',
  title: 'A time of day that somebody relies on has its time zone.',
  severity: 'information',
  openOnly: true,
  find: ({ item: { document } }) => {
    const due = dueValues(document).flatMap((value) => faultIn(document, value, () => true));
    const told = passagesWith(document, 'time', ['log']).flatMap((passage) => faultIn(document, passage, isPromise));
    return (due.length > 0 || told.length > 0) && !zoneOfAll.test(document.text) ? [...due, ...told] : [];
  },
  mend: ({ item: { document } }, { range: { end } }) =>
    // A tool that reads the front matter may not take a zone in words.
    end < document.bodyStart
      ? null
      : { title: 'Add the time zone', edits: [{ range: { start: end, end }, snippet: ` \${1|UTC,[time zone]|}` }] },
};

type Relied = (words: string, at: number) => boolean;

/** The first time of the passage that somebody relies on; its zone tells that of the others. */
function faultIn(document: MarkdownDocument, passage: Passage, isRelied: Relied): Fault[] {
  const { words } = passage;
  if (zone.test(words)) return [];
  const time = [...words.matchAll(timeOfDay)].find(({ index }) => isRelied(words, index));
  if (!time) return [];
  const range = placeIn(passage, time.index, time[0].length);
  return [
    {
      range,
      message: `"${textOf(document, range)}" is another moment for a reader in another time zone. Write the zone after it, as in "14:00 UTC".`,
    },
  ];
}

const isPromise: Relied = (words, at) => {
  const { sentence, start } = sentenceAt(words, at);
  if (noPromise.test(sentence) || past.test(sentence)) return false;
  return appointment.test(sentence) || limit.test(sentence.slice(0, at - start));
};
