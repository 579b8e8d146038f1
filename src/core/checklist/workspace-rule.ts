import type { GraphItem, WorkItemGraph } from '../graph/graph.ts';
import type { Freshness } from '../history.ts';
import type { CheckedDocument, Finding, Fix, Severity } from '../report.ts';
import type { PositionRange } from '../text.ts';

/** What a path of the workspace folder leads to. */
export type FoundAt =
  /** `anchors` are the headings that can be linked to, as of `anchorsOf`; null where there are none to be had. */
  | { readonly kind: 'file'; readonly anchors: ReadonlyMap<string, string> | null }
  | { readonly kind: 'folder' }
  /** Nothing there; `similar` are paths that it may have been meant for, the likeliest first. */
  | { readonly kind: 'missing'; readonly similar: readonly string[] }
  /** It could not be looked at, as behind a symbolic link. */
  | { readonly kind: 'unknown' };

/** A work item and what stands around it: what a workspace rule looks at. */
export interface Surroundings {
  readonly item: GraphItem<CheckedDocument>;
  readonly graph: WorkItemGraph<CheckedDocument>;
  /** Whether the graph has all work items of the folder: else nothing follows from one that it does not have. */
  readonly complete: boolean;
  /** What is at `path`, relative to the work item's folder. */
  lookUp(path: string): FoundAt;
  /** What git tells of it; null where that is not known, or it is not in progress or changed today. */
  readonly freshness: Freshness | null;
}

/** One place where a workspace rule is broken. */
export interface WorkspaceFault {
  readonly range: PositionRange;
  /** As that of a Fault. */
  readonly message: string;
  readonly related?: Finding['related'];
}

/**
 * A named check of a work item against the rest of its workspace: files, and what other work items say.
 * Its id is the name of its file, of its page in docs/rules and of its setting, as that of a Rule.
 */
export interface WorkspaceRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly openOnly: boolean;
  find(surroundings: Surroundings): readonly WorkspaceFault[];
  /** How to mend a fault; null where only a person can. */
  mend(surroundings: Surroundings, fault: WorkspaceFault): Fix | null;
}
