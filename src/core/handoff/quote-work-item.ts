/** Words of a work item, and the line (from 1) on which they stand. */
export interface Quote {
  readonly text: string;
  readonly line: number;
}

export interface WorkItemQuotes {
  /** What the document says is to be done next: a labelled value, or the entries of a section of that name. */
  readonly nextActions: readonly Quote[];
  /** Checkboxes that are not ticked, but for those among the next actions. */
  readonly unticked: readonly Quote[];
}

const nextLabel = 'next(?: (?:action|step)s?)?';
/** A heading such as `## Next steps`, or a bold line that serves as one. */
const nextHeading = new RegExp(String.raw`^(?:#{1,6}\s+(?:\d+[.)]\s*)?|\*\*)${nextLabel}\s*:?(?:\*\*)?:?\s*#*$`, 'i');
/** `Next action: x`, `- **Next step:** x`, `| Next | x |`, and `next: x` in front matter. */
const nextField = new RegExp(
  String.raw`^(?:[-*+]\s+|\|\s*)?(?:\*\*|__)?${nextLabel.replace(' ', '[ _-]')}(?:\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*|\s*:\s+|(?:\*\*|__)?\s*\|\s*)(.+?)\s*\|?$`,
  'i',
);
const anyHeading = /^#{1,6}\s/;
const uncheckedBox = /^\s*(?:[-*+]|\d+[.)])\s+\[ \]\s+(\S.*)$/;
const listEntry = /^\s*(?:[-*+]|\d+[.)])\s+(?!\[[xX]\])(?:\[ \]\s+)?(\S.*)$/;

/** Longer lines, in UTF-16 code units, are data rather than a sentence to quote. */
const longestLine = 1000;

/** Finds what a work item itself says about what is left to do. Nothing is concluded: what comes back stands in `text`. */
export function quoteWorkItem(text: string): WorkItemQuotes {
  const nextActions: Quote[] = [];
  const unticked: Quote[] = [];
  let inNext = false;
  for (const { line, number } of visibleLines(text)) {
    const field = nextField.exec(line)?.[1];
    if (anyHeading.test(line) || nextHeading.test(line)) inNext = nextHeading.test(line);
    else if (field) nextActions.push({ text: field, line: number });
    else if (inNext) addEntry(line, number, nextActions);
    else {
      const box = uncheckedBox.exec(line)?.[1];
      if (box) unticked.push({ text: box, line: number });
    }
  }
  return { nextActions, unticked };
}

function addEntry(line: string, number: number, quotes: Quote[]): void {
  const ticked = /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]/.test(line);
  const entry = listEntry.exec(line)?.[1] ?? line.trim();
  if (!ticked && /\p{L}/u.test(entry)) quotes.push({ text: entry, line: number });
}

/** The lines outside of code blocks and HTML comments; a line that holds a comment loses it. */
function visibleLines(text: string): { line: string; number: number }[] {
  const withoutComments = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ''));
  const lines: { line: string; number: number }[] = [];
  let fence: string | null = null;
  withoutComments.split(/\r\n|\n|\r/).forEach((line, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
    } else if (mark) fence = mark;
    else if (line.length <= longestLine) lines.push({ line, number: index + 1 });
  });
  return lines;
}
