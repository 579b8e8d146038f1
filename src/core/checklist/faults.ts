import type { Severity } from '../report.ts';
import { allNoteRules } from './all-note-rules.ts';
import { allRules } from './all-rules.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import type { Fault, JudgedItem, Progress, Rule } from './rule.ts';
import { handoffDrift } from './rules/handoff-drift.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { isOver, severityOf } from './severity-of.ts';
import { type Suppression, silencingAt } from './suppressions.ts';

/** The settings of a check that rules go by. */
interface FaultSettings {
  /** Severity by rule id; a rule that is not named keeps its own. */
  readonly rules: Readonly<Record<string, Severity>>;
  /** The user's day in ISO 8601; null where it is not known. */
  readonly today: string | null;
}

/** What a rule has found, and how loudly it speaks. */
export interface Found {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly fault: Fault;
}

/** What the rules find and no comment in the document suppresses, quiet faults among it. */
export function faultsOf(
  judged: JudgedItem,
  rules: readonly Rule[],
  suppressions: readonly Suppression[],
  settings: FaultSettings,
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
      if (rule === suppressionUnused || !isSilenced(suppressions, rule, fault))
        left.push({ rule, severity: settings.rules[rule.id] ? severity : (fault.severity ?? severity), fault });
    }
    for (const fault of faults) found.push({ rule: rule.id, fault });
  }
  return left;
}

const isSilenced = (suppressions: readonly Suppression[], { id }: Rule, { range }: Fault): boolean =>
  suppressions.length > 0 && silencingAt(suppressions, id, range.start).length > 0;

/** A rule of a check, and how loudly it speaks in it. */
type Running = Pick<Found, 'rule' | 'severity'>;

/** What `runningOf` has told last; nearly every document is checked by the same rules and settings as the one before. */
let lastRunning: {
  readonly rules: readonly Rule[];
  readonly severities: FaultSettings['rules'];
  readonly inOpen: readonly Running[];
  readonly inOver: readonly Running[];
} = { rules: [], severities: {}, inOpen: [], inOver: [] };

/** The rules that are not switched off. */
function runningOf(rules: readonly Rule[], over: boolean, severities: FaultSettings['rules']): readonly Running[] {
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
