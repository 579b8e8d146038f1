/** Those of `candidates` that differ little enough from `word` to be meant by it, the likeliest first. Case counts for nothing. */
export function similarTo(word: string, candidates: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 4));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), most);
    if (distance <= most) found.push({ candidate, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).map(({ candidate }) => candidate);
}

/**
 * How many characters have to be put in, taken out or replaced to make one text of the other (Levenshtein 1965);
 * given up beyond `most`, as it is with nearly all texts.
 */
function editDistance(a: string, b: string, most: number): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1);
      const cost = Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
      if (cost < least) least = cost;
      line.push(cost);
    }
    if (least > most) return least;
    above = line;
  }
  return above[b.length] ?? 0;
}
