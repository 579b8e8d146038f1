import type { HandoffReport } from './handoff/read-note.ts';
import type { PositionRange } from './text.ts';
import type { StatusKind } from './vocabulary/status-words.ts';

/** The five points of the async-ready checklist, in the order in which they are shown. */
export const pointIds = ['goal', 'resources', 'status', 'dependencies', 'done'] as const;
export type PointId = (typeof pointIds)[number];

/** What the points are called wherever they are shown. */
export const pointNames: Readonly<Record<PointId, string>> = {
  goal: 'Goal',
  resources: 'Resources',
  status: 'Status and next action',
  dependencies: 'Dependencies',
  done: 'Definition of done',
};

/** How loudly a finding is shown, as in VS Code; `off` means that the rule does not run. */
export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** What a point, or a half of one, comes to. */
export type Verdict = 'met' | 'unmet' | 'not-applicable';

/** How a work item speaks of dependencies: names some, says there are none, has only a tool's empty field, or nothing. */
export type DependenciesKind = 'listed' | 'none-stated' | 'empty-default' | 'absent';

/** The verdict on one point of a work item. */
export interface PointVerdict {
  readonly verdict: 'met' | 'unmet';
  /** The evidence, or where the point is unmet, the place where a reader would look for it. */
  readonly range: PositionRange;
}

/** The status point, with its two halves. */
export interface StatusVerdict extends PointVerdict {
  readonly currentStatus: 'met' | 'unmet';
  /** Of the current status alone: `range` is that of the next action where only this is missing. */
  readonly currentStatusRange: PositionRange;
  readonly nextAction: Verdict;
}

export interface DependenciesVerdict extends PointVerdict {
  readonly kind: DependenciesKind;
}

export interface PointVerdicts {
  readonly goal: PointVerdict;
  readonly resources: PointVerdict;
  readonly status: StatusVerdict;
  readonly dependencies: DependenciesVerdict;
  readonly done: PointVerdict;
}

/** What a verdict rests on, for people to read. */
interface Evidence {
  /** Met: the evidence in the document's words. Unmet: what is missing, or what was found instead. One line, no markdown. */
  readonly evidence: string;
}

export type PointReport = PointVerdict & Evidence;

export type PointReports = { readonly [Point in PointId]: PointVerdicts[Point] & Evidence };

/** One place where a rule is broken. */
export interface Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly range: PositionRange;
  /** Whether `fixFinding` has a fix for it. */
  readonly fixable: boolean;
  /** Other places that it is about. */
  readonly related?: readonly RelatedPlace[];
}

/** A place in another document that a finding is about. */
export interface RelatedPlace {
  /** Of the document: DocumentRef.key. */
  readonly key: string;
  readonly range: PositionRange;
  readonly message: string;
}

/** A link of a work item to something that could be in the workspace. */
export interface LinkReport {
  /** Where it leads, as it stands in the text: a path, relative or from the workspace folder on, with or without an anchor; for a wiki link a page. */
  readonly target: string;
  /** Of the target. */
  readonly range: PositionRange;
  readonly wiki: boolean;
  /** Where it stands among dependencies: whether the work waits on what it leads to, or blocks it. */
  readonly relation: 'waits-on' | 'blocks' | null;
  /** Whether somebody wrote that the work stands still for it ("Blocked by", "Waiting on"). */
  readonly blocking: boolean;
  /** Whether it stands among dependencies in a line that holds nothing but names of work. */
  readonly listed: boolean;
}

/** A path among the resources of a work item that is no link. */
export interface PathReport {
  /** As it stands, without the marks of code: `src/a.ts`, `docs/`, `src/a.ts:42`. */
  readonly path: string;
  /** With the marks of code. */
  readonly range: PositionRange;
  readonly code: boolean;
}

/** An id by which a work item may speak of other work that it waits on, or that waits on it. */
export interface DependencyReport {
  readonly id: string;
  readonly range: PositionRange;
  readonly relation: 'waits-on' | 'blocks';
  /** As that of a LinkReport. */
  readonly blocking: boolean;
  readonly listed: boolean;
  readonly inFrontMatter: boolean;
}

/** Something that the work waits on, in the words of its author; it may name other work, too. */
export interface WaitReport {
  /** In one line, without markdown. */
  readonly text: string;
  readonly range: PositionRange;
  /** Since when, where the text says so: an ISO 8601 day. */
  readonly since: string | null;
  /** Whether it is said that the work stands still for it. */
  readonly blocking: boolean;
}

/** A comment that suppresses findings which begin in `scope`; docs/suppression.md. */
export interface SuppressionReport {
  readonly command: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Null for all rules. */
  readonly rule: string | null;
  readonly scope: PositionRange;
}

/** How a document keeps its facts: in front matter, in a table, in labelled lines, or under headings only. */
export type DocumentStyle = 'front-matter' | 'table' | 'labels' | 'headings';

/** What the check of a document comes to: all that its findings need, those of workspace rules among them. Plain data, as a DocumentReport. */
export interface CheckedDocument {
  /** Relative to the workspace folder (or to where the CLI ran), with `/`. */
  readonly path: string;
  readonly workItem: boolean;
  readonly finished: boolean;
  /** Its status says that somebody is at work on it. */
  readonly inProgress: boolean;
  /** Its status says that it waits on something outside it, and only its dependencies say on what. */
  readonly blocked: boolean;
  /** The first heading, the front matter's title or, without either, the file's name. Never empty. */
  readonly title: string;
  readonly titleRange: PositionRange;
  /** The work item's id as its document states it. */
  readonly id: string | null;
  /** Whether the document gives itself that id, in a field for it, rather than naming an issue or a requirement by it. */
  readonly idIsOwn: boolean;
  /** Where that id stands. */
  readonly idRange: PositionRange | null;
  /** The current status in the document's words. */
  readonly status: string | null;
  /** What the status says of the work; null where that is not known. */
  readonly statusKind: StatusKind | null;
  readonly points: PointVerdicts;
  /** Of open work, in order. */
  readonly links: readonly LinkReport[];
  /** Of open work, in order. */
  readonly paths: readonly PathReport[];
  /** Of open work, in order. */
  readonly dependencies: readonly DependencyReport[];
  readonly suppressions: readonly SuppressionReport[];
  readonly findings: readonly Finding[];
}

/** What is kept of a checked document to be shown: plain data with strings of its own, which do not keep the document's text alive. */
export interface DocumentReport extends CheckedDocument {
  /** Who does the work, in the document's words. */
  readonly owner: string | null;
  /** In the document's words, as are the labels. */
  readonly milestone: string | null;
  readonly labels: readonly string[];
  /** The ISO 8601 day on which the work as a whole is due. */
  readonly due: string | null;
  readonly style: DocumentStyle;
  readonly points: PointReports;
  /** Of open work, in order. */
  readonly waits: readonly WaitReport[];
  /** How much of what it lacks `addEverythingMissing` can add, whether a finding asks for it or not. */
  readonly additions: number;
  /** What a handoff note says; null for every other document. */
  readonly handoff: HandoffReport | null;
}

/** A change of a document that mends a finding. */
export interface Fix {
  readonly title: string;
  /** Replaced range and the text for it in TextMate snippet syntax (`${1:placeholder}`, `$0`; `$`, `}` and `\` escaped). */
  readonly edits: readonly { readonly range: PositionRange; readonly snippet: string }[];
}

/** How many of the five points are met. */
export function metPoints(points: PointVerdicts): number {
  return pointIds.filter((id) => points[id].verdict === 'met').length;
}

/** Readiness in words: `ready`, or `4 of 5`. */
export function readinessLabel(points: PointVerdicts): string {
  const met = metPoints(points);
  return met === pointIds.length ? 'ready' : `${met} of ${pointIds.length}`;
}
