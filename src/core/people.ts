import { memberCalled, namesOfMember, type TeamMember } from './team.ts';

/**
 * All by which documents may speak of a person: the given names, handles and addresses, and those that the team's roster
 * has for one of them.
 */
export function namesOfPerson(given: readonly string[], team: readonly TeamMember[]): string[] {
  const names = given.map((name) => name.trim()).filter((name) => name !== '');
  const known = names.flatMap(
    (name) => memberCalled(team, name) ?? onlyOne(team.filter((member) => isLike(member, name))),
  );
  return [...new Set([...names, ...known.flatMap(namesOfMember)])];
}

const onlyOne = <T>(found: readonly T[]): readonly T[] => (found.length === 1 ? found : []);

const isLike = (member: TeamMember, given: string): boolean => oneOf(namesOfMember(member))(given);

/**
 * Whether a document's words for one or several people (`Ann`, `@ann-lee`, `Ben and Ann Lee <ann@example.com>`) speak of the
 * person who goes by `names`. Forgiving: letter case, accents and marks between words do not count, and a first name is enough.
 */
export function speaksOf(words: string, names: readonly string[]): boolean {
  return people(words).some(oneOf(names));
}

/** The people that a document's words name, each as it is written. */
export function people(words: string): string[] {
  return words
    .replace(/\([^()]*\)/g, ' ')
    .split(/[,;/&+|]|\s+(?:and|or)\s+/i)
    .map((person) => person.trim())
    .filter((person) => person !== '');
}

/** Tells whether a name is one of these, in whatever form each is written. */
export function oneOf(names: Iterable<string>): (name: string) => boolean {
  const [forms, firstNames, firstOfSeveral] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const name of names) {
    for (const form of formsOf(name)) forms.add(form);
    const { first, alone } = firstWord(name);
    (alone ? firstNames : firstOfSeveral).add(first);
  }
  return (name) => {
    const { first, alone } = firstWord(name);
    return (
      formsOf(name).some((form) => forms.has(form)) ||
      (first !== '' && (alone ? firstOfSeveral : firstNames).has(first))
    );
  };
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

/** The first of a name's words, and whether it is the only one; empty for a handle or an address. */
function firstWord(name: string): { readonly first: string; readonly alone: boolean } {
  const [first = '', ...others] = name.includes('@') ? [] : words(name);
  return { first, alone: others.length === 0 };
}
