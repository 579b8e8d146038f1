import { yamlScalar } from '../document/yaml-scalar.ts';
import { isFindableId } from '../graph/mentions.ts';
import { comparableId, writtenId } from '../graph/work-item-ids.ts';
import { fileName, folderOf, relativePath } from '../paths.ts';
import { oneOf, people as peopleIn } from '../people.ts';
import { readinessWord } from '../readiness/readiness-word.ts';
import type { DocumentReport } from '../report.ts';
import { memberCalled, namesOfMember, type TeamMember } from '../team.ts';
import type { Role } from '../vocabulary/labels.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';
import { commonStatuses } from '../vocabulary/status-words.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { CompletionPlace } from './place.ts';

/** Something that can be written at a place. */
export interface Suggestion {
  readonly label: string;
  /** What it is, beside the label. */
  readonly description: string;
  /** What is written. */
  readonly text: string;
  /** What may be typed to find it. */
  readonly filter: string;
}

/** What the work items of a team have in common with one that is being written. */
export interface InUse {
  /** The work items of the workspace folder, but for the one that is written. */
  readonly reports: readonly DocumentReport[];
  /** Keys and values of their front matter, each once for each work item, as they are written. */
  readonly fields: readonly (readonly [key: string, value: string])[];
  /** Keys that the work item has already. */
  readonly keys: readonly string[];
  /** Path of the document that is written. */
  readonly path: string;
  /** The ids among its dependencies. */
  readonly listed: readonly string[];
  readonly vocabulary: Vocabulary;
  /** The people of the team, by its project file. */
  readonly team: readonly TeamMember[];
  /** Who has worked on what is in the workspace folder, by git. */
  readonly authors: readonly string[];
  /** What is in the folder whose path is being written; folders end with `/`. */
  readonly paths: readonly string[];
}

/** The front matter keys that a work item can do with where its team uses none. */
const usualKeys = ['id', 'title', 'status', 'owner', 'dependencies', 'due', 'priority', 'labels', 'type'];

/** Longer values are texts of their own. */
const longestValue = 40;

/** What could be written at the place, what fits best first. */
export function suggestionsFor(place: CompletionPlace, inUse: InUse): Suggestion[] {
  switch (place.wants) {
    case 'key':
      return keys(place, inUse);
    case 'status':
      return values(place, statusesIn(inUse));
    case 'person':
      return people(place, inUse);
    case 'work-item':
      return workItems(place, inUse);
    case 'value':
      return values(place, ownValues(place.key, inUse));
    case 'path':
      return [
        ...values(place, ownValues(place.key, inUse)),
        ...inUse.paths.map((path) => suggestion(path, '', written(path, place))),
      ];
  }
}

/** Roles that many keys of one work item may play. */
const shared: ReadonlySet<Role> = new Set(['planning', 'resources', 'none']);

function keys({ closing }: CompletionPlace, { fields, keys: taken, vocabulary }: InUse): Suggestion[] {
  const used = byFrequency(fields.map(([key]) => key));
  // A work item with an assignee needs no owner beside, nor does one of a team that calls its owners so.
  const rolesOf = (names: Iterable<string>): Set<Role> =>
    new Set([...names].flatMap((key) => vocabulary.rolesOfLabel(key)).filter((role) => !shared.has(role)));
  const isFree = (key: string, roles: ReadonlySet<Role>): boolean =>
    !taken.includes(key) && !vocabulary.rolesOfLabel(key).some((role) => roles.has(role));
  const free = [...used.keys()].filter((key) => isFree(key, rolesOf(taken)));
  const usual = usualKeys.filter((key) => !used.has(key) && isFree(key, rolesOf([...used.keys(), ...taken])));
  return [...free, ...usual].map((key) => suggestion(key, usedBy(used.get(key) ?? 0), key + closing));
}

/** Statuses with how many work items have them: open ones first, those in use before others, each in the letter case that the nearest work item gives it. */
function statusesIn({ reports, path, vocabulary }: InUse): Map<string, number> {
  const isNear = ({ path: other }: DocumentReport): boolean => folderOf(other) === folderOf(path);
  // Not in the order in which they happened to be read.
  const inOrder = reports.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const stated = [...inOrder.filter(isNear), ...inOrder].flatMap(({ status }) =>
    status && status.length <= longestValue && vocabulary.statusKind(status) && !/[.;:(]/.test(status) ? status : [],
  );
  const spelling = new Map(stated.toReversed().map((status) => [status.toLowerCase(), status]));
  const used = byFrequency(reports.map(({ status }) => status?.toLowerCase() ?? ''));
  const isLower = stated[0] !== undefined && stated[0] === stated[0].toLowerCase();
  const found = new Map([...used].flatMap(([lower, count]) => (spelling.has(lower) ? [[lower, count] as const] : [])));
  for (const status of [...vocabulary.teamStatuses, ...commonStatuses]) {
    const lower = status.toLowerCase();
    if (!spelling.has(lower)) spelling.set(lower, isLower ? lower : status);
    if (!found.has(lower)) found.set(lower, 0);
  }
  const isFinished = (status: string): boolean => vocabulary.statusKind(status) === 'finished';
  const ordered = [...found].sort(([a], [b]) => Number(isFinished(a)) - Number(isFinished(b)));
  return new Map(ordered.map(([lower, count]) => [spelling.get(lower) ?? lower, count]));
}

/** The short values that other work items give the key. */
function ownValues(key: string, { fields, vocabulary }: InUse): Map<string, number> {
  const roles = vocabulary.rolesOfLabel(key);
  // What says something of this work item alone.
  if (roles.some((role) => role === 'id' || role === 'title' || role === 'due' || role === 'closed')) return new Map();
  const all = fields.flatMap(([name, value]) => (name === key ? value.split(/,\s*/) : []));
  return byFrequency(
    all.filter((value) => value.length <= longestValue && !isPlaceholder(value) && !/^\d{4}-\d\d/.test(value)),
  );
}

function values(place: CompletionPlace, found: ReadonlyMap<string, number>): Suggestion[] {
  return [...found].map(([value, count]) => suggestion(value, usedBy(count), written(value, place)));
}

function people(place: CompletionPlace, { reports, fields, vocabulary, team, authors }: InUse): Suggestion[] {
  const owners = reports.map(({ owner }) => owner ?? '');
  const others = fields.flatMap(([key, value]) => (vocabulary.rolesOfLabel(key).includes('owner') ? value : []));
  const names = [...owners, ...others]
    .flatMap((value) => value.split(/\s*(?:[,;]|<[^>]*>)\s*/))
    .filter((name) => name.length <= longestValue && !isPlaceholder(name) && /\p{L}/u.test(name));
  const known = new Map(names.map((name) => [name, '']));
  for (const name of known.keys()) known.set(name, calledAt(place, name, memberCalled(team, name)));
  const used = byFrequency(names.map((name) => known.get(name) ?? name));
  const told = [...known.keys()].flatMap(peopleIn);
  const isUsed = oneOf(told);
  const rest = team.filter((member) => !namesOfMember(member).some(isUsed));
  const isTold = oneOf([...told, ...rest.flatMap(namesOfMember)]);
  const found = [
    ...[...used].map(([name, count]) => ({ name, from: [usedBy(count), memberCalled(team, name)?.timezone] })),
    ...rest.map((member) => ({ name: calledAt(place, member.name, member), from: ['team', member.timezone] })),
    ...authors.filter((author) => !isTold(author)).map((author) => ({ name: calledAt(place, author), from: ['git'] })),
  ];
  return found.map(({ name, from }) => ({
    ...suggestion(name, from.filter(Boolean).join(' · '), written(name, place)),
    ...(place.syntax === '@' && { filter: `@${name.replace(/^@/, '')}` }),
  }));
}

/** How somebody is called there: who has a handle, by that after `@`. */
function calledAt({ syntax }: CompletionPlace, name: string, member?: TeamMember): string {
  if (syntax !== '@') return name;
  const handle = member?.handle ?? name.replace(/^@/, '');
  return /\s/.test(handle) ? name : `@${handle}`;
}

function workItems(place: CompletionPlace, { reports, path, listed }: InUse): Suggestion[] {
  const isList = place.typed === '' && (place.syntax === 'yaml' || place.syntax === 'text');
  const taken = new Set(isList ? listed.map(comparableId) : []);
  const nearness = (report: DocumentReport): number =>
    (report.finished ? 2 : 0) + (folderOf(report.path) === folderOf(path) ? 0 : 1);
  const typed = place.typed.toLowerCase();
  return reports
    .map((report) => ({ report, id: writtenId(report) }))
    .filter(({ id }) => isWanted(place, id, typed) && !taken.has(comparableId(id ?? '')))
    .map(({ report, id }) => ({ report, id, order: `${nearness(report)} ${byNumber(id ?? report.path)}` }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ report, id }) => {
      const state = [report.finished ? '' : report.status, readinessWord(report)].filter(Boolean).join(' · ');
      const text = referenceTo(report, id, place, path);
      const label = id ?? report.title;
      return {
        label,
        description: id === null ? state : `${report.title} · ${state}`,
        text,
        filter: `${place.syntax === '#' ? '#' : ''}${label} ${report.title}`,
      };
    });
}

function isWanted({ syntax }: CompletionPlace, id: string | null, typed: string): boolean {
  if (syntax === '#') return id !== null && /^#?\d+$/.test(id);
  if (syntax === 'id') return id !== null && isFindableId(id) && id.toLowerCase().startsWith(typed);
  return syntax === 'yaml' ? id !== null : true;
}

/** How the text speaks of the work item: by its id, else by a link. */
function referenceTo(report: DocumentReport, id: string | null, place: CompletionPlace, from: string): string {
  if (place.syntax === '#') return `#${id?.replace(/^#/, '')}`;
  if (place.syntax === '[[') return (id ?? fileName(report.path).replace(/\.\w+$/, '')) + place.closing;
  if (id !== null) return written(id, place);
  return `[${report.title.replace(/[[\]\\]/g, '\\$&')}](${encodeURI(relativePath(from, report.path)).replace(/[()]/g, '\\$&')})`;
}

/** A value as it is written at the place: YAML wants quotes around some, unless they are open already. */
function written(value: string, { syntax, typed }: CompletionPlace): string {
  if (syntax !== 'yaml') return value;
  if (/^["']/.test(typed)) return typed.charAt(0) + value;
  return yamlScalar(value);
}

const suggestion = (label: string, description: string, text: string): Suggestion => ({
  label,
  description,
  text,
  filter: label,
});

const usedBy = (count: number): string => (count === 0 ? '' : `${count} work ${count === 1 ? 'item' : 'items'}`);

/** Each of `words` with how often it is there, the most frequent first. */
function byFrequency(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
}

/** A string that sorts by the numbers in it. */
const byNumber = (id: string): string => id.toLowerCase().replace(/\d+/g, (number) => number.padStart(8, '0'));
