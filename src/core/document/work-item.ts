import { fileName } from '../paths.ts';
import type { TextRange } from '../text.ts';
import { putAway } from '../vocabulary/document-kinds.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { MarkdownDocument } from './document.ts';
import { type Field, isFact } from './fields.ts';
import type { Heading } from './markdown.ts';
import { type Fact, statusesOf, titleStatus } from './statuses.ts';
import { excerpt, textOf } from './substance.ts';
import { taskList } from './task-list.ts';

/** What a document says of itself as a work item, before anything is judged. */
export interface WorkItem {
  readonly document: MarkdownDocument;
  /** The first heading, else the front matter's title, else the file's name. */
  readonly title: string;
  /** The title's place; without one, the document's first characters. */
  readonly titleRange: TextRange;
  readonly heading: Heading | null;
  readonly id: string | null;
  readonly idRange: TextRange | null;
  /** Whether its field is made for ids, rather than for the issue or requirement that the work is about. */
  readonly idIsOwn: boolean;
  readonly owner: string | null;
  readonly milestone: string | null;
  readonly labels: readonly string[];
  /** Every status stated, the one that counts first. */
  readonly statuses: readonly Fact[];
  /** Its status says that the work is over. */
  readonly finished: boolean;
  /** Its status says that somebody is at work on it. */
  readonly inProgress: boolean;
}

/** Reads the facts of a work item from its document. */
export function readWorkItem(document: MarkdownDocument): WorkItem {
  const named = document.fields.find((field) => field.roles.includes('title') && field.value !== '');
  const heading = titleHeading(document, named !== undefined);
  const h1 = heading && (heading.level === 1 || !named) ? heading : null;
  const title =
    (h1 && excerpt(titleText(textOf(document, h1.range), document.vocabulary), 200)) ||
    (named && excerpt(named.value, 200)) ||
    bareName(document.path);
  const id = document.fields.find((field) => field.roles.includes('id') && /^\S{1,40}$/.test(field.value));
  const owner = document.fields.find(({ roles, value }) => roles.includes('owner') && !isPlaceholder(value));
  const planned = document.fields.filter(({ roles, value }) => roles.includes('planning') && !isPlaceholder(value));
  const statuses = statusesOf(document, heading);
  return {
    document,
    title,
    titleRange: h1?.range ?? named?.valueRange ?? { start: 0, end: /^[^\r\n]*/.exec(document.text)?.[0].length ?? 0 },
    heading: h1,
    id: id ? excerpt(id.value) : null,
    idRange: id?.valueRange ?? null,
    idIsOwn:
      id !== undefined && (id.source === 'front-matter' || id.source === 'heading') && /(?:^|[ _-])id$/i.test(id.label),
    owner: owner ? excerpt(owner.value) : null,
    milestone: milestoneOf(planned),
    labels: labelsOf(planned),
    statuses,
    finished: isFinished(document, statuses),
    inProgress: isInProgress(document, statuses),
  };
}

function milestoneOf(planned: readonly Field[]): string | null {
  const milestone = planned.find(({ label }) => milestoneLabel.test(label));
  return milestone ? excerpt(milestone.value, 60) : null;
}

const milestoneLabel = /^(?:milestone|sprint)$/i;

const noLabels: readonly string[] = [];

/** More are no labels to sort work by. */
const mostLabels = 12;

function labelsOf(planned: readonly Field[]): readonly string[] {
  const field = planned.find(({ label }) => /^(?:labels|tags)$/i.test(label));
  if (!field) return noLabels;
  const labels = field.value
    .replace(/^\[|\]$/g, '')
    .split(/[,;]/)
    .map((label) => excerpt(label, 40).replace(/^#/, ''))
    .filter((label) => label !== '');
  return [...new Set(labels)].slice(0, mostLabels);
}

/** The first heading that names the work, rather than one of its facts ("# Task ID: 7") or a part of the text ("## Goal"). */
function titleHeading({ text, blocks, fields, vocabulary }: MarkdownDocument, named: boolean): Heading | null {
  const facts = new Set<number>();
  for (const field of fields) if (field.source === 'heading' && isFact(field)) facts.add(field.range.start);
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && !facts.has(block.range.start));
  if (!heading) return null;
  const isPart =
    (heading.level > 1 || named) &&
    vocabulary.rolesOfLabel(text.slice(heading.range.start, heading.range.end)).length > 0;
  return isPart ? null : heading;
}

/** Without a status, a list of tasks that are all ticked is over. */
function isFinished(document: MarkdownDocument, statuses: readonly Fact[]): boolean {
  const [status] = statuses;
  if (status) return status.over ?? document.vocabulary.statusKind(status.value) === 'finished';
  const tasks = taskList(document);
  return tasks.length > 0 && tasks.every((task) => task.checked);
}

/** What has been put away is over, whatever its status says. */
function isInProgress({ path, vocabulary }: MarkdownDocument, [status]: readonly Fact[]): boolean {
  return (
    status !== undefined && !putAway.test(path) && !status.over && vocabulary.statusKind(status.value) === 'in-progress'
  );
}

/** A heading such as "# Title: Export" gives its value as the title, "# #DONE Export" and "# [WIP] Export" what follows the status. */
function titleText(heading: string, vocabulary: Vocabulary): string {
  const status = titleStatus(heading, vocabulary);
  return (status?.index === 0 ? heading.slice(status[0].length) : heading).replace(/^(?:title|name)\s*:\s*/i, '');
}

const bareName = (path: string): string => fileName(path).replace(/\.[^.]+$/, '') || path;
