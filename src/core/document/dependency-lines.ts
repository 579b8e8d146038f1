import { linesIn, matchesIn, type TextRange } from '../text.ts';
import { blocksOthers, standsStill } from '../vocabulary/dependencies.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';
import type { MarkdownDocument } from './document.ts';
import { sectionsOf } from './sections.ts';
import type { WorkItem } from './work-item.ts';

/** A line on what the work waits on, or on what waits on it. */
export interface DependencyLine {
  readonly range: TextRange;
  readonly relation: 'waits-on' | 'blocks';
  /** Whether somebody wrote that the work stands still for it ("Blocked by", "Waiting on"), rather than a tool that keeps a list. */
  readonly blocking: boolean;
  readonly inFrontMatter: boolean;
  /** Whether it holds nothing but names of work, so that all of them are meant. */
  readonly listed: boolean;
}

/** The lines of a document's dependency fields and of its sections on dependencies, in order. */
export function dependencyLines(document: MarkdownDocument): readonly DependencyLine[] {
  const fields = document.fields.filter(({ roles, value }) => roles.includes('dependencies') && !isPlaceholder(value));
  const sections = sectionsOf(document, 'dependencies');
  if (fields.length === 0 && sections.length === 0) return noLines;
  const lines = new Map<number, DependencyLine>();
  const read = (range: TextRange, of: LabelOfLines): void => {
    for (const line of linesIn(document.text, range))
      if (!lines.has(line.start)) lines.set(line.start, readLine(document.text, line, of));
  };
  const labels: string[] = [];
  for (const { label, source } of fields) if (source !== 'front-matter') labels.push(label.toLowerCase());
  for (const { title } of sections) labels.push(title.toLowerCase());
  const isPlan = new Set(labels).size < labels.length;
  for (const { valueRange, label, source } of fields)
    read(valueRange, { label, isPlan, inFrontMatter: source === 'front-matter' });
  for (const { title, from, to } of sections)
    for (const { kind, range } of document.blocks.slice(from, to))
      if (kind !== 'heading' && kind !== 'code' && kind !== 'html')
        read(range, { label: title, isPlan, inFrontMatter: false });
  return [...lines.values()].sort((a, b) => a.range.start - b.range.start);
}

const noLines: readonly DependencyLine[] = [];

/** What stands over lines on dependencies. */
interface LabelOfLines {
  readonly label: string;
  readonly inFrontMatter: boolean;
  /** A document that has the same label more than once tells of the parts of a plan. */
  readonly isPlan: boolean;
}

function readLine(text: string, range: TextRange, { label, inFrontMatter, isPlan }: LabelOfLines): DependencyLine {
  const source = text.slice(range.start, range.end);
  const line = inFrontMatter ? source.replace(/(^|[ \t])# .*/, '$1') : source;
  const relation = blocksOthers.test(label) || blocksOthers.test(line) ? 'blocks' : 'waits-on';
  const stuck = relation === 'waits-on' && !inFrontMatter && (standsStill.test(label) || standsStill.test(line));
  const listed = (inFrontMatter || !isPlan) && /\d|\]\(/.test(line) && isList(line);
  return { range, relation, blocking: stuck && namesOnlyWork(line), inFrontMatter, listed };
}

/** Whether a line names nothing beside other work that it could wait on as well. */
const namesOnlyWork = (line: string): boolean =>
  !/@|:\/\/|\b(?:and|plus|until|approv\w*|answers?|decisions?|decides?|reviews?|teams?)\b/i.test(line);

/** Whether the status is that of blocked work, and only the dependencies say by what. */
export function isBlockedByDependencies(
  { document, statuses: [stated], finished }: WorkItem,
  dependencies: readonly DependencyLine[],
): boolean {
  const { text, blocks, vocabulary } = document;
  if (!stated || finished || vocabulary.statusKind(stated.value) !== 'blocked') return false;
  const headings = blocks.flatMap(({ kind, range }) => (kind === 'heading' ? [range] : []));
  const known = [stated.range, ...headings, ...dependencies.map(({ range }) => range)];
  return ![...text.matchAll(/\b(?:block(?:s|ed|ers?|ing)|wait(?:s|ing)|stuck|until)\b/gi)].some(
    ({ index }) => !known.some(({ start, end }) => start <= index && index < end),
  );
}

/** A name by which a document speaks of other work. */
export interface DependencyReference extends DependencyLine {
  /** As it stands: `TASK-12`, `#12`, `Story 4.2`. */
  readonly id: string;
}

/** What could be the id of a work item; whether it is one, the other work items tell. */
const idLike =
  /(?<![\w./#-])(?:#?\d{1,7}(?:\.\d{1,4}){0,3}|[A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){0,2}[ -]?\d{1,7}(?:[.-]\d{1,4}){0,3})(?![\w/-]|\.\w)/g;

/** What may stand in a list beside names of work: their titles as links or in parentheses, marks, and how it begins. */
const besideNames =
  /\[[^[\]]*\]\([^()]*\)|\([^()]*\)|\b(?:and|depends on|blocked by|blocks|requires|waiting (?:on|for)|dependencies)\b/gi;

/** Whether a line holds nothing but names of work. */
const isList = (line: string): boolean => !/\p{L}/u.test(line.replace(besideNames, '').replace(idLike, ''));

/** The same with what could be an id made of letters as well, such as `app-k3fx`, which only a list in front matter can tell from a word. */
const idInList = new RegExp(
  String.raw`${idLike.source}|(?<![\w./-])[A-Za-z][A-Za-z\d]{0,19}(?:-[A-Za-z\d]{1,20}){1,3}(?![\w./-])`,
  'g',
);

/** How a line begins that says of other work what that waits on: `TASK-3 (export): depends on TASK-1`. */
const ofOtherWork =
  /^[^\p{L}\d]*[\p{L}\d][\w.-]*(?: \d[\w.]*)?(?: \([^()]*\))?[*_]*:?[*_]* (?=(?:depends on|blocked by|requires|waits (?:for|on))\b)/iu;

/** A line that says that nothing has to come first, whatever it names. */
const saysNone = /^[\s>*_+-]*(?:none|nothing|n\/a)\b[\s*_]*(?:[.,;:—–(-]|$)|\bnot\W{1,5}blocked\W{1,5}by\b/i;

const ownPart = /^#{1,6}[ \t]+[^\p{L}\d\r\n]{0,20}([A-Za-z]{1,20} \d{1,7}(?:\.\d{1,4}){0,3})(?![\w-]|\.\w)/gmu;

/** The names of a document's own parts, as "task 3" by the heading "## Task 3: Write"; they are no other work. */
const ownParts = (text: string): ReadonlySet<string> =>
  new Set(matchesIn(text, ownPart).map(([, name = '']) => name.toLowerCase()));

/** The ids in these lines, in order; a number in a sentence is none, it counts something. */
export function dependencyReferences(text: string, lines: readonly DependencyLine[]): DependencyReference[] {
  let own: ReadonlySet<string> | undefined;
  const isOwn = (id: string): boolean => {
    own ??= ownParts(text);
    return own.has(id.toLowerCase());
  };
  return lines.flatMap((of) => {
    const { range } = of;
    const line = text.slice(range.start, range.end);
    if (of.inFrontMatter && /\p{L}-/u.test(line) && !/\p{L}/u.test(line.replace(idInList, '')))
      return matchesIn(line, idInList).map(({ 0: id, index }) => {
        const start = range.start + index;
        return { ...of, id, range: { start, end: start + id.length }, listed: true };
      });
    if (!/\d/.test(line) || saysNone.test(line)) return [];
    const from = ofOtherWork.exec(line)?.[0].length ?? 0;
    const ids = matchesIn(line, idLike).filter(
      ({ 0: id, index }) =>
        index >= from && (!/^\d/.test(id) || !/\p{L}/u.test(line)) && !(id.includes(' ') && isOwn(id)),
    );
    return ids.map(({ 0: id, index }): DependencyReference => {
      const start = range.start + index;
      const rest = line.slice(index + id.length);
      // In parentheses it is an aside, and as the text of a link it leads where that leads.
      const isAside = line.lastIndexOf('(', index) > line.lastIndexOf(')', index) || /^[^[\]]*\]\(/.test(rest);
      const { relation, blocking, inFrontMatter } = of;
      const listed = of.listed && !isAside;
      // No spread: it takes as long as all the rest.
      return { id, range: { start, end: start + id.length }, relation, blocking, inFrontMatter, listed };
    });
  });
}
