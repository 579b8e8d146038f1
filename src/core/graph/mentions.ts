import { codeSpans } from '../document/code-spans.ts';
import { dependencyLines, dependencyReferences } from '../document/dependency-lines.ts';
import type { MarkdownDocument } from '../document/document.ts';
import { type Link, linksOf } from '../document/links.ts';
import type { Block } from '../document/markdown.ts';
import { readWorkItem } from '../document/work-item.ts';
import type { TextRange } from '../text.ts';
import type { GraphItem, WorkItemGraph } from './graph.ts';
import { linkedPath } from './linked-path.ts';
import { comparableId } from './work-item-ids.ts';

/** A place where a text speaks of a work item. */
export interface Mention {
  /** Of the id, or of the link's target. */
  readonly range: TextRange;
  /** As it stands in the text. */
  readonly text: string;
  readonly kind: 'id' | 'link';
  /** The work items that go by it, at least one; several where an id is not unique. */
  readonly items: readonly GraphItem[];
}

/** Where a work item is spoken of; asks for the work items of `folder`. */
type Named = Pick<WorkItemGraph, 'named' | 'at' | 'inFilesNamed'>;

/**
 * The places where a document speaks of work items that the graph knows, itself included, in order.
 * Code speaks of none, but for a span that is nothing else than an id.
 * @param folder key of the workspace folder that holds the document.
 */
export function mentionsIn(document: MarkdownDocument, folder: string, graph: Named): Mention[] {
  const links = linksOf(document);
  const targets = links.filter(({ wiki }) => !wiki);
  const found = new Map<number, Mention>();
  const add = ({ range, text }: Pick<Mention, 'range' | 'text'>, items: readonly GraphItem[]): void => {
    const inTarget = targets.some((link) => link.range.start <= range.start && range.end <= link.range.end);
    if (items.length > 0 && !inTarget) found.set(range.start, { range, text, kind: 'id', items });
  };
  for (const { id, range } of idsIn(document)) add({ range, text: id }, itemsBy(id, folder, graph));
  for (const { id, range } of dependencyReferences(document.text, dependencyLines(document)))
    add({ range, text: id }, ofBestClaim(id, graph.named(folder, id)));
  const own = ownId(document);
  if (own) add(own, ofBestClaim(own.text, graph.named(folder, own.text)));
  for (const link of leadingToItems(links, document.path, folder, graph))
    if (!found.has(link.range.start)) found.set(link.range.start, link);
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** The links of a document that lead to work items, in order; cheaper than all its mentions. */
export function linkMentions(document: MarkdownDocument, folder: string, graph: Omit<Named, 'named'>): Mention[] {
  return leadingToItems(linksOf(document), document.path, folder, graph);
}

function leadingToItems(links: readonly Link[], from: string, folder: string, graph: Omit<Named, 'named'>): Mention[] {
  return links.flatMap((link): Mention[] => {
    const { target: text, range } = link;
    const item = text.startsWith('#') ? undefined : linkedItem(from, link, folder, graph);
    return item ? [{ range, text, kind: 'link', items: [item] }] : [];
  });
}

function linkedItem(from: string, { target, wiki }: Link, folder: string, graph: Omit<Named, 'named'>) {
  const linked = linkedPath(from, target);
  const item = linked && graph.at(folder, linked.path);
  if (item || !wiki) return item ?? undefined;
  // A wiki names pages wherever they are.
  const pages = graph.inFilesNamed(folder, target);
  return pages.length === 1 ? pages[0] : undefined;
}

/** The mention that `offset` stands in or right behind. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | null {
  const touching = mentions.filter(({ range }) => range.start <= offset && offset <= range.end);
  return touching.find(({ range }) => offset < range.end) ?? touching[0] ?? null;
}

/** The value of the document's id field. */
function ownId(document: MarkdownDocument): Pick<Mention, 'range' | 'text'> | null {
  const { id, idRange } = readWorkItem(document);
  if (id === null || idRange === null) return null;
  // The value may stand in quotes.
  const start = document.text.indexOf(id, idRange.start);
  return start < 0 || start + id.length > idRange.end ? null : { range: { start, end: start + id.length }, text: id };
}

/**
 * What could be an id in a sentence: `TASK-12`, `WP03`, `beans-x7f2`, `#12`, `Story 4.2`; not a part of a path, an address or a file's name.
 * Numbers alone are ids among dependencies only.
 */
const idLike =
  /(?<![\p{L}\w./\\@#&=?%+-])(?:#\d{1,7}|[A-Za-z]{1,20} \d{1,7}(?:\.\d{1,4}){0,3}|[A-Za-z](?:[\w-]{0,38}\w)?(?:\.\d{1,4}){0,3})(?![\p{L}\w/\\@%-]|\.[\p{L}\w])/gu;

/** Whether all of a text is an id that is found in sentences. */
export function isFindableId(text: string): boolean {
  const [match] = text.matchAll(idLike);
  return match?.[0] === text && /\d/.test(text);
}

function* idsIn({ text, blocks }: MarkdownDocument): Generator<{ readonly id: string; readonly range: TextRange }> {
  let at = 0;
  let last: Block | undefined;
  let spans: readonly TextRange[] = [];
  for (const { id, index } of idsInLines(text)) {
    const range = { start: index, end: index + id.length };
    while ((blocks[at]?.range.end ?? Number.POSITIVE_INFINITY) <= index) at++;
    const block = blocks[at];
    if (block && block.range.start <= index) {
      // `- [ ] #1 The first` numbers a criterion.
      if (block.kind === 'code' || (block.kind === 'item' && block.range.start === index && id.startsWith('#')))
        continue;
      if (last !== block) spans = codeSpans(text, block.range);
      last = block;
      if (isPartOfCode(text, range, spans)) continue;
    }
    yield { id, range };
  }
}

/** Looks at lines with a digit only: most have none, and looking for a digit is quick. */
function* idsInLines(text: string): Generator<{ readonly id: string; readonly index: number }> {
  const digit = /\d/g;
  for (let found = digit.exec(text); found; found = digit.exec(text)) {
    const start = text.lastIndexOf('\n', found.index) + 1;
    const end = text.indexOf('\n', found.index);
    const line = text.slice(start, end < 0 ? undefined : end);
    for (const { 0: id, index } of line.matchAll(idLike)) if (/\d/.test(id)) yield { id, index: start + index };
    digit.lastIndex = start + line.length;
  }
}

/** Whether the range stands in a code span that holds more than that. */
function isPartOfCode(text: string, { start, end }: TextRange, spans: readonly TextRange[]): boolean {
  const span = spans.find((found) => found.start < start && end < found.end);
  return span !== undefined && text.slice(span.start, span.end).replace(/^`+ ?| ?`+$/g, '') !== text.slice(start, end);
}

/** The work items that go by an id in a sentence. */
function itemsBy(id: string, folder: string, graph: Named): readonly GraphItem[] {
  const items = ofBestClaim(id, graph.named(folder, id));
  // `#12` is an issue somewhere else, and "task 2" a part of this text, unless a work item calls itself that.
  if (id.startsWith('#')) return items.filter((item) => states(item, id));
  if (id.includes(' ')) return items.filter(({ report }) => report.title.toLowerCase().startsWith(id.toLowerCase()));
  return items;
}

/** Those that state the id as theirs, where there are any. */
function ofBestClaim(id: string, items: readonly GraphItem[]): readonly GraphItem[] {
  const stating = items.filter((item) => states(item, id));
  return stating.length > 0 ? stating : items;
}

const states = ({ report }: GraphItem, id: string): boolean =>
  report.id !== null && comparableId(report.id) === comparableId(id);
