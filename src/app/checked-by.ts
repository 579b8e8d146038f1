import { projectFileName } from '../core/project-file.ts';
import { readinessWord } from '../core/readiness/readiness-word.ts';
import type { DocumentReport, Severity } from '../core/report.ts';

/** What decides how a document is checked. */
export interface Configuration {
  readonly rules: Readonly<Record<string, Severity>>;
  /** How many problems the project file of its folder has; null where there is no such file. */
  readonly problems: number | null;
}

/** In a few words, what is checked and by which configuration. */
export interface CheckedBy {
  readonly text: string;
  readonly detail: string;
}

/**
 * Says what the check takes the document in the editor for.
 * @param report undefined while it has still to be read; null for a document that is not looked at.
 */
export function checkedBy(report: DocumentReport | undefined | null, configuration: Configuration): CheckedBy {
  return { text: `Async Ready: ${kindOf(report)}`, detail: detailOf(configuration) };
}

function kindOf(report: DocumentReport | undefined | null): string {
  if (report === undefined) return 'being read';
  if (report === null) return 'not looked at';
  if (!report.workItem) return 'not a work item';
  return `work item, ${readinessWord(report)}`;
}

/** Short: VS Code shows it on one line with the text and a link. */
function detailOf({ rules, problems }: Configuration): string {
  const source = problems === null ? 'settings' : projectFileName;
  if (problems) return `${source} has ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  const off = Object.values(rules).filter((severity) => severity === 'off').length;
  return off === 0 ? source : `${source}, ${off} ${off === 1 ? 'rule' : 'rules'} off`;
}
