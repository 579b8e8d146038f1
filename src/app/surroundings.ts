import { candidatesOf } from '../core/checklist/rules/mention-unlinked.ts';
import type { FoundAt, Surroundings } from '../core/checklist/workspace-rule.ts';
import { anchorsOf } from '../core/graph/anchors.ts';
import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { linkedPath } from '../core/graph/linked-path.ts';
import { fileName, folderOf } from '../core/paths.ts';
import type { CheckedDocument } from '../core/report.ts';
import { similarTo } from '../core/similar.ts';
import { isCandidatePath } from './candidate-paths.ts';
import type { FreshnessSource } from './freshness.ts';
import type { Files, FolderEntry } from './ports.ts';
import { textOf, whyUnread } from './read-text.ts';

export interface SurroundingsPorts {
  readonly files: Pick<Files, 'list' | 'read' | 'keyOf'>;
  readonly graph: WorkItemGraph<CheckedDocument>;
  /** Whether the graph has all work items of the folder with that key. */
  isComplete(folder: string): boolean;
  readonly freshness: Pick<FreshnessSource, 'of'>;
  /** The text of a document that is open in an editor, saved or not. */
  openText(key: string): string | undefined;
  /** Gets what could not be looked into, and why. */
  warn(message: string): void;
}

/** Looks around work items: at what their links lead to. */
export interface Lookout {
  /** What stands around a work item, as it is now or was at the last look. Never rejects: what cannot be looked into is unknown. */
  around(item: GraphItem<CheckedDocument>): Promise<Surroundings>;
  /** Forgets everything that was seen. */
  forget(): void;
  /** Forgets the headings of the document. @returns whether they were looked at. */
  forgetHeadings(key: string): boolean;
  /** Forgets the folders that hold these files or folders, which came or went. @returns whether one of them was looked into. */
  forgetPlaces(keys: Iterable<string>): boolean;
}

type Kind = FolderEntry['kind'];
type Anchors = ReadonlyMap<string, string>;

/** In a folder that is not there. Links lead to any number of these. */
const nothing: ReadonlyMap<string, Kind> = new Map();

/** A look that is under way or done. */
interface Look<T> {
  readonly found: Promise<T | null>;
  /** What it has come to, once it has. */
  now?: T | null;
}

/** Makes a lookout that looks at each folder and document once, until it is told to forget. */
export function createLookout(ports: SurroundingsPorts): Lookout {
  const { files, graph, openText } = ports;
  /** Kinds by name, by the keys of folders; null where one may not be read. */
  const listed = new Map<string, Look<ReadonlyMap<string, Kind>>>();
  const anchors = new Map<string, Look<Anchors>>();

  /** What `look` comes to, kept unless it is nothing or fails: then it is null, and tried again the next time. */
  function once<T>(known: Map<string, Look<T>>, key: string, look: () => Promise<T | null>): Promise<T | null> {
    const before = known.get(key);
    if (before) return before.found;
    const forget = (): void => {
      if (known.get(key) === begun) known.delete(key);
    };
    const found = look().then(
      (value) => {
        if (value === nothing) forget();
        begun.now = value;
        return value;
      },
      (error: unknown) => {
        forget();
        ports.warn(`${key}: ${whyUnread(error)}`);
        return null;
      },
    );
    const begun: Look<T> = { found };
    known.set(key, begun);
    return found;
  }

  const keyOf = (folder: string, path: string): string => (path === '' ? folder : files.keyOf(folder, path));

  /** Asks for nothing below a folder that is not there. */
  const list = (folder: string, path: string): Promise<ReadonlyMap<string, Kind> | null> =>
    once(listed, keyOf(folder, path), async () => {
      const kind = await kindOf(folder, path);
      if (kind !== 'folder') return kind === 'other' ? null : nothing;
      const entries = await files.list(folder, path);
      // Some file systems take names apart that git and people write in one (Unicode NFD).
      const kinds = new Map<string, Kind>();
      for (const { name, kind } of entries ?? []) kinds.set(name.normalize(), kind);
      return entries && kinds;
    });

  async function readAnchors(key: string): Promise<Anchors | null> {
    const { text } = textOf(await files.read(key));
    return text === null ? null : anchorsOf(text);
  }

  function anchorsAt({ key, folder }: GraphItem<CheckedDocument>, path: string): Promise<Anchors | null> {
    if (!isCandidatePath(path)) return Promise.resolve(null);
    const at = files.keyOf(folder, path);
    const look = async () => {
      const open = openText(at);
      return open === undefined ? readAnchors(at) : anchorsOf(open);
    };
    // Its own headings change with it, and nobody else need look again then.
    return at === key ? once(new Map(), at, look) : once(anchors, at, look);
  }

  async function kindOf(folder: string, path: string): Promise<Kind | 'missing'> {
    if (path === '') return 'folder';
    const { above, name } = placeOf(path);
    const names = await list(folder, above);
    return names === null ? 'other' : (names.get(name.normalize()) ?? 'missing');
  }

  /** The first of `paths` that is there, then what is named nearly like `path` beside it. */
  async function similarToPath(folder: string, path: string, paths: readonly string[]): Promise<string[]> {
    const kinds = await Promise.all(paths.map((other) => kindOf(folder, other)));
    const meant = paths.filter((_, at) => kinds[at] === 'file' || kinds[at] === 'folder');
    const { above, name } = placeOf(path);
    const isFile = /\.\w+$/.test(name);
    const beside = [...((await list(folder, above)) ?? [])].flatMap(([other, kind]) =>
      !isFile || kind === 'file' ? [other] : [],
    );
    return [...meant, ...similarTo(name, beside).map((found) => (above === '' ? found : `${above}/${found}`))];
  }

  /** What `find` comes to where nobody has to be asked: of most links, since most lead to a few folders. */
  function knownAt(folder: string, path: string, { withAnchors }: Wanted): FoundAt | undefined {
    const { above, name } = placeOf(path);
    const kind = listed.get(keyOf(folder, above))?.now?.get(name.normalize());
    if (kind === 'folder') return { kind };
    return kind === 'file' && !withAnchors ? { kind, anchors: null } : undefined;
  }

  async function find(
    item: GraphItem<CheckedDocument>,
    path: string,
    { withAnchors, target }: Wanted,
  ): Promise<FoundAt> {
    const kind = await kindOf(item.folder, path);
    if (kind === 'other') return { kind: 'unknown' };
    if (kind === 'folder') return { kind };
    if (kind === 'file') return { kind, anchors: withAnchors ? await anchorsAt(item, path) : null };
    const meant = target === null ? [] : otherReadings(item.report.path, target);
    return { kind, similar: target === null ? [] : await similarToPath(item.folder, path, meant) };
  }

  return {
    async around(item) {
      const { folder } = item;
      const found = new Map<string, FoundAt>();
      const asked: Promise<unknown>[] = [];
      for (const [path, want] of wantedBy(item.report)) {
        const known = knownAt(folder, path, want);
        if (known) found.set(path, known);
        else asked.push(find(item, path, want).then((at) => found.set(path, at)));
      }
      if (asked.length > 0) await Promise.all(asked);
      return {
        item,
        graph,
        complete: ports.isComplete(folder),
        freshness: await ports.freshness.of(item),
        lookUp: (path) => found.get(path) ?? { kind: 'unknown' },
      };
    },
    forget() {
      listed.clear();
      anchors.clear();
    },
    forgetHeadings: (key) => anchors.delete(key),
    forgetPlaces(keys) {
      let any = false;
      for (const key of keys) {
        any = listed.delete(key.slice(0, key.lastIndexOf('/'))) || any;
        if (!listed.delete(key)) continue;
        for (const folder of listed.keys()) if (folder.startsWith(`${key}/`)) listed.delete(folder);
        any = true;
      }
      return any;
    },
  };
}

/** What is asked of a path. */
interface Wanted {
  readonly withAnchors: boolean;
  /** That of a link, as it stands in the text; null where nothing is missed that is not there. */
  readonly target: string | null;
}

/** The paths to which a report's links and names of files may lead, once each. */
function wantedBy({ path: from, links, paths }: CheckedDocument): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { target, wiki } of links) {
    const linked = wiki ? null : linkedPath(from, target);
    if (!linked) continue;
    const withAnchors = wanted.get(linked.path)?.withAnchors || linked.anchor !== null;
    wanted.set(linked.path, { withAnchors, target });
  }
  for (const named of paths)
    for (const path of candidatesOf(from, named))
      if (!wanted.has(path)) wanted.set(path, { withAnchors: false, target: null });
  return wanted;
}

/** Where a target leads that is meant from the workspace folder on, or written with backslashes. */
function otherReadings(from: string, target: string): string[] {
  const slashes = target.replaceAll('\\', '/');
  const targets = [`/${slashes}`, ...(slashes === target ? [] : [slashes])];
  return targets.flatMap((other) => linkedPath(from, other)?.path ?? []);
}

function placeOf(path: string): { readonly above: string; readonly name: string } {
  return { above: folderOf(path), name: fileName(path) };
}
