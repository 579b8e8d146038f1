import type { MarkdownDocument } from '../../document/document.ts';
import type { ListItem } from '../../document/markdown.ts';
import { noPlanHeading } from '../../vocabulary/evident.ts';
import { blocksOutside } from './blocks-outside.ts';

/** The boxes of what is to be done; those of criteria tell when it is over. */
export function boxesToDo(document: MarkdownDocument): readonly ListItem[] {
  if (!document.blocks.some((block) => block.kind === 'item' && block.checked !== null)) return [];
  return blocksOutside(document, ['done'], noPlanHeading).filter(
    (block): block is ListItem => block.kind === 'item' && block.checked !== null,
  );
}
