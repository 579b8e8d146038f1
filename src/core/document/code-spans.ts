import { matchesIn, type TextRange } from '../text.ts';

const backticks = /`+/g;

/** Code spans (CommonMark 6.1): from a run of backticks to the next one of the same length. */
export function codeSpans(text: string, { start, end }: TextRange): TextRange[] {
  const spans: TextRange[] = [];
  const source = text.slice(start, end);
  if (!source.includes('`')) return spans;
  const runs = matchesIn(source, backticks);
  const nextOfLength = new Map<number, number>();
  const closing = new Array<number>(runs.length).fill(-1);
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.[0].length ?? 0;
    closing[at] = nextOfLength.get(length) ?? -1;
    nextOfLength.set(length, at);
  }
  for (let at = 0; at < runs.length; at++) {
    const [open, close] = [runs[at], runs[closing[at] ?? -1]];
    if (!open || !close) continue;
    spans.push({ start: start + open.index, end: start + close.index + close[0].length });
    at = closing[at] ?? at;
  }
  return spans;
}
