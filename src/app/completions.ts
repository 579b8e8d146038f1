import { type CompletionPlace, completionPlace } from '../core/completion/place.ts';
import { type Suggestion, suggestionsFor } from '../core/completion/suggest.ts';
import { ignoredFolders } from '../core/document/candidates.ts';
import type { FrontMatter } from '../core/document/front-matter.ts';
import { folderOf } from '../core/paths.ts';
import type { DocumentReport } from '../core/report.ts';
import type { TeamMember } from '../core/team.ts';
import { workFolder } from '../core/vocabulary/document-kinds.ts';
import type { Vocabulary } from '../core/vocabulary/vocabulary.ts';
import type { DocumentRef, Files, Log } from './ports.ts';
import { textOf, whyUnread } from './read-text.ts';
import { createRecentAuthors, type RecentAuthorsPorts } from './recent-authors.ts';
import type { IndexedDocument, WorkspaceIndex } from './workspace-index.ts';

export interface CompletionsPorts extends RecentAuthorsPorts {
  readonly index: WorkspaceIndex;
  readonly files: Pick<Files, 'read' | 'list'>;
  readonly log: Log;
  openText(key: string): string | undefined;
  vocabulary(document: DocumentRef): Vocabulary;
  team(folder: string): readonly TeamMember[];
  /** That of core/document/front-matter.ts, given so that this is loaded without a YAML library of its own. */
  readFrontMatter(text: string): FrontMatter | null;
}

export interface Completion {
  readonly place: CompletionPlace;
  readonly suggestions: readonly Suggestion[];
  /** Whether there are no others, however the typing goes on. */
  readonly complete: boolean;
}

export interface Completions {
  /** What could be written at `offset` of the document; null in what is no work item and does not lie among some, and where nothing of ours could. */
  at(document: DocumentRef, text: string, offset: number): Promise<Completion | null>;
}

type Fields = readonly (readonly [key: string, value: string])[];

/** How many work items are looked at for what their front matter holds: enough to see a team's habits, few enough to wait for. */
const sample = 100;

/** How many suggestions are made at a time; VS Code takes long over more. */
const most = 300;

/** Makes it from an index; reads front matter when it is first asked for, and again where that has changed. */
export function createCompletions(ports: CompletionsPorts): Completions {
  const { index, files, log, openText, vocabulary, readFrontMatter } = ports;
  const known = new WeakMap<DocumentReport, Fields>();
  const authors = createRecentAuthors(ports);

  async function fieldsOf({ document: { key, path }, report }: IndexedDocument): Promise<Fields> {
    let fields = known.get(report);
    if (fields) return fields;
    try {
      const text = openText(key) ?? textOf(await files.read(key)).text ?? '';
      fields = readFrontMatter(text)?.entries.map(({ key, text: value }) => [key, value] as const) ?? [];
    } catch (error) {
      log.warn(`${path}: ${whyUnread(error)}`);
      fields = [];
    }
    known.set(report, fields);
    return fields;
  }

  /** The front matter of the work items that are likest the one at `path`: those of its folder before others. */
  async function fieldsAround(path: string, others: readonly IndexedDocument[]): Promise<Fields> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const withFields = others.filter(({ report }) => report.style === 'front-matter');
    const [near, far] = [true, false].map((isNear) =>
      withFields.filter(({ document }) => document.path.startsWith(folder) === isNear),
    );
    const chosen = [...(near ?? []), ...(far ?? [])].slice(0, sample);
    return (await Promise.all(chosen.map(fieldsOf))).flat();
  }

  /** What is in the folder that a path leads to as far as it is typed, relative to the workspace folder; folders first. */
  async function pathsFrom(folder: string, typed: string): Promise<string[]> {
    const above = folderOf(typed);
    // An address, or a path that begins elsewhere.
    if (/^\/|[:\\]|(?:^|\/)\.\.?(?:\/|$)/.test(typed)) return [];
    const entries = (await files.list(folder, above)) ?? [];
    const shown = entries.filter(({ name, kind }) => kind !== 'other' && !ignoredFolders.includes(name));
    return shown
      .sort((a, b) => b.kind.localeCompare(a.kind) || a.name.localeCompare(b.name))
      .map(({ name, kind }) => `${above === '' ? '' : `${above}/`}${name}${kind === 'folder' ? '/' : ''}`);
  }

  return {
    async at(document, text, offset) {
      const { key, folder, path } = document;
      const words = vocabulary(document);
      const place = completionPlace(text, offset, words);
      if (!place) return null;
      // Before the workspace is read, nothing is known of the team's words; that happens once.
      if (!index.complete)
        await index.start().catch((error: unknown) => log.error('The workspace could not be read.', error));
      const own = index.documents.get(key)?.report;
      const others = [...index.documents.values()].filter(
        ({ document: other, report }) => report.workItem && other.folder === folder && other.key !== key,
      );
      if (!own?.workItem && !isAmong(path, others)) return null;
      const needsFields = place.wants !== 'status' && place.wants !== 'work-item';
      const suggestions = suggestionsFor(place, {
        reports: others.map(({ report }) => report),
        fields: needsFields ? await fieldsAround(path, others) : [],
        keys: place.wants === 'key' ? (readFrontMatter(text)?.entries.map((entry) => entry.key) ?? []) : [],
        path,
        listed: (own?.dependencies ?? []).map(({ id }) => id),
        vocabulary: words,
        team: ports.team(folder),
        authors: place.wants === 'person' ? await authors.of(folder) : [],
        paths: place.wants === 'path' ? await pathsFrom(folder, place.typed.replace(/^["']/, '')) : [],
      });
      return { place, ...cut(suggestions, place.typed), complete: index.complete && suggestions.length <= most };
    },
  };
}

/** Whether a document at `path` is, or may become, a work item by its place: in a folder of work items. */
function isAmong(path: string, others: readonly IndexedDocument[]): boolean {
  return workFolder.test(path) || others.some(({ document }) => folderOf(document.path) === folderOf(path));
}

/** As many suggestions as can be shown, those before others that hold what is typed. */
function cut(suggestions: readonly Suggestion[], typed: string): Pick<Completion, 'suggestions'> {
  if (suggestions.length <= most) return { suggestions };
  const words = typed.toLowerCase().replace(/^["'#@]/, '');
  return { suggestions: suggestions.filter(({ filter }) => filter.toLowerCase().includes(words)).slice(0, most) };
}
