import { remembered } from '../remembered.ts';
import { generalWords, labels, numberedStep, type Role } from './labels.ts';
import { normalizeLabel } from './lookup.ts';
import { type StatusKind, statusWords } from './status-words.ts';

/** What labels, headings and status words mean in a team's documents. */
export interface Vocabulary {
  /** The roles of a label that must be in the vocabulary as it stands (a front matter key, the label before a colon). */
  rolesOfLabel(label: string): readonly Role[];
  /**
   * The roles of a heading: of the whole, else `next` for a numbered step ("Phase 2: the writer"), else of its parts around
   * "and", "/" and ",", else of the longest runs of words at its start and end that are labels ("Acceptance Criteria for Release 1").
   */
  rolesOfHeading(heading: string): readonly Role[];
  /** What a status says, by its words: the whole, else its longest beginning that is a status word ("Done (2026-01-04)"); null when unknown. Less than 100 % is in progress, but for 0. */
  statusKind(status: string): StatusKind | null;
  /** The status words of the teams, as they write them. */
  readonly teamStatuses: readonly string[];
}

/** The words of one team, in any language; they go before those that every team uses. */
export interface TeamWords {
  readonly labels: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly statuses: Readonly<Partial<Record<StatusKind, readonly string[]>>>;
}

const noRoles: readonly Role[] = [];

/** In UTF-16 code units: of longer headings, seven of eight are written once, and none of these is worth remembering. */
const longestOften = 32;

const emphatic: ReadonlySet<string> = new Set(['fully', 'already', 'now', 'successfully']);

/** The vocabulary of every team, with the words of some; the last ones go before the others. */
export function createVocabulary(...teams: TeamWords[]): Vocabulary {
  const rolesByLabel = byWord<Role>(labels);
  const kindsByStatus = byWord<StatusKind>(statusWords);
  for (const team of teams) {
    for (const [word, roles] of byWord(team.labels)) rolesByLabel.set(word, roles);
    for (const [word, kinds] of byWord(team.statuses)) kindsByStatus.set(word, kinds);
  }

  const firstWords = new Set([...rolesByLabel.keys()].map((label) => label.split(' ', 1)[0]));
  const lastWords = new Set([...rolesByLabel.keys()].map((label) => label.slice(label.lastIndexOf(' ') + 1)));

  function rolesAtEnds(part: string): readonly Role[] {
    const words = part.split(' ');
    // No label begins or ends like most titles.
    if (words.length > 6 || !(firstWords.has(words[0]) || lastWords.has(words.at(-1) ?? ''))) return noRoles;
    for (let count = words.length - 1; count > 0; count--) {
      const ends = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
      const found = ends.flatMap((end) => (generalWords.has(end) ? noRoles : (rolesByLabel.get(end) ?? noRoles)));
      if (found.length > 0) return found;
    }
    return noRoles;
  }

  function rolesIn(heading: string): readonly Role[] {
    if (heading.length > 120) return noRoles;
    const whole = normalizeLabel(heading);
    const exact = rolesByLabel.get(whole);
    if (exact) return exact;
    if (numberedStep.test(whole)) return ['next'];
    const roles = new Set<Role>();
    for (const part of whole.split(/ and |\s*[/,:|—–]\s*/)) {
      for (const role of rolesByLabel.get(part) ?? rolesAtEnds(part)) roles.add(role);
    }
    return [...roles];
  }

  const rolesOfUsual = remembered(rolesIn);

  return {
    teamStatuses: teams.flatMap(({ statuses }) => Object.values(statuses).flat()),
    rolesOfLabel: remembered((label) =>
      label.length > 60 ? noRoles : (rolesByLabel.get(normalizeLabel(label)) ?? noRoles),
    ),
    rolesOfHeading: (heading) => (heading.length > longestOften ? rolesIn(heading) : rolesOfUsual(heading)),
    statusKind: remembered((status) => {
      const percent = /(?<!\d)(\d{1,2}) ?%/.exec(status.slice(0, 100))?.[1];
      if (percent !== undefined) return Number(percent) > 0 ? 'in-progress' : 'active';
      const words = normalizeLabel(status.slice(0, 100))
        .split(/[^\p{L}\p{N}']+/u)
        .filter((word) => word !== '' && !emphatic.has(word))
        .slice(0, 5);
      for (let count = words.length; count > 0; count--) {
        const kind = kindsByStatus.get(words.slice(0, count).join(' '))?.[0];
        if (kind) return kind;
      }
      return null;
    }),
  };
}

export const defaultVocabulary = createVocabulary();

/** What each word stands for, in the order of `words`; the words are normalized. */
function byWord<T extends string>(words: Readonly<Partial<Record<T, readonly string[]>>>): Map<string, readonly T[]> {
  const meanings = new Map<string, readonly T[]>();
  for (const [meaning, list] of Object.entries(words) as [T, readonly string[]][]) {
    for (const word of list.map(normalizeLabel)) meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
  }
  return meanings;
}
