import type { PositionRange } from '../core/text.ts';

/** What every row of a tree in the side bar has, without anything of VS Code's. */
export interface TreeRow {
  /** The same for as long as the row means the same. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** A product icon's name and a theme colour's. */
  readonly icon?: { readonly name: string; readonly color?: string };
  /** Says all that the row says by its looks. */
  readonly accessibilityLabel: string;
  readonly expanded: boolean;
  /** Folded because there are so many rows, though it may have been unfolded when there were fewer. */
  readonly tooMany?: true;
  /** Ids; empty for a row that does not open. */
  readonly children: readonly string[];
  /** What a click opens: the DocumentRef.key of a document, and where to look. */
  readonly target?: { readonly key: string; readonly range?: PositionRange };
}

/** A row for work items or for a part of one; where it is for a document, its id begins with the document's key: see `documentKeyOf`. */
export interface TreeNode extends TreeRow {
  readonly parent: string | null;
  readonly kind: 'folder' | 'group' | 'workItem' | 'point';
  /** What it is beside its kind, for menus: `notReady` and `finished` for work items. */
  readonly state?: 'notReady' | 'finished';
  /** What the row stands for in a document. */
  readonly target?: { readonly key: string; readonly range: PositionRange };
}

/** Separates the key of a document, which holds no line break, from the place at which one of its rows stands. */
const place = '\n';

/** The id of a further row for a document that has one already. */
export const furtherRow = (key: string, at: string): string => key + place + at;

/** The key of the document that a row stands for. */
export const documentKeyOf = (rowId: string): string => rowId.split(place, 1)[0] ?? rowId;
