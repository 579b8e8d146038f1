import type { Rule } from '../rule.ts';

/** What a file's reader puts in the place of bytes that are no text (Unicode, "REPLACEMENT CHARACTER"). */
const replacement = '\ufffd';

export const documentUnreadable: Rule = {
  id: 'document-unreadable',
  title: 'The document can be read as text.',
  severity: 'warning',
  openOnly: false,
  find: ({ item: { document } }) => {
    const start = document.text.indexOf(replacement);
    if (start < 0) return [];
    return [{ range: { start, end: start + 1 }, message: unreadable('Some of its bytes are not UTF-8.') }];
  },
  mend: () => null,
};

/** The message of the finding, with what is in the way. */
export function unreadable(reason: string): string {
  return `This document cannot be read well. ${reason} Save it as UTF-8 text, so that your team-mates and their tools see what you see.`;
}
