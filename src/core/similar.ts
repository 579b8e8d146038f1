import { distance } from 'fastest-levenshtein';

/** Those of `candidates` that differ little enough from `word` to be meant by it, the likeliest first. Case counts for nothing. */
export function similarTo(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 4));
  const found: { readonly candidate: string; readonly edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits <= most) found.push({ candidate, edits });
  }
  return found.sort((a, b) => a.edits - b.edits).map(({ candidate }) => candidate);
}
