import type { MarkdownDocument } from '../../document/document.ts';

/** Whether it is a milestone or an epic: how far it is, and what is next, stands in the work that belongs to it. */
export const holdsOthers = (document: MarkdownDocument): boolean => isKind(document, 'milestone') || isEpic(document);

/** Whether it is an epic: over when the work that belongs to it is. Of a milestone, somebody has to say what is to be reached. */
export const isEpic = (document: MarkdownDocument): boolean => isKind(document, 'epic');

function isKind({ path, fields }: MarkdownDocument, kind: 'epic' | 'milestone'): boolean {
  return (
    new RegExp(`(?:^|/)${kind}s/`, 'i').test(path) ||
    fields.some(({ roles, value }) => roles.includes('type') && value.toLowerCase() === kind)
  );
}
