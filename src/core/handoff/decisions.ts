import type { DecisionFact } from './handoff-facts.ts';

const labelled = /^[-*]?\s*(Decision|Decided|Why|Because|Rationale)\s*:\s*(.*)$/i;
const because = /^[-*]?\s*(Because)\s+(.*)$/;

const kinds: Readonly<Record<string, DecisionFact['kind']>> = {
  decision: 'Decision',
  decided: 'Decision',
  why: 'Why',
  rationale: 'Why',
  because: 'Because',
};

/** What the body of a commit's message says that was decided, and why: a line that says so, to the end of its paragraph. */
export function decisionsIn(body: string): Pick<DecisionFact, 'kind' | 'text'>[] {
  const found: { kind: DecisionFact['kind']; text: string }[] = [];
  let open = false;
  for (const line of body.split('\n').map((raw) => raw.trim())) {
    const match = labelled.exec(line) ?? because.exec(line);
    const kind = kinds[match?.[1]?.toLowerCase() ?? ''];
    const last = found.at(-1);
    if (match && kind) {
      const said = match[2] ?? '';
      found.push({ kind, text: kind === 'Because' ? line.replace(/^[-*]\s*/, '') : said });
      open = true;
    } else if (line === '' || isTrailer(line) || /^[-*]\s/.test(line)) open = false;
    else if (open && last) last.text = `${last.text} ${line}`.trim();
  }
  return found.filter(({ text }) => text !== '');
}

/** A line such as `Signed-off-by: …`, which belongs to nothing before it (git-interpret-trailers(1)). */
const isTrailer = (line: string): boolean => /^[A-Za-z][\w-]*-[\w-]+: /.test(line);
