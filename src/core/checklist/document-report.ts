import { dependencyLines, dependencyReferences, isBlockedByDependencies } from '../document/dependency-lines.ts';
import { linksOf } from '../document/links.ts';
import { unlinkedPaths } from '../document/unlinked-paths.ts';
import { waitsOf } from '../document/waits.ts';
import type { WorkItem } from '../document/work-item.ts';
import { readNote } from '../handoff/read-note.ts';
import type {
  CheckedDocument,
  DocumentReport,
  Finding,
  PointId,
  PointReport,
  PointReports,
  PointVerdict,
  PointVerdicts,
  SuppressionReport,
} from '../report.ts';
import { detached, type Lines, positionsOf } from '../text.ts';
import { dueDay } from './due-day.ts';
import type { Found } from './faults.ts';
import type { Judgements } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { styleOf } from './mending/style.ts';
import type { JudgedItem } from './rule.ts';
import type { Suppression } from './suppressions.ts';

/** A document that has been read, judged and looked through for faults. */
export interface Reading {
  readonly judged: JudgedItem;
  readonly workItem: boolean;
  /** None in a document that is neither a work item nor a handoff note, nor any faults. */
  readonly suppressions: readonly Suppression[];
  readonly faults: readonly Found[];
}

/** All that is told of a document, as plain data without a reference to its text. */
export function reportOf(reading: Reading): DocumentReport {
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

/** The same without what is only shown to people. */
export function checkedOf({ judged, workItem, suppressions, faults }: Reading): CheckedDocument {
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
