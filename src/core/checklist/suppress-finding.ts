import { endOfLine, type MarkdownDocument } from '../document/document.ts';
import type { DocumentReport, Fix } from '../report.ts';
import { linesOf, type Position, positionAt, positionsOf, type TextRange } from '../text.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import { type CheckSettings, checkDocument, type DocumentInput, documentOf } from './check-document.ts';
import { isSilenced } from './check-workspace.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { readSuppressions } from './suppressions.ts';

/**
 * The comment that suppresses the finding of `rule` that begins at `position`, and changes nothing else that is read.
 * Of a workspace rule, the caller knows that the finding is there.
 * @returns null when that finding is not there (any more), or no comment can do so.
 */
export function suppressFinding(
  input: DocumentInput,
  settings: CheckSettings,
  rule: string,
  position: Position,
): Fix | null {
  if (rule === suppressionUnused.id) return null;
  const before = checkDocument(input, settings);
  const at = before.findings.findIndex(
    ({ rule: found, range: { start } }) =>
      found === rule && start.line === position.line && start.character === position.character,
  );
  const isBeyond = allWorkspaceRules.some(({ id }) => id === rule);
  if (at < 0 && !isBeyond) return null;
  const wanted = readingOf(isBeyond ? before : { ...before, findings: before.findings.toSpliced(at, 1) });
  const document = documentOf(input, settings);
  for (const { range, text, where } of commentsFor(document, rule, position)) {
    const suppressed = input.text.slice(0, range.start) + text + input.text.slice(range.end);
    const after = checkDocument({ path: input.path, text: suppressed }, settings);
    if (readingOf(after) !== wanted) continue;
    if (isBeyond && !isSilenced(after.suppressions, rule, moved(document, position, range.start, suppressed))) continue;
    return {
      title: `Suppress ${rule} ${where}`,
      edits: [{ range: positionsOf(document.lines, range), snippet: text }],
    };
  }
  return null;
}

/** What a report says, without its places. */
function readingOf({ title, id, status, finished, workItem, points, ...report }: DocumentReport): string {
  const said = Object.values(points).map(({ verdict, evidence }) => [verdict, evidence]);
  const links = report.links.map(({ target, relation }) => [target, relation]);
  const dependencies = report.dependencies.map(({ id, relation }) => [id, relation]);
  const rules = report.findings.map(({ rule }) => rule);
  return JSON.stringify([title, id, status, finished, workItem, said, links, dependencies, rules]);
}

/** Where what stands at `position` stands after something was put in at `at`. */
function moved({ text, lines }: MarkdownDocument, { line, character }: Position, at: number, after: string): Position {
  const offset = (lines.starts[line] ?? text.length) + character;
  return positionAt(linesOf(after), at <= offset ? offset + after.length - text.length : offset);
}

interface Comment {
  readonly range: TextRange;
  readonly text: string;
  readonly where: 'here' | 'in this document';
}

/** The comments that could do it, the best first. */
function* commentsFor(document: MarkdownDocument, rule: string, { line, character }: Position): Generator<Comment> {
  const { text, lines, eol, frontMatter, bodyStart } = document;
  const start = lines.starts[line] ?? text.length;
  const insert = (at: number, added: string, where: Comment['where'] = 'here'): Comment => ({
    range: { start: at, end: at },
    text: added,
    where,
  });
  const known = readSuppressions(document).findLast(
    ({ command, rule: other, scope }) =>
      command.endsWith('-line') && other !== null && scope.start <= start + character && start + character < scope.end,
  );
  if (known) yield insert(known.range.end, ` ${rule}`);
  const source = text.slice(start, endOfLine(text, start));
  if (frontMatter && start < bodyStart) {
    yield insert(start, `${/^[ \t]*/.exec(source)}# async-ready-disable-next-line ${rule}${eol}`);
    yield insert(start + source.trimEnd().length, ` # async-ready-disable-line ${rule}`);
  }
  if (frontMatter && (start < bodyStart || isMdx(document)))
    yield insert(lines.starts[1] ?? 0, `# async-ready-disable-file ${rule}${eol}`, 'in this document');
  // MDX takes no HTML comments.
  if (isMdx(document)) return;
  const above = insert(start, `${/^[ \t>]*/.exec(source)}<!-- async-ready-disable-next-line ${rule} -->${eol}`);
  const beside = insert(start + endOfWords(source), ` <!-- async-ready-disable-line ${rule} -->`);
  yield* opensBlock(document, line) ? [above, beside] : [beside, above];
  const comment = `<!-- async-ready-disable-file ${rule} -->${eol}`;
  yield insert(bodyStart, comment, 'in this document');
  // A first line that does the work of a title has to stay the first.
  yield insert(text.length, (/[\r\n]$/.test(text) ? eol : eol + eol) + comment, 'in this document');
}

const isMdx = ({ path }: MarkdownDocument): boolean => path.toLowerCase().endsWith('.mdx');

/** Whether a comment on a line of its own above does not cut a list, a table or a paragraph in two. */
function opensBlock({ blocks }: MarkdownDocument, line: number): boolean {
  return blocks.some(
    (block) => block.line === line && block.depth === 0 && (block.kind === 'heading' || block.kind === 'paragraph'),
  );
}

/** Where a line's text ends: before the border of a table and what breaks the line hard. */
const endOfWords = (source: string): number => source.trimEnd().replace(/[ \t]*[|\\]$/, '').length;
