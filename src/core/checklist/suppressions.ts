import { codeSpans } from '../document/code-spans.ts';
import type { MarkdownDocument } from '../document/document.ts';
import type { Block } from '../document/markdown.ts';
import { matchesIn, positionAt, type TextRange } from '../text.ts';

/** A rule that a comment names, or all rules where it names none. `docs/suppression.md` describes the format. */
export interface Suppression {
  readonly command: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** The rule's id as it stands; null for all rules. */
  readonly rule: string | null;
  /** The id, or the whole comment where it names none. */
  readonly range: TextRange;
  readonly comment: TextRange;
  /** It speaks of findings that begin here. */
  readonly scope: TextRange;
}

const mark = 'async-ready-';
const command = `${mark}(disable(?:-next-line|-line|-file)?|enable)`;
const htmlComment = new RegExp(String.raw`<!--\s*${command}((?:\s[^<>]{0,2000}?)?)-->`, 'g');
const name = /[^\s,]+/g;
const yamlComment = new RegExp(String.raw`(?<=^|[ \t])#[ \t]*${command}((?:[ \t][^\r\n"'#]*)?)$`, 'gm');

/** The suppressions of a document, in order: HTML comments outside code, and YAML comments in its front matter. */
export function readSuppressions(document: MarkdownDocument): Suppression[] {
  const { text, frontMatter, bodyStart } = document;
  const block = frontMatter ? text.slice(0, frontMatter.range.end) : '';
  // `<` is rare, which makes it quick to find.
  if (!(text.includes('<!--') && text.includes(mark)) && !block.includes(mark)) return [];
  const code = codeRanges(document);
  let at = 0;
  const inBody = [...text.slice(bodyStart).matchAll(htmlComment)].filter(({ index }) => {
    while ((code[at]?.end ?? Number.POSITIVE_INFINITY) <= bodyStart + index) at++;
    return (code[at]?.start ?? Number.POSITIVE_INFINITY) > bodyStart + index;
  });
  return [
    ...[...block.matchAll(yamlComment)].flatMap((match) => suppressionsOf(document, match, match.index)),
    ...inBody.flatMap((match) => suppressionsOf(document, match, bodyStart + match.index)),
  ];
}

/** The comment that holds `offset`, which lies in one. */
export function commentAround({ text, bodyStart }: MarkdownDocument, offset: number): TextRange {
  const start = offset < bodyStart ? text.lastIndexOf('#', offset) : text.lastIndexOf('<!--', offset);
  const length = offset < bodyStart ? text.slice(start).search(/[ \t]*[\r\n]/) : text.slice(start).indexOf('-->') + 3;
  return { start, end: start + length };
}

/** Those of `suppressions` that silence a finding of `rule` which begins where `holds` says: in the scope of one, by offset or by position. */
export function silencing<S extends Pick<Suppression, 'command' | 'rule'>>(
  suppressions: readonly S[],
  rule: string,
  holds: (suppression: S) => boolean,
): S[] {
  const speaking = suppressions.filter((found) => (found.rule ?? rule) === rule && holds(found));
  const last = speaking.findLast(({ command }) => command === 'disable' || command === 'enable');
  return speaking.filter(
    (found) => found.command.startsWith('disable-') || (found === last && found.command === 'disable'),
  );
}

/** Those that silence a finding of `rule` that begins at `offset`. */
export function silencingAt(suppressions: readonly Suppression[], rule: string, offset: number): Suppression[] {
  return silencing(suppressions, rule, ({ scope }) => scope.start <= offset && offset < scope.end);
}

function suppressionsOf(document: MarkdownDocument, match: RegExpExecArray, start: number): Suppression[] {
  const [source, word = '', rest = ''] = match;
  const command = word as Suppression['command'];
  const comment = { start, end: start + source.trimEnd().length };
  const scope = scopeOf(document, command, comment);
  const restStart = start + source.indexOf(word) + word.length;
  const named = matchesIn(rest, name).map(({ 0: rule, index }) => {
    const from = restStart + index;
    return { command, comment, scope, rule, range: { start: from, end: from + rule.length } };
  });
  return named.length > 0 ? named : [{ command, comment, scope, rule: null, range: comment }];
}

function scopeOf({ lines }: MarkdownDocument, command: Suppression['command'], comment: TextRange): TextRange {
  const end = lines.length + 1;
  if (command === 'disable-file') return { start: 0, end };
  if (command === 'disable' || command === 'enable') return { start: comment.end, end };
  const line =
    command === 'disable-line' ? positionAt(lines, comment.start).line : positionAt(lines, comment.end).line + 1;
  return { start: lines.starts[line] ?? end, end: lines.starts[line + 1] ?? end };
}

/** Where the document shows code, in order; inline code in blocks that could hold a suppression only. */
function codeRanges({ text, blocks }: MarkdownDocument): TextRange[] {
  return blocks.flatMap(({ kind, range }: Block) => {
    if (kind === 'code') return [range];
    return kind !== 'html' && text.slice(range.start, range.end).includes(mark) ? codeSpans(text, range) : [];
  });
}
