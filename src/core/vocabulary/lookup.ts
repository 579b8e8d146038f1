import { detached, trimMarks } from '../text.ts';
import { generalWords, labels, numberedStep, type Role } from './labels.ts';
import { placeholderPatterns, statedNone } from './placeholders.ts';
import { type StatusKind, statusWords } from './status-words.ts';

const rolesByLabel = new Map<string, readonly Role[]>();
for (const [role, words] of Object.entries(labels) as [Role, readonly string[]][]) {
  for (const word of words) rolesByLabel.set(word, [...(rolesByLabel.get(word) ?? []), role]);
}

const kindByStatus = new Map<string, StatusKind>();
for (const [kind, words] of Object.entries(statusWords) as [StatusKind, readonly string[]][]) {
  for (const word of words) kindByStatus.set(word, kind);
}

/** One pattern that matches where any of these does; several times as fast as trying them in turn. */
const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');

const placeholder = anyOf(placeholderPatterns);
const none = anyOf(statedNone);

const noRoles: readonly Role[] = [];

/** Most answers that `remembered` keeps. */
const mostRemembered = 2000;

/** `read` with a memory: the documents of a team use the same labels over and over. */
function remembered<T>(read: (label: string) => T): (label: string) => T {
  const known = new Map<string, T>();
  return (label) => {
    const answer = known.get(label);
    if (answer !== undefined) return answer;
    const found = read(label);
    if (known.size >= mostRemembered) known.clear();
    known.set(detached(label), found);
    return found;
  };
}

/** The label as the vocabulary has it: lower case, no emphasis, emoji, numbering, brackets or closing colon; `-`, `_` and `&` in words. */
export function normalizeLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[*`~]|<!--.*?-->/g, '')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/’/g, "'")
    .replace(/&|\+/g, ' and ')
    .replace(/[_-]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** The roles of a label that must be in the vocabulary as it stands (a front matter key, the label before a colon). */
export const rolesOfLabel = remembered((label): readonly Role[] =>
  label.length > 60 ? noRoles : (rolesByLabel.get(normalizeLabel(label)) ?? noRoles),
);

/**
 * The roles of a heading: of the whole, else `next` for a numbered step ("Phase 2: the writer"), else of its parts around "and", "/" and ",", else of the longest run of words
 * at its start or end that is a label ("Acceptance Criteria for Release 1").
 */
export const rolesOfHeading = remembered((heading): readonly Role[] => {
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
});

function rolesAtEnds(part: string): readonly Role[] {
  const words = part.split(' ');
  if (words.length > 6) return noRoles;
  for (let count = words.length - 1; count > 0; count--) {
    for (const end of [words.slice(0, count).join(' '), words.slice(-count).join(' ')]) {
      const found = rolesByLabel.get(end);
      if (found && !generalWords.has(end)) return found;
    }
  }
  return noRoles;
}

const emphatic: ReadonlySet<string> = new Set(['fully', 'already', 'now', 'successfully']);

/** What a status says, by its words: the whole, else its longest beginning that is a status word ("Done (2026-01-04)"); null when unknown. Less than 100 % is open. */
export function statusKind(status: string): StatusKind | null {
  if (/(?<!\d)\d{1,2} ?%/.test(status.slice(0, 100))) return 'active';
  const words = normalizeLabel(status.slice(0, 100))
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
    .filter((word) => !emphatic.has(word))
    .slice(0, 5);
  for (let count = words.length; count > 0; count--) {
    const kind = kindByStatus.get(words.slice(0, count).join(' '));
    if (kind) return kind;
  }
  return null;
}

/** The text without list marks, emphasis, quotes and comments: what is compared with placeholders. */
export function bareText(text: string): string {
  const shown = text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : text;
  return trimMarks(shown.trim().replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s*)?/, ''), '"\'*_`~');
}

/** Whether the text only holds the place of something that has still to be written; empty text does too. */
export function isPlaceholder(text: string): boolean {
  const bare = bareText(text);
  return bare === '' || placeholder.test(bare);
}

/** Whether the text says on purpose that there is nothing. */
export function isStatedNone(text: string): boolean {
  const bare = bareText(text);
  return none.test(bare);
}
