import type { Gathered } from '../core/handoff/handoff-facts.ts';
import { fileName } from '../core/paths.ts';
import type { DocumentReport } from '../core/report.ts';
import type { DocumentRef } from './ports.ts';
import { isOpen } from './readiness.ts';

export interface Candidate {
  readonly document: DocumentRef;
  readonly report: DocumentReport;
}

/** Words of branch names that say nothing about the work. */
const emptyWords = new Set([
  'feature',
  'feat',
  'fix',
  'bugfix',
  'hotfix',
  'chore',
  'task',
  'story',
  'the',
  'and',
  'for',
  'with',
]);

/**
 * The work items that a handoff is about, the best guess first: the active document, then what git speaks for,
 * then the others; open ones before finished ones.
 * @param activeKey key of the document that the user looks at; null without one.
 * @param notesFolder relative to the workspace folder; notes of earlier handoffs are left out.
 */
export function guessWorkItems<T extends Candidate>(
  candidates: readonly T[],
  gathered: Gathered,
  activeKey: string | null,
  notesFolder: string,
): T[] {
  return candidates
    .filter(({ document, report }) => report.workItem && !document.path.startsWith(`${notesFolder}/`))
    .map((candidate) => {
      const active = candidate.document.key === activeKey;
      const evidence = gitEvidence(candidate, gathered);
      const rank = (active ? 4 : 0) + (evidence > 0 ? 2 : 0) + (isOpen(candidate.report) ? 1 : 0);
      return { candidate, rank, evidence };
    })
    .sort(
      (a, b) =>
        b.rank - a.rank || b.evidence - a.evidence || (a.candidate.document.path < b.candidate.document.path ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/**
 * How much git speaks for a work item being what the repository's changes are about; 0 when nothing does.
 * A change of the document itself by who hands off weighs most, then its id in the branch's name, then words of its
 * title there.
 */
export function gitEvidence({ document, report }: Candidate, gathered: Gathered): number {
  if ('reason' in gathered) return 0;
  const { facts, prefix } = gathered;
  if (facts.files.some(({ path, own }) => own && path === prefix + document.path)) return 1000;
  const branch = facts.branch?.toLowerCase() ?? '';
  if (report.id !== null && holdsId(branch, report.id.toLowerCase())) return 100;
  const words = new Set(wordsOf(branch));
  const shared = new Set(wordsOf(`${report.title} ${fileName(document.path)}`).filter((word) => words.has(word)));
  return shared.size >= 2 || (shared.size === 1 && words.size === 1) ? shared.size : 0;
}

/** Whether the id stands in the text as a whole: `task-1` is not in `task-12`. */
function holdsId(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at !== -1 && id !== ''; at = text.indexOf(id, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test((text[at - 1] ?? '') + (text[at + id.length] ?? ''))) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !emptyWords.has(word));
}
