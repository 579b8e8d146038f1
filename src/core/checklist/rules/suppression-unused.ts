import { dependencyLines, dependencyReferences } from '../../document/dependency-lines.ts';
import { afterLine, endOfLine, type MarkdownDocument } from '../../document/document.ts';
import { linksOf } from '../../document/links.ts';
import { excerpt } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { positionAt, type TextRange } from '../../text.ts';
import type { Progress, Rule } from '../rule.ts';
import { commentAround, type Suppression, silencingAt } from '../suppressions.ts';

const reason = 'so that your team-mates see what comes up later';

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  title: 'A comment that suppresses findings suppresses some.',
  severity: 'information',
  openOnly: false,
  find: (judged, progress) => {
    const { suppressions } = progress;
    const used = new Set(
      progress.found.flatMap(({ rule, fault }) => silencingAt(suppressions, rule, fault.range.start)),
    );
    const disabled = new Set<string | null>();
    return suppressions.flatMap((suppression) => {
      const { rule, range, command } = suppression;
      if (command === 'disable') disabled.add(rule);
      if (rule !== null && progress.runs(rule) === undefined)
        return [
          {
            range,
            message: `There is no rule "${excerpt(rule, 40)}". Correct the id, or remove it: it suppresses nothing.`,
          },
        ];
      if (command === 'enable' && (rule === null ? disabled.size === 0 : !disabled.has(rule) && !disabled.has(null)))
        return [{ range, message: 'Nothing is suppressed here that this could end. Remove it.', safe: true }];
      if (command === 'enable' || used.has(suppression) || !hasRun(suppression, progress, judged.item)) return [];
      const what = rule === null ? 'all rules' : excerpt(rule, 40);
      const message = `This suppresses ${what} where nothing is found any more. Remove it, ${reason}.`;
      return [{ range, message, safe: true }];
    });
  },
  mend: ({ item: { document } }, { range }) => removal(document, range),
};

/** Rules that ask nothing of finished work may have something to suppress when it is open again, and those that look beyond the document may have now. */
function hasRun({ rule, scope }: Suppression, progress: Progress, item: WorkItem): boolean {
  if (rule !== null) return progress.runs(rule) === true;
  return !item.finished && !placesOf(item).some(({ start }) => scope.start <= start && start < scope.end);
}

/** Where something can be found that lies beyond the document: at links, ids of work and the status. */
function placesOf({ document, idRange, inProgress, statuses: [status] }: WorkItem): TextRange[] {
  const references = dependencyReferences(document.text, dependencyLines(document));
  const places = [...linksOf(document), ...references].map(({ range }) => range);
  const isTold = status && (inProgress || document.vocabulary.statusKind(status.value) === 'blocked');
  return [...places, ...(idRange ? [idRange] : []), ...(isTold ? [status.range] : [])];
}

function removal(document: MarkdownDocument, range: TextRange) {
  const { text } = document;
  const comment = commentAround(document, range.start);
  const source = text.slice(comment.start, comment.end);
  const names = source.replace(/^\S+\s*async-ready-[a-z-]+|-->$/g, '').match(/[^\s,]+/g) ?? [];
  if (names.length > 1) {
    const id = text.slice(range.start, range.end);
    // With what parts it from the next one; the last one, from the one before.
    const next = /^[\s,]+(?=\w)/.exec(text.slice(range.end, comment.end))?.[0].length;
    const lead = next === undefined ? (/[\s,]*$/.exec(text.slice(comment.start, range.start))?.[0].length ?? 0) : 0;
    return {
      title: `Remove ${excerpt(id, 40)}`,
      edits: [{ range: { start: range.start - lead, end: range.end + (next ?? 0) }, snippet: '' }],
    };
  }
  return { title: 'Remove the comment', edits: [{ range: withItsLine(document, comment), snippet: '' }] };
}

/** The comment with its line where nothing else stands on it, else with the white space before it. */
function withItsLine({ text, lines }: MarkdownDocument, { start, end }: TextRange): TextRange {
  const lineStart = lines.starts[positionAt(lines, start).line] ?? start;
  const before = text.slice(lineStart, start);
  const alone = before.trim() === '' && text.slice(end, endOfLine(text, end)).trim() === '';
  if (alone) return { start: lineStart, end: afterLine(text, end) };
  return { start: lineStart + before.trimEnd().length, end };
}
