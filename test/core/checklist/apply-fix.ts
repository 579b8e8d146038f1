import { checkDocument, defaultSettings, fixFinding } from '../../../src/core/checklist/check-document.ts';
import type { Finding, Fix } from '../../../src/core/report.ts';
import { linesOf, type Position } from '../../../src/core/text.ts';
import { fixtureDay } from './fixtures.ts';

/** Every document is a work item here, and it is the day of the fixtures. */
export const settings = { ...defaultSettings, include: ['**'], today: fixtureDay };

/** The findings of `text`. */
export function findingsIn(text: string, path = 'item.md'): readonly Finding[] {
  return checkDocument({ path, text }, settings).findings;
}

/** Where the first finding of `rule` begins, or where it would if it were not quiet. */
export function placeOf(text: string, rule: string): Position {
  const { findings, points, titleRange } = checkDocument({ path: 'item.md', text }, settings);
  const quiet = rule.startsWith('dependencies') ? points.dependencies.range : titleRange;
  return (findings.find((found) => found.rule === rule)?.range ?? quiet).start;
}

/** The text after the fix of the first finding of `rule`; `fill` makes words of each prompt, else the prompt is kept. */
export function fixed(text: string, rule: string, fill: (prompt: string) => string = (prompt) => prompt): string {
  const fix = fixFinding({ path: 'item.md', text }, settings, rule, placeOf(text, rule));
  if (!fix) throw new Error(`There is no fix of ${rule}.`);
  return applied(text, fix, fill);
}

/** The text after `fix`. */
export function applied(text: string, { edits }: Fix, fill: (prompt: string) => string): string {
  const lines = linesOf(text);
  const offset = ({ line, character }: Position): number => (lines.starts[line] ?? Number.NaN) + character;
  return edits.reduceRight(
    (result, { range, snippet }) =>
      result.slice(0, offset(range.start)) + rendered(snippet, fill) + result.slice(offset(range.end)),
    text,
  );
}

/** A TextMate snippet as text. Understands what the fixes use: `${1:prompt}`, `${1|one,two|}` and escapes. */
function rendered(snippet: string, fill: (prompt: string) => string): string {
  const parts = /\$\{\d\|([^|,]*)[^|]*\|\}|\$\{\d:((?:\\.|[^\\}])*)\}|\\([\\$}])|[$]/g;
  return snippet.replace(parts, (part, choice?: string, prompt?: string, escaped?: string) => {
    if (choice !== undefined) return choice;
    if (prompt !== undefined) return fill(prompt.replace(/\\([\\$}])/g, '$1'));
    if (escaped !== undefined) return escaped;
    throw new Error(`"${part}" in a snippet would be read as a variable: ${snippet}`);
  });
}

/** What an author could write for any prompt. */
export const someWords = (): string => 'The page shows the delivery date to everybody who ordered';
