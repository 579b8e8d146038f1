import { type MarkdownDocument, readDocument } from '../document/document.ts';
import { isWorkItem } from '../document/is-work-item.ts';
import { readWorkItem, type WorkItem } from '../document/work-item.ts';
import { globMatcher } from '../globs.ts';
import { isHandoffNote } from '../handoff/note-prompt.ts';
import type { CheckedDocument, DocumentReport, Fix, Severity } from '../report.ts';
import { type Lines, type Position, positionsOf } from '../text.ts';
import { defaultVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { allNoteRules } from './all-note-rules.ts';
import { allRules } from './all-rules.ts';
import { checkedOf, type Reading, reportOf } from './document-report.ts';
import { faultsOf } from './faults.ts';
import { judge } from './judge.ts';
import { mendAll } from './mend-all.ts';
import type { Mend } from './rule.ts';
import { readSuppressions } from './suppressions.ts';

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

/** What has been read of an input by some settings. */
interface KeptReading extends Reading {
  readonly settings: CheckSettings;
  /** Once somebody has asked for it. */
  report?: DocumentReport;
}

/** What has been read of the inputs of `keptInput`. Not of others: to remember each would make the check of many slower by a tenth. */
const readings = new WeakMap<DocumentInput, KeptReading | null>();

/** An input that is read once, however many questions are asked of it; kept for as long as somebody holds the input. */
export function keptInput(path: string, text: string): DocumentInput {
  const input = { path, text };
  readings.set(input, null);
  return input;
}

function read(input: DocumentInput, settings: CheckSettings): KeptReading {
  const known = readings.get(input);
  if (known?.settings === settings) return known;
  const item = readWorkItem(readDocument(input.path, input.text, settings.vocabulary));
  const judged = { item, judgements: judge(item) };
  const workItem = decideWorkItem(item, settings);
  const rules = workItem ? allRules : isHandoffNote(item.document) ? allNoteRules : [];
  const suppressions = rules.length > 0 ? readSuppressions(item.document) : [];
  const faults = rules.length > 0 ? faultsOf(judged, rules, suppressions, settings) : [];
  const reading: KeptReading = { settings, judged, workItem, suppressions, faults };
  if (known !== undefined) readings.set(input, reading);
  return reading;
}

function decideWorkItem(item: WorkItem, { include, exclude }: CheckSettings): boolean {
  const { path } = item.document;
  return !globMatcher(exclude)(path) && (globMatcher(include)(path) || isWorkItem(item));
}
