import type { DocumentStyle } from './report.ts';
import type { TextRange } from './text.ts';

export interface NewWorkItem {
  /** The file's name, with its extension. */
  readonly fileName: string;
  readonly text: string;
  /** Where the first thing stands that the author has to write. */
  readonly firstStop: TextRange;
}

/** The author's first prompt. Bracketed prompts count as missing until they are replaced. */
const goalPrompt = '[What should be true when this is done, for whom, and why]';

/**
 * The document of a new work item: all five points, each with a prompt in brackets.
 * @param title one line.
 * @param style that of the workspace's other work items: status and dependencies stand where those keep them.
 */
export function newWorkItem(title: string, style: DocumentStyle): NewWorkItem {
  const name = title.trim().replace(/\s+/g, ' ');
  const text = `${head(name, style)}
## Goal

${goalPrompt}

## Resources

- [what it is](path or address)

## Next Steps

1. [The first thing to do, concrete enough to start]
${style === 'headings' || style === 'front-matter' ? '\n## Dependencies\n\n- [Who or what this waits on and since when, or None]\n' : ''}
## Definition of Done

- [ ] [What a team-mate can check to see that it is done]
`;
  const start = text.indexOf(goalPrompt);
  return { fileName: `${slug(name)}.md`, text, firstStop: { start, end: start + goalPrompt.length } };
}

function head(title: string, style: DocumentStyle): string {
  switch (style) {
    case 'front-matter':
      return `---\ntitle: ${JSON.stringify(title)}\nstatus: To Do\n---\n\n# ${title}\n`;
    case 'table':
      return `# ${title}\n\n| Field | Value |\n| --- | --- |\n| Status | To Do |\n| Dependencies | TBD |\n`;
    case 'labels':
      return `# ${title}\n\n**Status:** To Do\n\n**Dependencies:** TBD\n`;
    case 'headings':
      return `# ${title}\n\n## Status\n\nTo Do\n`;
  }
}

/** A file name for a title: lower case letters and digits of any script, joined by `-`; at most 60 characters. */
function slug(title: string): string {
  const words =
    title
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words.join('-')].slice(0, 60).join('').replace(/-+$/, '') || 'work-item';
}
