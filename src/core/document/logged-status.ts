import type { TextRange } from '../text.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';
import { datedEntry, lastMilestone, passedReview } from '../vocabulary/status-words.ts';
import type { MarkdownDocument } from './document.ts';
import type { Section } from './sections.ts';
import type { Fact } from './statuses.ts';
import { excerpt } from './substance.ts';

const changed =
  /\b(?:(?:state|status|lane|column) ?(?:=|->|→|:|to\b)|moved to) ?["'`]?([A-Za-z][\w-]{1,20}(?: [a-z]{2,10})?)/gi;

/** The status that a log tells last: a change (`State -> Done`, `lane=done`, `Moved to review`), a review that was passed, or a milestone. */
export function lastLogged(document: MarkdownDocument, log: Section): Fact[] {
  const start = log.headingRange.end;
  const source = document.text.slice(start, document.blocks[log.to]?.range.start);
  const rangeOf = (match: RegExpMatchArray): TextRange => {
    const at = start + (match.index ?? 0);
    return { start: at, end: at + match[0].length };
  };
  const change = [...source.matchAll(changed)].findLast(
    ([, word = '']) => document.vocabulary.statusKind(word) !== null,
  );
  const passed = [...source.matchAll(passedReview)].at(-1);
  if (passed && rangeOf(passed).end >= (change ? rangeOf(change).end : 0))
    return [{ value: excerpt(passed[1] ?? ''), range: rangeOf(passed), source: 'section', over: true }];
  if (change) return [{ value: change[1] ?? '', range: rangeOf(change), source: 'section' }];
  const reached = normalizeLabel(log.title) === 'implementation history' ? lastReached(source) : undefined;
  if (!reached) return [];
  const value = lastMilestone.exec(reached[0])?.[1] ?? excerpt(reached[1] ?? '');
  return [{ value, range: rangeOf(reached), source: 'section' }];
}

/** The last milestone of a history; a single one only tells when the work began. */
function lastReached(history: string): RegExpMatchArray | undefined {
  const reached = [...history.matchAll(datedEntry)];
  return reached.length > 1 ? reached.at(-1) : undefined;
}
