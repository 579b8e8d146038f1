import { mapping, type Report, strings } from './setting-values.ts';
import type { Role } from './vocabulary/labels.ts';
import type { StatusKind } from './vocabulary/status-words.ts';
import type { TeamWords } from './vocabulary/vocabulary.ts';

/** What `labels` takes words for: the points, and the second half of the status. */
export const labelRoles: Readonly<Record<string, Role>> = {
  goal: 'goal',
  resources: 'resources',
  status: 'status',
  'next-action': 'next',
  dependencies: 'dependencies',
  done: 'done',
};

/** What `statuses` takes words for. */
export const statusKinds: Readonly<Record<string, StatusKind>> = {
  active: 'active',
  'in-progress': 'in-progress',
  finished: 'finished',
  blocked: 'blocked',
};

/** In UTF-16 code units. Longer labels are never found in a document: see Vocabulary. */
export const longestWord = 60;

/** Reads the values of `labels` and `statuses`, which mean the same in the project file and in the settings. */
export function readTeamWords(labels: unknown, statuses: unknown, report: Report): TeamWords {
  return {
    labels: words(labels, labelRoles, report, 'labels'),
    statuses: words(statuses, statusKinds, report, 'statuses'),
  };
}

function words<T extends string>(
  value: unknown,
  meanings: Readonly<Record<string, T>>,
  report: Report,
  key: string,
): Partial<Record<T, readonly string[]>> {
  const found: Partial<Record<T, readonly string[]>> = {};
  for (const [name, list] of Object.entries(mapping(value, report, key))) {
    const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
    if (meaning === undefined) {
      report(`"${name}" is none of ${Object.keys(meanings).join(', ')}.`, [key, name]);
      continue;
    }
    found[meaning] = (strings(list, report, [key, name]) ?? []).filter((word) => {
      if (word.length <= longestWord) return true;
      report(
        `"${word.slice(0, 40)}…" is not looked for: a label has at most ${longestWord} characters.`,
        [key, name],
        word,
      );
      return false;
    });
  }
  return found;
}
