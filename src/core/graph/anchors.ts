import { trimMarksEnd } from '../text.ts';

/** The form in which anchors are compared: what GitHub, GitLab and VS Code write differently for one heading is the same in it. */
export const comparableAnchor = (anchor: string): string =>
  anchor
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{M}\p{N}-]/gu, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The names by which links can lead to headings and marks of a markdown text: those that GitHub makes,
 * and those that the document gives itself (`<a id="x">`, `{#x}`); by the form in which they are compared.
 * Takes no parse: what a text edits is looked at anew with every rest of the typing.
 */
export function anchorsOf(text: string): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const heading of headingsOf(text)) {
    const slug = gitHubSlug(heading);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    const anchor = count === 0 ? slug : `${slug}-${count}`;
    anchors.set(comparableAnchor(anchor), anchor);
  }
  for (const [, html, mark] of text.matchAll(
    /<[a-z][^<>\n]{0,200}?\b(?:id|name)=["']([^"'\n]{1,200})["']|\{#([\w-]{1,200})\}/gi,
  )) {
    const anchor = html ?? mark ?? '';
    anchors.set(comparableAnchor(anchor), anchor);
  }
  return anchors;
}

/** Longer ones are none that anybody links to. */
const longestHeading = 300;

/** A fence of code, a heading, or what underlines one; in lists and quotes too (CommonMark 4.2, 4.3, 4.5). */
const line = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:(`{3,}|~{3,})(.*)|#{1,6}[ \t]+(\S.*)|(?:=+|-+)[ \t]*$)/gm;

/** The texts of a markdown text's headings, in order, and of HTML's. */
function headingsOf(text: string): string[] {
  const headings: string[] = [];
  let fence = '';
  for (const { 0: source, 1: mark, 2: info = '', 3: heading, index } of text.matchAll(line)) {
    if (fence !== '') {
      if (mark?.startsWith(fence) && info.trim() === '') fence = '';
    } else if (mark !== undefined) {
      if (mark.startsWith('~') || !info.includes('`')) fence = mark;
    } else if (heading !== undefined) headings.push(heading);
    else if (!source.includes('#')) headings.push(lineAbove(text, index));
  }
  for (const [, heading = ''] of text.matchAll(/<h[1-6]\b[^<>\n]{0,200}>([^<\n]{1,300})<\/h/gi)) headings.push(heading);
  return headings.filter(({ length }) => length <= longestHeading);
}

function lineAbove(text: string, offset: number): string {
  const end = text.lastIndexOf('\n', offset - 1);
  return end < 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim();
}

/** As github-slugger does to what a heading shows: lower case, without what is no letter, digit, mark, `-`, `_` or space, spaces as `-`. */
function gitHubSlug(heading: string): string {
  return trimMarksEnd(heading.replace(/\{#[\w-]+\}\s*$/, ''), '#')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/(?<![\p{L}\p{N}_])_+(?=\p{L}|\p{N})|(?<=\p{L}|\p{N})_+(?![\p{L}\p{N}_])/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}
