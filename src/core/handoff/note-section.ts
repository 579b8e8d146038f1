import { endOfLine, startOfHandoffs } from '../document/document.ts';
import type { TextEdit } from './update-work-item.ts';

/**
 * Puts a note under the heading “Handoffs” of a work item, above those that are there; without one, at its end.
 * The note's front matter stays behind; its headings go below that one.
 * @param text of the work item.
 * @param signature who wrote it, and when: takes the place of its title.
 */
export function noteAsSection(text: string, eol: string, note: string, signature: string): TextEdit {
  const body = note.replace(/^---\n[\s\S]*?\n---\n+# .*/, `# ${signature}`);
  const shown = body.replace(/^#{1,3} /gm, '##$&').replaceAll('\n', eol);
  const section = startOfHandoffs(text);
  if (section === text.length) {
    const end = text.trimEnd().length;
    const lead = `${end > 0 ? eol + eol : ''}## Handoffs${eol}${eol}`;
    return { range: { start: end, end: text.length }, text: lead + shown };
  }
  const at = endOfLine(text, section);
  return { range: { start: at, end: at }, text: `${eol}${eol}${shown.trimEnd()}` };
}
