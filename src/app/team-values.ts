import { people } from '../core/people.ts';
import { commonStatuses, type StatusKind } from '../core/vocabulary/status-words.ts';
import type { Vocabulary } from '../core/vocabulary/vocabulary.ts';
import { statusWord } from './work-item-groups.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** A word that the team uses, and how many work items do. */
export interface TeamValue {
  readonly name: string;
  readonly count: number;
}

/** A status as the team writes it. */
export interface TeamStatus extends TeamValue {
  readonly kind: StatusKind;
}

/** The statuses of a workspace folder in the order of the work, those in use before others; where nothing of a kind is in use, what is common. */
export function teamStatuses(
  documents: Iterable<IndexedDocument>,
  folder: string,
  { statusKind, teamStatuses: own }: Vocabulary,
): readonly TeamStatus[] {
  const used: string[] = [];
  for (const { document, report } of documents) {
    if (document.folder !== folder || !report.workItem || report.status === null || report.statusKind === null)
      continue;
    const word = statusWord(report.status);
    if (word !== null && statusKind(word) === report.statusKind) used.push(word);
  }
  const found = counted(used).flatMap((value): TeamStatus[] => {
    const kind = statusKind(value.name);
    return kind === null ? [] : [{ ...value, kind }];
  });
  const inUse = new Set(found.map(({ kind }) => kind));
  for (const name of [...own, ...commonStatuses]) {
    const kind = statusKind(name);
    const isKnown = found.some((status) => status.name.toLowerCase() === name.toLowerCase());
    const isTheirs = own.includes(name) || (kind !== null && !inUse.has(kind));
    if (kind !== null && !isKnown && isTheirs) found.push({ name, count: 0, kind });
  }
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.count - a.count);
}

const order: readonly StatusKind[] = ['active', 'in-progress', 'blocked', 'finished'];

/** The statuses that may be meant where work is moved to a kind of status: only the first, where the team uses it far more than others. */
export function statusesOfKind(statuses: readonly TeamStatus[], kind: StatusKind): readonly TeamStatus[] {
  const [first, second, ...others] = statuses.filter((status) => status.kind === kind);
  if (!first) return [];
  return !second || second.count * 2 < first.count ? [first] : [first, second, ...others];
}

/** The people who own work items of the workspace folder, and `others` of the team; who owns most comes first. */
export function teamOwners(
  documents: Iterable<IndexedDocument>,
  folder: string,
  others: readonly string[],
): readonly TeamValue[] {
  const owners: string[] = [];
  for (const { document, report } of documents)
    if (document.folder === folder && report.workItem) owners.push(...people(report.owner ?? ''));
  const found = counted(owners);
  const known = new Set(found.map(({ name }) => name.toLowerCase()));
  return [...found, ...others.filter((name) => !known.has(name.toLowerCase())).map((name) => ({ name, count: 0 }))];
}

/** Each word once, as it is written most often, the most frequent first. */
function counted(words: readonly string[]): TeamValue[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const word of words) {
    const spelled = spellings.get(word.toLowerCase()) ?? new Map<string, number>();
    spellings.set(word.toLowerCase(), spelled.set(word, (spelled.get(word) ?? 0) + 1));
  }
  return [...spellings.values()]
    .map((spelled) => {
      const counts = [...spelled].sort(([, a], [, b]) => b - a);
      return { name: counts[0]?.[0] ?? '', count: counts.reduce((sum, [, count]) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
