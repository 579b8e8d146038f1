import type { MarkdownDocument } from '../document/document.ts';
import { textOf } from '../document/substance.ts';

/**
 * The names by which links can lead to headings and marks of a document, in lower case: those that GitHub makes,
 * those that VS Code makes where these differ, and what the document names itself (`<a id="x">`, `{#x}`).
 */
export function anchorsOf(document: MarkdownDocument): ReadonlySet<string> {
  const anchors = new Set<string>();
  const seen = new Map<string, number>();
  for (const block of document.blocks) {
    if (block.kind !== 'heading') continue;
    const heading = textOf(document, block.range).replace(/\{#[\w-]+\}\s*$/, '');
    const shown = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]|<[^>]*>/g, '');
    const slug = gitHubSlug(shown);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
    anchors.add(slug.replace(/^-+|-+$/g, ''));
  }
  for (const [, html, mark] of document.text.matchAll(
    /<[a-z][^>\n]{0,200}?\b(?:id|name)=["']([^"'\n]{1,200})["']|\{#([\w-]{1,200})\}/gi,
  ))
    anchors.add((html ?? mark ?? '').toLowerCase());
  return anchors;
}

/** As github-slugger does: lower case, without what is no letter, digit, mark, `-`, `_` or space, spaces as `-`. */
const gitHubSlug = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
