import { JSON_SCHEMA, load } from 'js-yaml';
import { allRules } from './checklist/all-rules.ts';
import type { CheckSettings } from './checklist/check-document.ts';
import { globFault } from './globs.ts';
import { type Severity, severities } from './report.ts';
import type { TextRange } from './text.ts';
import type { Role } from './vocabulary/labels.ts';
import type { StatusKind } from './vocabulary/status-words.ts';
import { createVocabulary, type TeamWords } from './vocabulary/vocabulary.ts';

/** The name of the project file, at the root of a workspace folder. */
export const projectFileName = '.async-ready.yml';

/** What a team has decided for its repository; what it has left open is absent. */
export interface ProjectSettings {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules?: Readonly<Record<string, Severity>>;
  readonly words: TeamWords;
  readonly handoffsFolder?: string;
}

/** Something in the file that cannot be used. The rest of the file counts all the same. */
export interface ProjectFileProblem {
  readonly message: string;
  /** The line, or the key that it is about. */
  readonly range: TextRange;
}

export interface ProjectFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectFileProblem[];
}

const labelRoles: Readonly<Record<string, Role>> = {
  goal: 'goal',
  resources: 'resources',
  status: 'status',
  'next-action': 'next',
  dependencies: 'dependencies',
  done: 'done',
};

const statusKinds: Readonly<Record<string, StatusKind>> = {
  active: 'active',
  finished: 'finished',
  blocked: 'blocked',
};

/** Longer labels are never found in a document: see Vocabulary. */
const longestWord = 60;

/**
 * Reads a project file; docs/project-file.md describes the format.
 * @param text without a byte order mark.
 */
export function readProjectFile(text: string): ProjectFile {
  const problems: ProjectFileProblem[] = [];
  const report: Report = (message, ...keys) => {
    problems.push({ message, range: placeOf(text, keys) });
  };
  const content = parse(text, problems);
  const handoffs = mapping(content.handoffs, report, 'handoffs');
  const include = globs(content.include, report, 'include');
  const exclude = globs(content.exclude, report, 'exclude');
  const rules = severitiesOf(mapping(content.rules, report, 'rules'), report);
  const folder = handoffs.folder;
  if (folder !== undefined && (typeof folder !== 'string' || folder === ''))
    report('"handoffs.folder" takes the path of a folder.', 'handoffs', 'folder');
  for (const key of Object.keys(content)) if (!known.has(key)) report(`"${key}" is not known here.`, key);
  return {
    problems,
    settings: {
      ...(include && { include }),
      ...(exclude && { exclude }),
      ...(rules && { rules }),
      ...(typeof folder === 'string' && folder !== '' && { handoffsFolder: folder }),
      words: {
        labels: words(content.labels, labelRoles, report, 'labels'),
        statuses: words(content.statuses, statusKinds, report, 'statuses'),
      },
    },
  };
}

/** The settings of a person with those of the team, which win. */
export function withProjectSettings(
  settings: CheckSettings,
  { include, exclude, rules, words }: ProjectSettings,
): CheckSettings {
  return {
    include: include ?? settings.include,
    exclude: exclude ?? settings.exclude,
    rules: { ...settings.rules, ...rules },
    vocabulary: createVocabulary(words),
    today: settings.today,
  };
}

type Mapping = Readonly<Record<string, unknown>>;
/** Notes a problem at the place that the keys lead to. */
type Report = (message: string, ...keys: string[]) => void;

const known: ReadonlySet<string> = new Set(['include', 'exclude', 'rules', 'labels', 'statuses', 'handoffs']);

function parse(text: string, problems: ProjectFileProblem[]): Mapping {
  try {
    const content = load(text, { schema: JSON_SCHEMA }) ?? {};
    if (isMapping(content)) return content;
    problems.push({ message: 'This file takes "key: value" lines.', range: lineAt(text, 0) });
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
    problems.push({
      message: `This is not valid YAML: ${reason ?? String(error)}.`,
      range: lineAt(text, mark?.position ?? 0),
    });
  }
  return {};
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mapping(value: unknown, report: Report, key: string): Mapping {
  if (value === undefined || value === null) return {};
  if (isMapping(value)) return value;
  report(`"${key}" takes "key: value" lines.`, key);
  return {};
}

/** A list of words, or one word. */
function strings(value: unknown, report: Report, ...keys: string[]): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? value : [value];
  const found = list.filter((entry) => typeof entry === 'string' && entry !== '');
  if (found.length < list.length) report(`"${keys.join('.')}" takes a list of words.`, ...keys);
  return found;
}

function globs(value: unknown, report: Report, key: string): readonly string[] | undefined {
  return strings(value, report, key)?.filter((pattern) => {
    const fault = globFault(pattern);
    if (fault) report(`The glob pattern "${pattern.slice(0, 40)}" ${fault}.`, key);
    return !fault;
  });
}

function severitiesOf(rules: Mapping, report: Report): Readonly<Record<string, Severity>> | undefined {
  const found: Record<string, Severity> = {};
  for (const [id, value] of Object.entries(rules)) {
    // YAML 1.1 tools write `off` where they mean false.
    const severity = value === false ? 'off' : severities.find((candidate) => candidate === value);
    if (!allRules.some((rule) => rule.id === id)) report(`There is no rule "${id}".`, 'rules', id);
    else if (severity) found[id] = severity;
    else report(`"${id}" takes ${severities.join(', ')}.`, 'rules', id);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function words<T extends string>(
  value: unknown,
  meanings: Readonly<Record<string, T>>,
  report: Report,
  key: string,
): Partial<Record<T, readonly string[]>> {
  const found: Partial<Record<T, readonly string[]>> = {};
  for (const [name, list] of Object.entries(mapping(value, report, key))) {
    const meaning = meanings[name];
    if (meaning === undefined) report(`"${name}" is none of ${Object.keys(meanings).join(', ')}.`, key, name);
    else found[meaning] = (strings(list, report, key, name) ?? []).filter((word) => word.length <= longestWord);
  }
  return found;
}

/** The line of the key that `keys` lead to, each below the one before; of the last that is found. */
function placeOf(text: string, keys: readonly string[]): TextRange {
  let at = 0;
  for (const key of keys) {
    const line = new RegExp(`^[ \\t]*["']?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?[ \\t]*:`, 'm');
    const found = text.slice(at).search(line);
    if (found >= 0) at += found;
  }
  return lineAt(text, at);
}

/** The line at `offset`, or the last one that says something, without the white space at its ends. */
function lineAt(text: string, place: number): TextRange {
  const offset = Math.min(place, text.trimEnd().length);
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}
