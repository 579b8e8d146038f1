import type { MarkdownDocument } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import type { Role } from '../../vocabulary/labels.ts';

/** The blocks of a document that stand in no section which plays one of `roles`, or whose title matches. */
export function blocksOutside(
  { blocks, sections }: MarkdownDocument,
  roles: readonly Role[],
  title: RegExp,
): readonly Block[] {
  const left = sections.filter(
    (section) => title.test(section.title) || roles.some((role) => section.roles.includes(role)),
  );
  let next = 0;
  let end = 0;
  return blocks.filter((_, at) => {
    for (let section = left[next]; section && section.from <= at; section = left[++next])
      end = Math.max(end, section.to);
    return at >= end;
  });
}
