import { passagesWith, placeIn } from '../../document/prose.ts';
import { refersWithin } from '../../document/references.ts';
import { excerpt, textOf } from '../../document/substance.ts';
import { knownAsUsual, remembered } from '../../vocabulary/resources.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Rule } from '../rule.ts';

/** In UTF-16 code units; a longer text says itself what it refers to. */
const longest = 300;

/** Whether a link by a label stands there: `[the thread][thread]`. */
const refersByLabel = (text: string): boolean => /\[[^[\]]{1,200}\]\[[^[\]]{0,200}\]/.test(text);

export const contextMissing: Rule = {
  id: 'context-missing',
  title: 'The text leans on nothing that only those know who were there.',
  severity: 'information',
  openOnly: true,
  find: ({ item: { document } }) => {
    // Where resources are named, resources-vague asks for them.
    const named = document.fields.filter(({ roles }) => roles.includes('resources'));
    return passagesWith(document, 'memory', ['resources']).flatMap((passage) => {
      const { words } = passage;
      const match = words.length > longest ? null : remembered.exec(words);
      if (!match || refersWithin(document.text, passage.range) || refersByLabel(textOf(document, passage.range)))
        return [];
      if (/^the usual /i.test(match[0]) && knownAsUsual.test(words.slice(0, match.index))) return [];
      const range = placeIn(passage, match.index, match[0].length);
      if (named.some((field) => field.range.start <= range.start && range.start < field.range.end)) return [];
      return [
        {
          range,
          message: `"${excerpt(match[0])}" leads nowhere for somebody who was not there. Write down what they have to know, or link it, so that they do not have to wait for you.`,
        },
      ];
    });
  },
  mend: ({ item: { document } }, { range }) => {
    const words = textOf(document, range);
    // What is in somebody's head has no address.
    if (/^(?:ask|ping|you) | me$/i.test(words)) return null;
    return {
      title: `Link "${excerpt(words, 40)}"`,
      edits: [{ range, snippet: `[${escapeSnippet(words)}](\${1:link})` }],
    };
  },
};
