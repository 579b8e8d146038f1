import type { PositionRange } from '../core/text.ts';

/** A row of a tree in the side bar, without anything of VS Code's. */
export interface TreeNode {
  /** The same for as long as the row means the same. A row for a document begins with the document's key: see `documentKeyOf`. */
  readonly id: string;
  readonly parent: string | null;
  readonly kind: 'folder' | 'group' | 'workItem' | 'point';
  /** What it is beside its kind, for menus: `notReady` and `finished` for work items. */
  readonly state?: 'notReady' | 'finished';
  readonly label: string;
  readonly description?: string;
  /** A product icon's name and a theme colour's. */
  readonly icon?: { readonly name: string; readonly color?: string };
  /** Says all that the row says by its looks. */
  readonly accessibilityLabel: string;
  readonly expanded: boolean;
  /** Ids; empty for a row that does not open. */
  readonly children: readonly string[];
  /** What the row stands for in a document: its DocumentRef.key and where to look. */
  readonly target?: { readonly key: string; readonly range: PositionRange };
}

/** Separates the key of a document, which holds no line break, from the place at which one of its rows stands. */
const place = '\n';

/** The id of a further row for a document that has one already. */
export const furtherRow = (key: string, at: string): string => key + place + at;

/** The key of the document that a row stands for. */
export const documentKeyOf = (rowId: string): string => rowId.split(place, 1)[0] ?? rowId;
