import { folderOf } from '../core/paths.ts';
import type { DocumentReport, DocumentStyle } from '../core/report.ts';
import { workFolder } from '../core/vocabulary/document-kinds.ts';
import { isPlaceholder } from '../core/vocabulary/lookup.ts';
import type { StatusKind } from '../core/vocabulary/status-words.ts';

/** A project file as a team could begin with it. */
export interface ProjectFileDraft {
  /** YAML that says what was found in comments and decides nothing that was not so before. */
  readonly text: string;
  /** What was found, in one sentence. */
  readonly summary: string;
}

const styles: Readonly<Record<DocumentStyle, string>> = {
  'front-matter': 'front matter',
  table: 'tables',
  labels: 'labelled lines',
  headings: 'headings',
};

const kinds: readonly StatusKind[] = ['active', 'in-progress', 'finished', 'blocked'];

/** How many of a kind are named; the others are counted. */
const most = 12;

/** Looks at the documents of one workspace folder and writes down what a team would have to agree on; docs/project-file.md has the format. */
export function draftProjectFile(
  reports: readonly DocumentReport[],
  handoffsFolder: string,
  staleAfterDays: number,
): ProjectFileDraft {
  const items = reports.filter(({ workItem }) => workItem);
  const folders = counted(items.map(({ path }) => folderOf(path)));
  const finished = items.filter((item) => item.finished).length;
  const found =
    items.length === 0
      ? 'No work items were found'
      : `${plural(items.length, 'work item')} in ${plural(folders.length, 'folder')}, ${finished} finished`;
  const unknown = words(items.flatMap(unknownStatus));
  const text = [
    '# What the team has agreed on for its work items.',
    `# Found when this was written: ${found}.`,
    ...named(folders, ([folder, count]) => {
      const style = counted(items.filter(({ path }) => folderOf(path) === folder).map((item) => styles[item.style]))[0];
      return `${folder || 'the top folder'}: ${count}, mostly with ${style?.[0]}`;
    }),
    '',
    '# Glob patterns of files that are always work items, and of files that never are.',
    ...notTaken(reports),
    '# include: ["planning/**/*.md"]',
    '# exclude: ["docs/archive/**"]',
    '',
    ...statusLines(items, unknown),
    '',
    '# After how many days without a commit work in progress is called stale; 0 for never.',
    `stale-after-days: ${staleAfterDays}`,
    '',
    '# Where handoff notes go.',
    'handoffs:',
    `  folder: ${JSON.stringify(handoffsFolder)}`,
    '',
    ...teamLines(items),
    '',
  ].join('\n');
  const open = unknown.length === 0 ? '' : ` ${plural(unknown.length, 'status word')} not understood.`;
  return { text, summary: `${found}.${open}` };
}

/** Documents that lie where work items do and are taken for none. */
function notTaken(reports: readonly DocumentReport[]): string[] {
  const paths = reports
    .filter(({ workItem, handoff, path }) => !workItem && !handoff && workFolder.test(path))
    .map(({ path }) => path);
  if (paths.length === 0) return [];
  return ['# In folders of work items, but not taken for one:', ...named(counted(paths), ([path]) => path)];
}

function statusLines(items: readonly DocumentReport[], unknown: readonly Count[]): string[] {
  const known = items.filter(({ status, statusKind }) => isWord(status) && statusKind !== null);
  const meaning = (word: string): string => items.find(({ status }) => status === word)?.statusKind ?? '';
  return [
    '# Your own status words, beside those that are known.',
    ...(known.length === 0 ? [] : ['# In use, and how they are understood:']),
    ...named(words(known.map(({ status }) => status ?? '')), ([word, count]) => `${word} (${count}): ${meaning(word)}`),
    ...(unknown.length === 0 ? [] : ['# In use, but not understood; put each where it belongs:']),
    ...named(unknown, ([word, count]) => `${word} (${count})`),
    'statuses:',
    ...kinds.map((kind) => `  ${kind}: []`),
  ];
}

function teamLines(items: readonly DocumentReport[]): string[] {
  const owners = new Map<string, string>();
  for (const { owner } of items) {
    const name = owner?.replace(/^@/, '') ?? '';
    if (/^\p{L}[\p{L}\p{N}.'_ -]{1,39}$/u.test(name) && !owners.has(name.toLowerCase()))
      owners.set(name.toLowerCase(), name);
  }
  // "Ann" is likely Ann Lee.
  const isPart = (name: string): boolean =>
    [...owners.keys()].some((other) => other !== name && other.split(' ').includes(name));
  const names = [...owners]
    .flatMap(([key, name]) => (isPart(key) ? [] : name))
    .sort()
    .slice(0, most);
  return [
    '# The people of the team, as work items name them. A time zone is an IANA name, such as Europe/Berlin.',
    names.length === 0 ? 'team: []' : 'team:',
    ...names.flatMap((name) => [`  - name: ${JSON.stringify(name)}`, '    # timezone: ']),
  ];
}

function unknownStatus({ status, statusKind }: DocumentReport): string[] {
  return isWord(status) && statusKind === null && !isPlaceholder(status) ? [status] : [];
}

/** Whether a status is short enough to be a word of the team's, not a sentence. */
const isWord = (status: string | null): status is string => status !== null && status.length <= 40;

type Count = readonly [value: string, count: number];

/** Each value and how often it comes, the most frequent first; of those with the same key, the first one stands for all. */
function counted(values: readonly string[], keyOf = (value: string): string => value): Count[] {
  const counts = new Map<string, { readonly value: string; count: number }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    if (known) known.count++;
    else counts.set(keyOf(value), { value, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ value, count }) => [value, count]);
}

/** Status words are the same in any letter case. */
const words = (statuses: readonly string[]): Count[] => counted(statuses, (status) => status.toLowerCase());

/** A line of comment for each of the first; text of documents cannot end a comment. */
function named(counts: readonly Count[], write: (count: Count) => string): string[] {
  const lines = counts.slice(0, most).map(write);
  if (counts.length > most) lines.push(`and ${counts.length - most} more`);
  return lines.map((line) => `#   ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`);
}

const plural = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
