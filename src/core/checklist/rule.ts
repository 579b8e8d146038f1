import type { WorkItem } from '../document/work-item.ts';
import type { Severity } from '../report.ts';
import type { TextRange } from '../text.ts';
import type { Judgements } from './judge.ts';
import type { Suppression } from './suppressions.ts';

/** A work item with its judgements: what a rule looks at. */
export interface JudgedItem {
  readonly item: WorkItem;
  readonly judgements: Judgements;
}

/** One place where a rule is broken. */
export interface Fault {
  readonly range: TextRange;
  /** What is missing or wrong, why it matters to a reader in another time zone, and what to do. Plain text. */
  readonly message: string;
  /** Where it is not that of the rule; what the settings say goes before both. */
  readonly severity?: Exclude<Severity, 'off'>;
  /** It is no finding, since nobody would ask for it; what it lacks is offered among everything that is missing. */
  readonly quiet?: true;
  /** Its mend needs no words of a person and loses nothing: it may be made without a look at it, as on saving. */
  readonly safe?: true;
}

/** A replaced range, in offsets, and the text for it in TextMate snippet syntax. */
export interface MendEdit {
  readonly range: TextRange;
  readonly snippet: string;
  /** Title of the section that it adds. */
  readonly section?: string;
}

/** What the check of a document has come to when it is a rule's turn. */
export interface Progress {
  /** Whether that rule is part of this check; undefined where there is no such rule. */
  runs(rule: string): boolean | undefined;
  /** What the rules before this one have found, suppressed or not. */
  readonly found: readonly { readonly rule: string; readonly fault: Fault }[];
  /** What comments in the document suppress. */
  readonly suppressions: readonly Suppression[];
  /** The user's day in ISO 8601; null where it is not known. */
  readonly today: string | null;
}

/** A change that mends a fault. */
export interface Mend {
  readonly title: string;
  readonly edits: readonly MendEdit[];
}

/** A named check. Its id is the name of its file, of its page in docs/rules and of its setting. */
export interface Rule {
  readonly id: string;
  /** What it asks for, in one short sentence. */
  readonly title: string;
  /** Its severity unless the settings say otherwise. */
  readonly severity: Severity;
  /** Whether finished work is left alone: what would help a reader to start it helps nobody any more. */
  readonly openOnly: boolean;
  /** Whether its mends add what the document lacks, for the author to put into words; others correct what is there. */
  readonly adds?: true;
  find(judged: JudgedItem, progress: Progress): readonly Fault[];
  /** How to mend a fault; null where only a person can. */
  mend(judged: JudgedItem, fault: Fault): Mend | null;
}
