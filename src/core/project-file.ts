import { JSON_SCHEMA, load } from 'js-yaml';
import type { CheckSettings } from './checklist/check-document.ts';
import { everyRule } from './checklist/every-rule.ts';
import { globFault } from './globs.ts';
import { type Severity, severities } from './report.ts';
import { isMapping, type Mapping, mapping, type Report, strings } from './setting-values.ts';
import { readTeam, type TeamMember } from './team.ts';
import { readTeamWords } from './team-words.ts';
import type { TextRange } from './text.ts';
import { createVocabulary, type TeamWords } from './vocabulary/vocabulary.ts';

/** The name of the project file, at the root of a workspace folder. */
export const projectFileName = '.async-ready.yml';

/** What a team has decided for its repository; what it has left open is absent. */
export interface ProjectSettings {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules?: Readonly<Record<string, Severity>>;
  readonly words: TeamWords;
  readonly staleAfterDays?: number;
  readonly handoffsFolder?: string;
  readonly team?: readonly TeamMember[];
}

/** Something in the file that cannot be used. The rest of the file counts all the same. */
export interface ProjectFileProblem {
  readonly message: string;
  /** The value that it is about, or the line of its key. */
  readonly range: TextRange;
}

export interface ProjectFile {
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectFileProblem[];
}

/**
 * Reads a project file; docs/project-file.md describes the format.
 * @param text without a byte order mark.
 */
export function readProjectFile(text: string): ProjectFile {
  const problems: ProjectFileProblem[] = [];
  const report: Report = (message, keys, value) => {
    problems.push({ message, range: placeOf(text, keys, value) });
  };
  const content = parse(text, problems);
  const handoffs = mapping(content.handoffs, report, 'handoffs');
  const include = globs(content.include, report, 'include');
  const exclude = globs(content.exclude, report, 'exclude');
  const rules = severitiesOf(mapping(content.rules, report, 'rules'), report);
  const folder = handoffs.folder;
  if (folder !== undefined && (typeof folder !== 'string' || folder === ''))
    report('"handoffs.folder" takes the path of a folder.', ['handoffs', 'folder']);
  for (const key of Object.keys(handoffs))
    if (key !== 'folder') report(`"handoffs" takes "folder", not "${key}".`, ['handoffs', key]);
  const staleAfterDays = content['stale-after-days'] ?? undefined;
  if (staleAfterDays !== undefined && !isDays(staleAfterDays))
    report('"stale-after-days" takes a whole number of days, 0 for never.', ['stale-after-days']);
  const team = readTeam(content.team, report);
  for (const key of Object.keys(content))
    if (!projectFileKeys.includes(key)) report(`"${key}" is none of ${projectFileKeys.join(', ')}.`, [key]);
  return {
    problems,
    settings: {
      ...(include && { include }),
      ...(exclude && { exclude }),
      ...(rules && { rules }),
      ...(typeof folder === 'string' && folder !== '' && { handoffsFolder: folder }),
      ...(isDays(staleAfterDays) && { staleAfterDays }),
      ...(team && { team }),
      words: readTeamWords(content.labels, content.statuses, report),
    },
  };
}

/**
 * The settings of a person with those of the team, which win.
 * @param ownWords the labels and status words of the person.
 */
export function withProjectSettings(
  settings: CheckSettings,
  { include, exclude, rules, words, staleAfterDays }: ProjectSettings,
  ...ownWords: TeamWords[]
): CheckSettings {
  return {
    include: include ?? settings.include,
    exclude: exclude ?? settings.exclude,
    rules: { ...settings.rules, ...rules },
    vocabulary: createVocabulary(...ownWords, words),
    today: settings.today,
    staleAfterDays: staleAfterDays ?? settings.staleAfterDays,
  };
}

/** The keys that the file may have. */
export const projectFileKeys: readonly string[] = [
  'include',
  'exclude',
  'rules',
  'labels',
  'statuses',
  'stale-after-days',
  'handoffs',
  'team',
];

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

function globs(value: unknown, report: Report, key: string): readonly string[] | undefined {
  return strings(value, report, [key])?.filter((pattern) => {
    const fault = globFault(pattern);
    if (fault) report(`The glob pattern "${pattern.slice(0, 40)}" ${fault}.`, [key], pattern);
    return !fault;
  });
}

function severitiesOf(rules: Mapping, report: Report): Readonly<Record<string, Severity>> | undefined {
  const found: Record<string, Severity> = {};
  for (const [id, value] of Object.entries(rules)) {
    // YAML 1.1 tools write `off` where they mean false.
    const severity = value === false ? 'off' : severities.find((candidate) => candidate === value);
    if (!everyRule.some((rule) => rule.id === id)) report(`There is no rule "${id}".`, ['rules', id]);
    else if (severity) found[id] = severity;
    else report(`"${id}" takes ${severities.join(', ')}.`, ['rules', id]);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** A number of days that a person can mean. */
export const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostDays;

/** A hundred years. */
export const mostDays = 36_500;

/** The value below the keys or, where it is not written so, the line of the last key that is found, each below the one before. */
function placeOf(text: string, keys: readonly string[], value?: string): TextRange {
  let at = 0;
  for (const key of keys) {
    const line = new RegExp(`^[ \\t]*["']?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?[ \\t]*:`, 'm');
    const found = text.slice(at).search(line);
    if (found >= 0) at += found;
  }
  const start = value === undefined ? -1 : text.indexOf(value, at);
  return start < 0 ? lineAt(text, at) : { start, end: start + (value?.length ?? 0) };
}

/** The line at `offset`, or the last one that says something, without the white space at its ends. */
function lineAt(text: string, place: number): TextRange {
  const offset = Math.min(place, text.trimEnd().length);
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}
