import type { MarkdownDocument } from './document.ts';
import type { ListItem } from './markdown.ts';

/** Fewer boxes are a part of a document, not what it is about. */
const fewest = 3;

const tasksTitle = /^(?:tasks?|to-?dos?|task list|action items)\b/i;

/** The boxes of a document that is above all a list of tasks, by its title or by what it holds; else none. */
export function taskList({ text, blocks }: MarkdownDocument): readonly ListItem[] {
  const items = blocks.filter((block): block is ListItem => block.kind === 'item');
  const boxes = items.filter((item) => item.checked !== null);
  if (boxes.length < fewest) return [];
  const title = blocks.find((block) => block.kind === 'heading');
  if (title && tasksTitle.test(text.slice(title.range.start, title.range.end))) return boxes;
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').length;
  return 2 * boxes.length > items.length && boxes.length > paragraphs ? boxes : [];
}
