import type { GraphItem } from '../core/graph/graph.ts';
import { faultOfNewId, renamedMention, renamedPath, renamedTarget } from '../core/graph/rename-id.ts';
import { fileName } from '../core/paths.ts';
import { type PositionRange, positionsOf } from '../core/text.ts';
import type { Navigation, Target } from './navigation.ts';
import type { DocumentRef } from './ports.ts';

/** What gives a work item another id: changes of texts, then the new path of its file. */
export interface Renaming {
  readonly edits: readonly {
    readonly document: DocumentRef;
    readonly range: PositionRange;
    readonly text: string;
  }[];
  /** The work item's file, and its path in the workspace folder from then on; null where the name does not carry the id. */
  readonly move: { readonly item: GraphItem; readonly path: string } | null;
}

/** The work item cannot be renamed; the message says why, in words for the user. */
export class RenameRefused extends Error {
  override readonly name = 'RenameRefused';
}

/** An id that can be renamed where it stands. */
export interface Renamable {
  readonly item: GraphItem;
  /** As it stands in the text. */
  readonly id: string;
  readonly range: PositionRange;
}

/**
 * Finds the id that stands at a place and can be renamed there.
 * @param own key of the document that holds the place.
 * Throws a RenameRefused where there is none.
 */
export function renamable(target: Target | null, own: string): Renamable {
  const mention = target?.mention;
  if (!target || mention?.kind !== 'id') throw new RenameRefused('There is no id of a work item here.');
  // In its own text, an id that others have too is that of this work item.
  const item = mention.items.find(({ key }) => key === own) ?? mention.items[0];
  if (!item || (mention.items.length > 1 && item.key !== own))
    throw new RenameRefused(
      `${mention.items.length} work items are called ${mention.text}: ${mention.items.map(({ report }) => report.path).join(', ')}. Rename it in one of them.`,
    );
  return { item, id: mention.text, range: positionsOf(target.read.lines, mention.range) };
}

/**
 * Works out what gives the work item, which the text calls `from`, the id `to`: in its own text, wherever else it is spoken of, and in its file's name.
 * Rejects with a RenameRefused when `to` is no id or taken, or with the signal's reason.
 */
export async function renameWorkItem(
  navigation: Navigation,
  item: GraphItem,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Renaming> {
  const { graph } = navigation;
  const fault = faultOfNewId(from, to);
  if (fault !== null) throw new RenameRefused(fault);
  const taken = graph.named(item.folder, to).find(({ key }) => key !== item.key);
  if (taken)
    throw new RenameRefused(`${to} is taken by “${taken.report.title}” (${taken.report.path}). Choose another id.`);
  const path = renamedPath(item.report.path, from, to);
  const file = path === null ? null : fileName(path);
  const found = await navigation.find(item, signal);
  const edits = found.flatMap(({ document, read, mentions }) =>
    mentions.flatMap((mention) => {
      if (mention.items.length > 1 && document.key !== item.key) return [];
      const text = mention.kind === 'id' ? renamedMention(mention.text, from, to) : linkTo(mention.text, file);
      return text === mention.text ? [] : [{ document, range: positionsOf(read.lines, mention.range), text }];
    }),
  );
  return { edits, move: path === null ? null : { item, path } };
}

/** The target of a link when the file that it leads to is called `file`; a wiki link may leave the extension out. */
function linkTo(target: string, file: string | null): string {
  if (file === null) return target;
  const extension = /\.\w+$/.exec(file)?.[0] ?? '';
  const [address = ''] = target.split('#');
  return renamedTarget(target, address.endsWith(extension) ? file : file.slice(0, -extension.length));
}
