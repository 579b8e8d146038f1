import type { MarkdownDocument } from '../core/document/document.ts';
import { readWorkItem } from '../core/document/work-item.ts';
import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { linkMentions, type Mention, mentionAt, mentionsIn } from '../core/graph/mentions.ts';
import { idsOf } from '../core/graph/work-item-ids.ts';
import { fileName } from '../core/paths.ts';
import type { DocumentRef, Files, Log } from './ports.ts';
import { textOf, whyUnread } from './read-text.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';
import type { IndexedDocument, WorkspaceIndex } from './workspace-index.ts';

export interface NavigationPorts extends SlicePorts {
  readonly index: WorkspaceIndex;
  readonly graph: WorkItemGraph;
  readonly files: Pick<Files, 'read'>;
  readonly log: Log;
  /** The text of a document that is open in an editor, saved or not. */
  openText(key: string): string | undefined;
  read(document: DocumentRef, text: string): MarkdownDocument;
}

/** A document as it was read, with places in it where work items are spoken of. */
export interface Mentions {
  readonly document: DocumentRef;
  readonly read: MarkdownDocument;
  readonly mentions: readonly Mention[];
}

/** What a place in a work item's text stands for. */
export interface Target {
  readonly items: readonly GraphItem[];
  /** Null for the title. */
  readonly mention: Mention | null;
  readonly read: MarkdownDocument;
}

/** Finds its way between the work items of a workspace. */
export interface Navigation {
  readonly graph: WorkItemGraph;
  /** The places where the work item `document` speaks of work items; null in a document that is none. Waits for the workspace to be read. */
  mentionsIn(document: DocumentRef, text: string): Promise<Mentions | null>;
  /** What stands at `offset` of the work item `document`: a mention, or its title. */
  targetAt(document: DocumentRef, text: string, offset: number): Promise<Target | null>;
  /**
   * Every place of its workspace folder where the work item is spoken of: in work items by ids and links, in other documents by links.
   * Documents in their order. Rejects with the signal's reason when it is aborted.
   */
  find(item: GraphItem, signal: AbortSignal): Promise<Mentions[]>;
}

/** Makes it from an index and the graph that is kept up with it; reads texts when it is asked, and keeps none. */
export function createNavigation(ports: NavigationPorts): Navigation {
  const { index, graph, files, log, openText } = ports;

  /** Whether the document is a work item, once the work items around it are known. */
  async function isWorkItem({ key }: DocumentRef): Promise<boolean> {
    if (!index.documents.has(key)) await index.settled();
    if (!index.documents.get(key)?.report.workItem) return false;
    await index.start();
    await index.settled();
    return true;
  }

  async function mentions(document: DocumentRef, text: string): Promise<Mentions | null> {
    if (!(await isWorkItem(document))) return null;
    const read = ports.read(document, text);
    return { document, read, mentions: mentionsIn(read, document.folder, graph) };
  }

  /** @returns null where it cannot be read. */
  async function textAt({ key, path }: DocumentRef): Promise<string | null> {
    const open = openText(key);
    if (open !== undefined) return open;
    try {
      return textOf(await files.read(key)).text;
    } catch (error) {
      log.warn(`${path}: ${whyUnread(error)}`);
      return null;
    }
  }

  async function findIn({ document, report }: IndexedDocument, item: GraphItem, mayName: MayName): Promise<Mentions[]> {
    const text = await textAt(document);
    if (text === null || !mayName(text)) return [];
    const read = ports.read(document, text);
    const all = report.workItem ? mentionsIn(read, document.folder, graph) : linkMentions(read, document.folder, graph);
    const found = all.filter(({ items }) => items.some(({ key }) => key === item.key));
    return found.length > 0 ? [{ document, read, mentions: found }] : [];
  }

  return {
    graph,
    mentionsIn: mentions,
    async targetAt(document, text, offset) {
      const all = await mentions(document, text);
      if (!all) return null;
      const { read } = all;
      const mention = mentionAt(all.mentions, offset);
      if (mention) return { items: mention.items, mention, read };
      const { titleRange } = readWorkItem(read);
      const own = graph.get(document.key);
      return own && titleRange.start <= offset && offset <= titleRange.end
        ? { items: [own], mention: null, read }
        : null;
    },
    async find(item, signal) {
      await index.start();
      await index.settled();
      const slices = createSlices(ports, sliceBudget);
      const mayName = mayNameOf(item);
      const found: Mentions[] = [];
      for (const indexed of [...index.documents.values()]) {
        if (indexed.document.folder !== item.folder) continue;
        while (slices.isOver()) await slices.pause();
        signal.throwIfAborted();
        found.push(...(await findIn(indexed, item, mayName)));
      }
      return found.sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
    },
  };
}

/** Whether a text is worth a closer look. */
type MayName = (text: string) => boolean;

/** Spares most texts: those that hold no number of its ids, nor all words of its file's name, which no encoding changes. */
function mayNameOf({ report }: GraphItem): MayName {
  const file = fileName(report.path).replace(/\.\w+$/, '');
  const words = file.toLowerCase().match(/[a-z\d]+/g) ?? [];
  const numbers = idsOf(report).map((id) => /\d+$/.exec(id)?.[0] ?? id);
  return (text) => {
    const lower = text.toLowerCase();
    return numbers.some((number) => lower.includes(number)) || words.every((word) => lower.includes(word));
  };
}
