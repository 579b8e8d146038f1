import { addFact } from '../checklist/mending/add-fact.ts';
import { escapeSnippet } from '../checklist/mending/snippet.ts';
import { type MarkdownDocument, readDocument } from '../document/document.ts';
import { valueInStyleOf } from '../document/front-matter-value.ts';
import { sectionsOf } from '../document/sections.ts';
import { readWorkItem, type WorkItem } from '../document/work-item.ts';
import { positionAt, type TextRange } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';
import { quoteWorkItem } from './quote-work-item.ts';
import { yamlString } from './visible.ts';

/** What is to stand in a work item when it is handed off; null for what stays as it is. One line each. */
export interface WorkItemUpdate {
  readonly status: string | null;
  readonly nextAction: string | null;
}

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * The edits that write a status and a next action where the document keeps them.
 * Throws an Error for the user where what is written would not be read as such.
 */
export function updateWorkItem(document: MarkdownDocument, { status, nextAction }: WorkItemUpdate): TextEdit[] {
  const item = readWorkItem(document);
  return [
    ...(status === null
      ? []
      : firstRead(item, 'status', [replacedStatus(item, status), added(item, 'Status', 'status', status)], (after) =>
          after.statuses.slice(0, 1).some(({ value }) => value === status),
        )),
    ...(nextAction === null
      ? []
      : firstRead(
          item,
          'next action',
          [writtenNext(item, nextAction), added(item, 'Next action', 'next', nextAction)],
          (after) => quoteWorkItem(after.document).nextActions.some(({ text }) => text === nextAction),
        )),
  ];
}

/** The first of the ways to write it after which it is read. */
function firstRead(
  { document }: WorkItem,
  what: string,
  ways: readonly (readonly TextEdit[] | null)[],
  isRead: (after: WorkItem) => boolean,
): readonly TextEdit[] {
  const way = ways.find((edits) => {
    if (edits === null) return false;
    const text = edits.reduce((before, edit) => applied(before, edit), document.text);
    const after = readDocument(document.path, text, document.vocabulary);
    const breaks = after.frontMatter?.problem && !document.frontMatter?.problem;
    return !breaks && isRead(readWorkItem(after));
  });
  if (!way) throw new Error(`${document.path} has no place where its ${what} could be changed: change it yourself.`);
  return way;
}

const applied = (text: string, { range, text: put }: TextEdit): string =>
  text.slice(0, range.start) + put + text.slice(range.end);

function replacedStatus({ document, statuses: [stated] }: WorkItem, status: string): TextEdit[] | null {
  return stated ? replaced(document, stated.range, status, stated.source === 'front-matter') : null;
}

function replaced(document: MarkdownDocument, range: TextRange, value: string, isKeyed: boolean): TextEdit[] | null {
  const { text, frontMatter } = document;
  if (!isKeyed || !frontMatter) return [{ range, text: value }];
  const before = text.slice(range.start, range.end);
  const isBlock = /^[|>]/.test(before);
  const written = isBlock ? inFrontMatter(document, value) : valueInStyleOf(before, value, frontMatter.language);
  return written === null ? null : [{ range, text: written }];
}

function writtenNext({ document }: WorkItem, nextAction: string): TextEdit[] | null {
  const field = document.fields.find(({ roles, value }) => roles.includes('next') && !isPlaceholder(value));
  if (field) return replaced(document, field.valueRange, nextAction, field.source === 'front-matter');
  const [section] = sectionsOf(document, 'next');
  const first = document.blocks
    .slice(section?.from, section?.to)
    .find(({ kind }) => section && (kind === 'item' || kind === 'paragraph'));
  if (!first) return null;
  const start = document.lines.starts[positionAt(document.lines, first.range.start).line] ?? 0;
  const lead = document.text.slice(start, first.range.start).replace(/\[[xX]\]/, '[ ]');
  const gap = first.kind === 'paragraph' ? document.eol : '';
  return [{ range: { start, end: start }, text: `${lead}${nextAction}${document.eol}${gap}` }];
}

/** The value in the place that a fix would give it. */
function added(item: WorkItem, label: string, role: Role, value: string): TextEdit[] | null {
  const hasKeys = (item.document.frontMatter?.entries.length ?? 0) > 0;
  const mend = addFact(item, label, role, escapeSnippet(hasKeys ? inFrontMatter(item.document, value) : value));
  return mend?.edits.map(({ range, snippet }) => ({ range, text: snippet.replace(/\\([\\$}])/g, '$1') })) ?? null;
}

/** In front matter everything is quoted that TOML takes, and that YAML would take for more than words. */
const inFrontMatter = ({ frontMatter }: MarkdownDocument, value: string): string =>
  frontMatter?.language !== 'toml' && /^\p{L}[\p{L}\p{N} ,.;/()-]*$/u.test(value) ? value : yamlString(value);
