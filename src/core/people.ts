import { memberCalled, type TeamMember } from './team.ts';

/**
 * All by which documents may speak of a person: the given names, handles and addresses, and those that the team's roster
 * has for one of them.
 */
export function namesOfPerson(given: readonly string[], team: readonly TeamMember[]): string[] {
  const names = given.map((name) => name.trim()).filter((name) => name !== '');
  const known = names.flatMap(
    (name) => memberCalled(team, name) ?? onlyOne(team.filter((member) => isLike(member, name))),
  );
  const added = known.flatMap(({ name, handle, aliases }) => [
    name,
    ...(handle === undefined ? [] : [handle]),
    ...aliases,
  ]);
  return [...new Set([...names, ...added])];
}

const onlyOne = <T>(found: readonly T[]): readonly T[] => (found.length === 1 ? found : []);

const isLike = ({ name, handle, aliases }: TeamMember, given: string): boolean =>
  [name, handle ?? '', ...aliases].some((called) => isSame(called, given));

/**
 * Whether a document's words for one or several people (`Ann`, `@ann-lee`, `Ben and Ann Lee <ann@example.com>`) speak of the
 * person who goes by `names`. Forgiving: letter case, accents and marks between words do not count, and a first name is enough.
 */
export function speaksOf(words: string, names: readonly string[]): boolean {
  return people(words).some((person) => names.some((name) => isSame(person, name)));
}

/** The people that a document's words name, each as it is written. */
export function people(words: string): string[] {
  return words
    .replace(/\([^()]*\)/g, ' ')
    .split(/[,;/&+|]|\s+(?:and|or)\s+/i)
    .map((person) => person.trim())
    .filter((person) => person !== '');
}

function isSame(written: string, name: string): boolean {
  const forms = formsOf(name);
  return (
    formsOf(written).some((form) => forms.includes(form)) || isFirstName(written, name) || isFirstName(name, written)
  );
}

/** What of a name is compared: all of it and, with an address, the address and the part of it before the `@`. */
function formsOf(name: string): string[] {
  const address = /[^\s<>@]+@[^\s<>@]+/.exec(name)?.[0];
  const rest = address === undefined ? name : name.replace(address, ' ');
  // GitHub's address for those who keep theirs to themselves: `123+ann@users.noreply.github.com`.
  const local = address?.replace(/@.*$/, '').replace(/^\d+\+/, '') ?? '';
  return [rest, address ?? '', local].map(bare).filter((form) => form !== '');
}

const words = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const bare = (name: string): string => words(name).join('');

/** Whether `short` is the first of several words of `whole`. */
function isFirstName(short: string, whole: string): boolean {
  if (short.includes('@') || whole.includes('@')) return false;
  const [first, ...others] = words(short);
  const all = words(whole);
  return first !== undefined && others.length === 0 && all.length > 1 && all[0] === first;
}
