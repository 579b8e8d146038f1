import { sectionsOf } from '../../document/sections.ts';
import { textOf } from '../../document/substance.ts';
import { dependenciesAsk } from '../asks/dependencies.ts';
import type { JudgedItem, Rule } from '../rule.ts';

export const blockedByNothing: Rule = {
  id: 'blocked-by-nothing',
  title: 'Blocked work says what blocks it.',
  severity: 'warning',
  openOnly: true,
  adds: true,
  find: (judged) =>
    isBlockedByNothing(judged)
      ? [
          {
            range: judged.judgements.status.current.range,
            message: `The status is "${judged.item.statuses[0]?.value}", but nothing says what it waits on. Name the work or the person and since when, so that somebody else can clear the way.`,
          },
        ]
      : [],
  mend: (judged) => (judged.judgements.dependencies.gap ? dependenciesAsk.mend(judged) : null),
};

/** Words by which a text tells what the work waits on, or why; not those of a comment that names this rule. */
const reason = /\b(?:block(?:s|ed(?!-by-nothing)|er|ers|ing)?|wait(?:s|ing)?|stuck|depend(?:s|ing|ent)|until|once)\b/gi;

function isBlockedByNothing({ item: { document, statuses }, judgements: { dependencies } }: JudgedItem): boolean {
  const [stated] = statuses;
  if (!stated || dependencies.kind === 'listed' || document.vocabulary.statusKind(stated.value) !== 'blocked')
    return false;
  const source = textOf(document, stated.range);
  // "Blocked by legal", "Waiting (for the keys)"
  if (/\p{L}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}/u.test(source) || /\p{L}(?:\s*[^\p{L}\s_-]+\s*|\s+-+\s+)\p{L}/u.test(source))
    return false;
  const labels = [
    stated.range,
    ...document.fields.flatMap(({ roles, range }) => (roles.includes('dependencies') ? [range] : [])),
    ...sectionsOf(document, 'dependencies').map(({ headingRange }) => headingRange),
  ];
  return ![...document.text.matchAll(reason)].some(
    ({ index }) => !labels.some(({ start, end }) => start <= index && index < end),
  );
}
