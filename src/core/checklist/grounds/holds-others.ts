import type { MarkdownDocument } from '../../document/document.ts';

/** Whether it is a milestone or an epic: how far it is, and what is next, stands in the work that belongs to it. */
export const holdsOthers = ({ path, fields }: MarkdownDocument): boolean =>
  /(?:^|\/)(?:milestones|epics)\//i.test(path) ||
  fields.some(({ roles, value }) => roles.includes('type') && /^(?:milestone|epic)$/i.test(value));
