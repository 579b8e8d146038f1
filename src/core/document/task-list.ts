import type { MarkdownDocument } from './document.ts';
import type { Block, ListItem } from './markdown.ts';

/** Fewer boxes are a part of a document, not what it is about. */
const fewest = 3;

const tasksTitle = /^(?:tasks?|to-?dos?|task list|action items)\b/i;

/** The boxes of a document that is above all a list of tasks, by its title or by what it holds; else none. */
export function taskList({ text, blocks, boxes }: MarkdownDocument): readonly ListItem[] {
  if (boxes.length < fewest) return [];
  const title = blocks.find((block) => block.kind === 'heading');
  if (title && tasksTitle.test(text.slice(title.range.start, title.range.end))) return boxes;
  const count = (kind: Block['kind']): number => {
    let found = 0;
    for (const block of blocks) if (block.kind === kind) found++;
    return found;
  };
  return 2 * boxes.length > count('item') && boxes.length > count('paragraph') ? boxes : [];
}
