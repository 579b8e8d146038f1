import type { FoundAt, Surroundings } from '../core/checklist/workspace-rule.ts';
import { readDocument } from '../core/document/document.ts';
import { anchorsOf } from '../core/graph/anchors.ts';
import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { linkedPath } from '../core/graph/linked-path.ts';
import { similarTo } from '../core/similar.ts';
import { isCandidatePath } from './candidate-paths.ts';
import type { Files, FolderEntry } from './ports.ts';
import { textOf } from './read-text.ts';

export interface SurroundingsPorts {
  readonly files: Pick<Files, 'list' | 'read' | 'keyOf'>;
  readonly graph: WorkItemGraph;
  /** The text of a document that is open in an editor, saved or not. */
  openText(key: string): string | undefined;
}

/** Looks around work items: at what their links lead to. */
export interface Lookout {
  /** What stands around a work item, as it is now or was at the last look. */
  around(item: GraphItem): Promise<Surroundings>;
  /** Forgets what was seen, as when files come and go. */
  forget(): void;
}

/** Makes a lookout that looks at each folder and document once, until it is told to forget. */
export function createLookout({ files, graph, openText }: SurroundingsPorts): Lookout {
  /** By folder and path: what is in a folder; null where there is no such folder. */
  const listed = new Map<string, Promise<readonly FolderEntry[] | null>>();
  const anchors = new Map<string, Promise<ReadonlySet<string> | null>>();

  function list(folder: string, path: string): Promise<readonly FolderEntry[] | null> {
    const at = `${folder}\n${path}`;
    const known = listed.get(at) ?? files.list(folder, path);
    listed.set(at, known);
    return known;
  }

  /** Asked for anew where the document is open: it may be edited. */
  function anchorsAt(folder: string, path: string): Promise<ReadonlySet<string> | null> {
    if (!isCandidatePath(path)) return Promise.resolve(null);
    const key = files.keyOf(folder, path);
    const open = openText(key);
    if (open !== undefined) return Promise.resolve(anchorsOf(readDocument(path, open)));
    const known = anchors.get(key) ?? readAnchors(key, path);
    anchors.set(key, known);
    return known;
  }

  async function readAnchors(key: string, path: string): Promise<ReadonlySet<string> | null> {
    const { text } = textOf(await files.read(key));
    return text === null ? null : anchorsOf(readDocument(path, text));
  }

  async function kindOf(folder: string, path: string): Promise<FolderEntry['kind'] | undefined> {
    if (path === '') return 'folder';
    const { above, name } = placeOf(path);
    const parent = await kindOf(folder, above);
    if (parent !== 'folder') return parent === 'other' ? 'other' : undefined;
    return (await list(folder, above))?.find((entry) => entry.name === name)?.kind;
  }

  async function find(folder: string, path: string, withAnchors: boolean): Promise<FoundAt> {
    const kind = await kindOf(folder, path);
    if (kind === 'other') return { kind: 'unknown' };
    if (kind === 'folder') return { kind };
    if (kind === 'file') return { kind, anchors: withAnchors ? await anchorsAt(folder, path) : null };
    const { above, name } = placeOf(path);
    return { kind: 'missing', similar: similarIn(above, name, (await list(folder, above)) ?? []) };
  }

  return {
    async around(item) {
      const { folder, report } = item;
      const wanted = new Map<string, boolean>();
      for (const { target } of report.links) {
        const linked = linkedPath(report.path, target);
        if (linked) wanted.set(linked.path, (wanted.get(linked.path) ?? false) || linked.anchor !== null);
      }
      const found = new Map<string, FoundAt>();
      for (const [path, withAnchors] of wanted) found.set(path, await find(folder, path, withAnchors));
      return { item, graph, lookUp: (path) => found.get(path) ?? { kind: 'unknown' } };
    },
    forget() {
      listed.clear();
      anchors.clear();
    },
  };
}

function placeOf(path: string): { readonly above: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { above: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}

function similarIn(folder: string, name: string, entries: readonly FolderEntry[]): string[] {
  const similar = similarTo(
    name,
    entries.map((entry) => entry.name),
  );
  return similar.map((found) => (folder === '' ? found : `${folder}/${found}`));
}
