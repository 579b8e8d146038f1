import { dependencyLines, dependencyReferences, isBlockedByDependencies } from '../document/dependency-lines.ts';
import { type MarkdownDocument, readDocument } from '../document/document.ts';
import { isWorkItem } from '../document/is-work-item.ts';
import { linksOf } from '../document/links.ts';
import { unlinkedPaths } from '../document/unlinked-paths.ts';
import { waitsOf } from '../document/waits.ts';
import { readWorkItem, type WorkItem } from '../document/work-item.ts';
import { globMatcher } from '../globs.ts';
import { isHandoffNote } from '../handoff/note-prompt.ts';
import { readNote } from '../handoff/read-note.ts';
import type {
  CheckedDocument,
  DocumentReport,
  Finding,
  Fix,
  PointId,
  PointReport,
  PointReports,
  PointVerdict,
  PointVerdicts,
  Severity,
  SuppressionReport,
} from '../report.ts';
import { detached, type Lines, type Position, positionsOf } from '../text.ts';
import { defaultVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { allNoteRules } from './all-note-rules.ts';
import { allRules } from './all-rules.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import { dueDay } from './due-day.ts';
import { type Judgements, judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { mendAll } from './mend-all.ts';
import { styleOf } from './mending/style.ts';
import type { Fault, JudgedItem, Mend, Progress, Rule } from './rule.ts';
import { handoffDrift } from './rules/handoff-drift.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { isOver, severityOf } from './severity-of.ts';
import { readSuppressions, type Suppression, silencingAt } from './suppressions.ts';

export interface DocumentInput {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}

export interface CheckSettings {
  /** Glob patterns of documents that are work items, whatever they look like. */
  readonly include: readonly string[];
  /** Glob patterns of documents that are none; wins over `include`. */
  readonly exclude: readonly string[];
  /** Severity by rule id; a rule that is not named keeps its own. */
  readonly rules: Readonly<Record<string, Severity>>;
  /** What labels and status words mean. */
  readonly vocabulary: Vocabulary;
  /** The user's day in ISO 8601 (`2026-03-09`); null where it is not known, and nothing is late. */
  readonly today: string | null;
  /** After how many days without a change work in progress is stale; 0 for never. */
  readonly staleAfterDays: number;
}

export const defaultSettings: CheckSettings = {
  include: [],
  exclude: [],
  rules: {},
  vocabulary: defaultVocabulary,
  today: null,
  staleAfterDays: 14,
};

/**
 * Checks a document against the async-ready checklist.
 * Every document gets verdicts; only work items and handoff notes get findings.
 * Throws an InvalidGlob for a pattern in the settings that cannot be used.
 */
export function checkDocument(input: DocumentInput, settings: CheckSettings): DocumentReport {
  const reading = read(input, settings);
  reading.report ??= reportOf(reading);
  return reading.report;
}

/** The same without what is only shown to people, a tenth of the work: for who wants the verdicts on many documents and their findings. */
export function verdictsOn(input: DocumentInput, settings: CheckSettings): CheckedDocument {
  return checkedOf(read(input, settings));
}

function reportOf(reading: Reading): DocumentReport {
  const { judged, workItem, faults } = reading;
  const { item, judgements } = judged;
  const checked = checkedOf(reading);
  const isWaiting = workItem && !item.finished && judgements.dependencies.kind !== 'none-stated';
  // What is made by spreading has a layout of its own in V8, which takes more memory than what is in it.
  return {
    path: checked.path,
    workItem,
    finished: checked.finished,
    inProgress: checked.inProgress,
    blocked: checked.blocked,
    title: checked.title,
    titleRange: checked.titleRange,
    id: checked.id,
    idIsOwn: checked.idIsOwn,
    idRange: checked.idRange,
    status: checked.status,
    statusKind: checked.statusKind,
    links: checked.links,
    paths: checked.paths,
    dependencies: checked.dependencies,
    suppressions: checked.suppressions,
    findings: checked.findings,
    owner: item.owner,
    milestone: item.milestone,
    labels: item.labels,
    due: dueDay(item)?.day ?? null,
    style: styleOf(item),
    points: withEvidence(checked.points, judgements),
    waits: isWaiting
      ? waitsOf(item).map((wait) => ({ ...wait, range: positionsOf(item.document.lines, wait.range) }))
      : [],
    additions: faults.filter(({ rule, fault }) => rule.adds && rule.mend(judged, fault) !== null).length,
    handoff: readNote(item.document),
  };
}

function checkedOf({ judged, workItem, suppressions, faults }: Reading): CheckedDocument {
  const { item } = judged;
  const { lines, path } = item.document;
  const { links, paths, dependencies, blocked } = workItem && !item.finished ? referencesOf(item) : noReferences;
  const [status] = item.statuses;
  return {
    path,
    workItem,
    finished: item.finished,
    inProgress: item.inProgress,
    blocked,
    title: item.title,
    titleRange: positionsOf(lines, item.titleRange),
    id: item.id,
    idIsOwn: item.idIsOwn,
    idRange: item.idRange && positionsOf(lines, item.idRange),
    status: status?.value ?? null,
    statusKind: status ? (status.over ? 'finished' : item.document.vocabulary.statusKind(status.value)) : null,
    points: pointVerdicts(judged.judgements, lines),
    links,
    paths,
    dependencies,
    suppressions: suppressions.map((found) => suppressionReport(found, lines)),
    findings: faults.filter(({ fault }) => !fault.quiet).map((found) => toFinding(found, judged)),
  };
}

const noReferences: Pick<CheckedDocument, 'links' | 'paths' | 'dependencies' | 'blocked'> = {
  links: [],
  paths: [],
  dependencies: [],
  blocked: false,
};

function referencesOf(item: WorkItem): typeof noReferences {
  const { document } = item;
  const { text, lines } = document;
  const dependencies = dependencyLines(document);
  return {
    links: linksOf(document).map(({ target, range, wiki }) => {
      const line = dependencies.find((found) => found.range.start <= range.start && range.end <= found.range.end);
      return {
        target: detached(target),
        range: positionsOf(lines, range),
        wiki,
        relation: line?.relation ?? null,
        blocking: line?.blocking ?? false,
        listed: line?.listed ?? false,
      };
    }),
    paths: unlinkedPaths(document).map(({ path, range, code }) => ({
      path: detached(path),
      range: positionsOf(lines, range),
      code,
    })),
    dependencies: dependencyReferences(text, dependencies).map(
      ({ id, range, relation, blocking, inFrontMatter, listed }) => {
        return { id: detached(id), range: positionsOf(lines, range), relation, blocking, inFrontMatter, listed };
      },
    ),
    blocked: isBlockedByDependencies(item, dependencies),
  };
}

const suppressionReport = ({ command, rule, scope }: Suppression, lines: Lines): SuppressionReport => ({
  command: detached(command) as Suppression['command'],
  rule: rule && detached(rule),
  scope: positionsOf(lines, scope),
});

/**
 * The fix for a finding of `rule` that begins at `position`, or for a quiet fault there, computed from the text as it is now.
 * @returns null when that finding is not there (any more), or has no fix.
 */
export function fixFinding(
  input: DocumentInput,
  settings: CheckSettings,
  rule: string,
  position: Position,
): Fix | null {
  const { judged, faults } = read(input, settings);
  const { lines } = judged.item.document;
  for (const { rule: found, fault } of faults) {
    const { start } = positionsOf(lines, fault.range);
    if (found.id !== rule || start.line !== position.line || start.character !== position.character) continue;
    const mend = found.mend(judged, fault);
    return mend && toFix(mend, lines);
  }
  return null;
}

/**
 * One fix that adds all that the document lacks, computed from the text as it is now; words that are too vague are among
 * its tab stops.
 * @returns null when every point is met, or there is nothing that a fix could add.
 */
export function addEverythingMissing(input: DocumentInput, settings: CheckSettings): Fix | null {
  const { judged, faults } = read(input, settings);
  const { document } = judged.item;
  if (Object.values(judged.judgements).every(({ verdict }) => verdict === 'met')) return null;
  const mends = faults.flatMap(({ rule, fault }) => (rule.adds && rule.mend(judged, fault)) || []);
  if (mends.length === 0) return null;
  return toFix({ title: 'Add everything missing', edits: mendAll(document, mends) }, document.lines);
}

/** The mends of all that can be mended safely, each on the text as it is now. */
export function safeMends(input: DocumentInput, settings: CheckSettings): readonly Mend[] {
  const { judged, faults } = read(input, settings);
  return faults.flatMap(({ rule, fault }) => (fault.safe && rule.mend(judged, fault)) || []);
}

function toFix({ title, edits }: Mend, lines: Lines): Fix {
  return { title, edits: edits.map(({ range, snippet }) => ({ range: positionsOf(lines, range), snippet })) };
}

/** The document as the check has read it. */
export function documentOf(input: DocumentInput, settings: CheckSettings): MarkdownDocument {
  return read(input, settings).judged.item.document;
}

interface Reading {
  readonly settings: CheckSettings;
  readonly judged: JudgedItem;
  readonly workItem: boolean;
  /** None in a document that is neither a work item nor a handoff note, nor any faults. */
  readonly suppressions: readonly Suppression[];
  readonly faults: readonly Found[];
  /** Once somebody has asked for it. */
  report?: DocumentReport;
}

/** What has been read of the inputs of `keptInput`. Not of others: to remember each would make the check of many slower by a tenth. */
const readings = new WeakMap<DocumentInput, Reading | null>();

/** An input that is read once, however many questions are asked of it; kept for as long as somebody holds the input. */
export function keptInput(path: string, text: string): DocumentInput {
  const input = { path, text };
  readings.set(input, null);
  return input;
}

function read(input: DocumentInput, settings: CheckSettings): Reading {
  const known = readings.get(input);
  if (known?.settings === settings) return known;
  const item = readWorkItem(readDocument(input.path, input.text, settings.vocabulary));
  const judged = { item, judgements: judge(item) };
  const workItem = decideWorkItem(item, settings);
  const rules = workItem ? allRules : isHandoffNote(item.document) ? allNoteRules : [];
  const suppressions = rules.length > 0 ? readSuppressions(item.document) : [];
  const faults = rules.length > 0 ? faultsOf(judged, rules, suppressions, settings) : [];
  const reading: Reading = { settings, judged, workItem, suppressions, faults };
  if (known !== undefined) readings.set(input, reading);
  return reading;
}

function decideWorkItem(item: WorkItem, { include, exclude }: CheckSettings): boolean {
  const { path } = item.document;
  return !globMatcher(exclude)(path) && (globMatcher(include)(path) || isWorkItem(item));
}

interface Found {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly fault: Fault;
}

/** What the rules find and no comment in the document suppresses, quiet faults among it. */
function faultsOf(
  judged: JudgedItem,
  rules: readonly Rule[],
  suppressions: readonly Suppression[],
  settings: CheckSettings,
): Found[] {
  const { document, finished, statuses } = judged.item;
  const over = isOver({ finished, path: document.path, status: statuses[0]?.value ?? null });
  const runs = (id: string): boolean | undefined => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule) return severityOf(rule, over, settings.rules) !== 'off';
    // What looks beyond the document comes later; others look at other documents.
    return isRule(id) ? false : undefined;
  };
  const found: { rule: string; fault: Fault }[] = [];
  const progress: Progress = { runs, found, suppressions, today: settings.today };
  const left: Found[] = [];
  for (const { rule, severity } of runningOf(rules, over, settings.rules)) {
    const faults = rule.find(judged, progress);
    for (const fault of faults) {
      if (rule === suppressionUnused || silencingAt(suppressions, rule.id, fault.range.start).length === 0)
        left.push({ rule, severity: settings.rules[rule.id] ? severity : (fault.severity ?? severity), fault });
    }
    for (const fault of faults) found.push({ rule: rule.id, fault });
  }
  return left;
}

/** A rule of a check, and how loudly it speaks in it. */
type Running = Pick<Found, 'rule' | 'severity'>;

/** What `runningOf` has told last; nearly every document is checked by the same rules and settings as the one before. */
let lastRunning: {
  readonly rules: readonly Rule[];
  readonly severities: CheckSettings['rules'];
  readonly inOpen: readonly Running[];
  readonly inOver: readonly Running[];
} = { rules: [], severities: {}, inOpen: [], inOver: [] };

/** The rules that are not switched off. */
function runningOf(rules: readonly Rule[], over: boolean, severities: CheckSettings['rules']): readonly Running[] {
  if (lastRunning.rules !== rules || lastRunning.severities !== severities) {
    const among = (isOver: boolean): Running[] =>
      rules.flatMap((rule) => {
        const severity = severityOf(rule, isOver, severities);
        return severity === 'off' ? [] : { rule, severity };
      });
    lastRunning = { rules, severities, inOpen: among(false), inOver: among(true) };
  }
  return over ? lastRunning.inOver : lastRunning.inOpen;
}

/** Without a list of all made for each question: a document may hold thousands of suppressions. */
const isRule = (id: string): boolean =>
  id === handoffDrift.id ||
  [allRules, allNoteRules, allWorkspaceRules].some((rules) => rules.some((rule) => rule.id === id));

function toFinding({ rule, severity, fault }: Found, judged: JudgedItem): Finding {
  const range = positionsOf(judged.item.document.lines, fault.range);
  return { rule: rule.id, severity, message: fault.message, range, fixable: rule.mend(judged, fault) !== null };
}

function pointVerdicts({ goal, resources, status, dependencies, done }: Judgements, lines: Lines): PointVerdicts {
  const verdictOf = ({ verdict, range }: Judgement) => ({ verdict, range: positionsOf(lines, range) });
  const { current, next } = status;
  const range = positionsOf(lines, status.range);
  const isSamePlace = current.range.start === status.range.start && current.range.end === status.range.end;
  const met = dependencies.kind === 'listed' || dependencies.kind === 'none-stated';
  return {
    goal: verdictOf(goal),
    resources: verdictOf(resources),
    status: {
      verdict: status.verdict,
      range,
      currentStatus: current.verdict,
      currentStatusRange: isSamePlace ? range : positionsOf(lines, current.range),
      nextAction: next.verdict,
    },
    dependencies: {
      verdict: met ? 'met' : 'unmet',
      range: positionsOf(lines, dependencies.range),
      kind: dependencies.kind,
    },
    done: verdictOf(done),
  };
}

function withEvidence(
  { goal, resources, status, dependencies, done }: PointVerdicts,
  judgements: Judgements,
): PointReports {
  const evidence = (point: PointId): string => detached(judgements[point].evidence());
  const reported = (point: PointId, { verdict, range }: PointVerdict): PointReport => ({
    verdict,
    range,
    evidence: evidence(point),
  });
  const { currentStatus, currentStatusRange, nextAction } = status;
  return {
    goal: reported('goal', goal),
    resources: reported('resources', resources),
    status: {
      verdict: status.verdict,
      range: status.range,
      evidence: evidence('status'),
      currentStatus,
      currentStatusRange,
      nextAction,
    },
    dependencies: {
      verdict: dependencies.verdict,
      range: dependencies.range,
      evidence: evidence('dependencies'),
      kind: dependencies.kind,
    },
    done: reported('done', done),
  };
}
