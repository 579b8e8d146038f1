import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { people } from '../core/people.ts';
import type { WaitReport } from '../core/report.ts';
import type { Position, PositionRange } from '../core/text.ts';
import { nameAlone, saysItHasCome } from '../core/vocabulary/dependencies.ts';
import { waitName } from './wait-name.ts';

/** Whom or what work waits on: other work, somebody, or something that no work item stands for. */
export type Awaited =
  | { readonly kind: 'workItem'; readonly item: GraphItem }
  | { readonly kind: 'person' | 'other'; readonly name: string };

/** That an open work item waits on something that has not come. */
export interface OpenWait {
  readonly waiting: GraphItem;
  readonly on: Awaited;
  /** Where that is said: the document's key, and the place in it. */
  readonly said: { readonly key: string; readonly range: PositionRange };
  /** What is said, where it is more than a name. */
  readonly text: string | null;
  /** ISO 8601 day; null where it is not said. */
  readonly since: string | null;
  /** Whether it is other work, named as such: then it may be one of a circle. */
  readonly listed: boolean;
}

/** What the open work item waits on, by its own words and those of others. @param known names of people, as documents write them. */
export function openWaitsOf(waiting: GraphItem, graph: WorkItemGraph, known: readonly string[]): OpenWait[] {
  if (waiting.report.finished) return [];
  return [
    ...waitsOnItems(waiting, graph),
    ...waiting.report.waits.flatMap((wait) => inWords(waiting, wait, graph, known)),
  ];
}

function waitsOnItems(waiting: GraphItem, graph: WorkItemGraph): OpenWait[] {
  const own = graph.dependenciesOf(waiting);
  return graph
    .waitsOn(waiting)
    .filter(({ report }) => !report.finished)
    .map((item) => {
      const said = own.find(({ to, relation }) => to.key === item.key && relation === 'waits-on');
      const reverse = said ?? graph.dependenciesOf(item).find(({ to }) => to.key === waiting.key);
      const wait = said && waiting.report.waits.find(({ range }) => holds(range, said.range));
      return {
        waiting,
        on: { kind: 'workItem', item },
        said: said
          ? { key: waiting.key, range: said.range }
          : { key: item.key, range: reverse?.range ?? item.report.titleRange },
        text: null,
        since: wait?.since ?? null,
        listed: (said ?? reverse)?.listed ?? false,
      };
    });
}

/** What is said in words, unless it names a work item that is known: that speaks for itself, finished or not. */
function inWords(waiting: GraphItem, wait: WaitReport, graph: WorkItemGraph, known: readonly string[]): OpenWait[] {
  if (graph.dependenciesOf(waiting).some(({ range }) => holds(wait.range, range))) return [];
  const { text, since, range } = wait;
  if (saysItHasCome(text) || namesOwner.test(text)) return [];
  const of = (on: Awaited): OpenWait => ({
    waiting,
    on,
    said: { key: waiting.key, range },
    text: on.kind !== 'workItem' && on.name === text ? null : text,
    since,
    listed: false,
  });
  const ids = waiting.report.dependencies.filter((named) => named.listed && holds(range, named.range));
  if (ids.length > 0) return ids.map(({ id }) => of({ kind: 'other', name: id }));
  const named = peopleNamed(text, wait.blocking, known);
  if (named.length > 0) return named.map((name) => of({ kind: 'person', name }));
  const awaited = waitName(text, wait.blocking);
  return awaited ? [of(awaited)] : [];
}

/** A line among the dependencies that says whose the work is. */
const namesOwner = /^(?:owner|assignee|author|lead)s?:/i;

/** The people and teams whom a text names as those who are waited for; what stands in parentheses is an aside. */
function peopleNamed(text: string, blocking: boolean, known: readonly string[]): string[] {
  const words = text.replace(/\([^()]*\)/g, ' ').trim();
  const handles = words.match(/(?<![\w.@])@\w[\w.-]*\w/g) ?? [];
  const names = known.filter((name) => !name.startsWith('@') && isNamed(words, name));
  const found = [...names, ...handles];
  if (found.length > 0 || !blocking) return found;
  return nameAlone.exec(`Waiting for ${words}`)?.slice(1) ?? [];
}

/** Whether the words name the person in full, or by their first name at the beginning or before a colon or comma. */
function isNamed(words: string, name: string): boolean {
  const at = words.indexOf(name);
  if (at >= 0 && !/[\p{L}\p{N}]/u.test(`${words[at - 1] ?? ''}${words[at + name.length] ?? ''}`)) return true;
  const [first = ''] = name.split(' ');
  return (
    first.length > 2 &&
    first !== name &&
    new RegExp(`^(?:waiting (?:for|on) |blocked (?:by|on) )?${escaped(first)}(?![\\p{L}\\p{N}])`, 'iu').test(words)
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of the people who own work items, and of others of the team. */
export function knownPeople(owners: Iterable<string | null>, team: readonly string[]): string[] {
  const found = new Set(team);
  for (const owner of owners) if (owner !== null) for (const name of people(owner)) found.add(name);
  return [...found].filter((name) => name.length > 2);
}

const holds = (outer: PositionRange, inner: PositionRange): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
