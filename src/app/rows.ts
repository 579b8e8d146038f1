import type { TreeNode } from './tree-node.ts';

/** The rows of a tree by their ids, the roots in order. */
export interface Rows {
  readonly roots: readonly string[];
  readonly nodes: ReadonlyMap<string, TreeNode>;
}
