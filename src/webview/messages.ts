import type { DependencyMap } from '../core/map/dependency-map.ts';
import type { ReportHtml } from '../core/readiness/report-html.ts';

/** What the dependency map's page is told. */
export interface ToMapPage {
  readonly type: 'map';
  readonly map: DependencyMap;
  /** Whether the whole workspace has been read. */
  readonly complete: boolean;
}

/** What the dependency map's page asks for. */
export type FromMapPage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly key: string; readonly beside: boolean }
  | { readonly type: 'export'; readonly svg: string; readonly mermaid: string };

/** What the readiness report's page is told. */
export type ToReportPage =
  | { readonly type: 'report'; readonly html: ReportHtml; readonly complete: boolean }
  /** How many of how many days of the history have been read. */
  | { readonly type: 'reading'; readonly done: number; readonly all: number }
  /** The history is not being read (any more); `why` says what went wrong. */
  | { readonly type: 'at-rest'; readonly why: string | null };

/** What the readiness report's page asks for. */
export type FromReportPage =
  | { readonly type: 'ready' }
  | { readonly type: 'read'; readonly months: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'copy' };
