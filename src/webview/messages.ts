import type { DependencyMap } from '../core/map/dependency-map.ts';

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
