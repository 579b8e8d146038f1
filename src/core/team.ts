import { isMapping, type Report, strings } from './setting-values.ts';

/** Somebody of the team, as the roster in the project file has them. */
export interface TeamMember {
  readonly name: string;
  /** What they are called after `@`, without it. */
  readonly handle?: string;
  /** What else they are called: by git, in older documents. */
  readonly aliases: readonly string[];
  /** A name of the IANA time zone database, such as Europe/Berlin. */
  readonly timezone?: string;
}

const memberKeys = ['name', 'handle', 'aliases', 'timezone'];

/** Reads the value of `team`: a list of people, of whom each needs a name. Nobody may be called as somebody else. */
export function readTeam(value: unknown, report: Report): readonly TeamMember[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    report('"team" takes a list of people, each with a "name".', ['team']);
    return undefined;
  }
  const called = new Set<string>();
  return value.flatMap((entry) => {
    const member = readMember(entry, report);
    if (!member) return [];
    const names = new Set(comparableNames(member));
    const taken = [...names].find((name) => called.has(name));
    if (taken !== undefined) report(`"${taken}" names two people.`, ['team'], member.name);
    for (const name of names) called.add(name);
    return taken === undefined ? member : [];
  });
}

function readMember(entry: unknown, report: Report): TeamMember | null {
  if (!isMapping(entry) || typeof entry.name !== 'string' || entry.name.trim() === '') {
    const part = isMapping(entry) ? Object.values(entry).find((value) => typeof value === 'string') : entry;
    report('Each of "team" takes a "name".', ['team'], typeof part === 'string' ? part : undefined);
    return null;
  }
  const { name } = entry;
  for (const key of Object.keys(entry))
    if (!memberKeys.includes(key)) report(`"${key}" is none of ${memberKeys.join(', ')}.`, ['team'], key);
  const text = (key: 'handle' | 'timezone'): string | undefined => {
    const found = entry[key] ?? undefined;
    if (found === undefined || (typeof found === 'string' && found !== '')) return found;
    report(`"${key}" takes a word.`, ['team', key], typeof found === 'string' ? undefined : String(found));
    return undefined;
  };
  const handle = text('handle');
  const timezone = text('timezone');
  const isKnown = timezone !== undefined && isTimezone(timezone);
  if (timezone !== undefined && !isKnown)
    report(`"${timezone}" is no time zone: take its IANA name, such as Europe/Berlin.`, ['team'], timezone);
  return {
    name,
    ...(handle !== undefined && { handle: handle.replace(/^@(?=.)/, '') }),
    aliases: strings(entry.aliases, report, ['team', 'aliases']) ?? [],
    ...(isKnown && { timezone }),
  };
}

/** Whether the platform knows the time zone by this name; an offset such as +02:00 does not say when clocks change. */
function isTimezone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Who of the team is called so: by name, handle or alias, whatever the letter case, with `@` or without; undefined for nobody. */
export function memberCalled(team: readonly TeamMember[], name: string): TeamMember | undefined {
  const wanted = comparable(name);
  return team.find((member) => comparableNames(member).includes(wanted));
}

/** All that somebody of the team is called. */
export const namesOfMember = ({ name, handle, aliases }: TeamMember): string[] => [
  name,
  ...(handle === undefined ? [] : [handle]),
  ...aliases,
];

const comparableNames = (member: TeamMember): string[] => namesOfMember(member).map(comparable);

const comparable = (name: string): string => name.trim().replace(/^@/, '').toLowerCase();
