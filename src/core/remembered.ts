import { detached } from './text.ts';

/** Most answers of one generation; two are kept. */
const generation = 1000;

/**
 * `read` with a memory: the documents of a team use the same labels over and over.
 * What is asked for again outlives what was asked for once, as most titles are.
 */
export function remembered<T>(read: (label: string) => T): (label: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (label) => {
    const known = young.get(label);
    if (known !== undefined) return known;
    const before = old.get(label);
    const answer = before === undefined ? read(label) : before;
    if (young.size >= generation) {
      old = young;
      young = new Map();
    }
    young.set(detached(label), answer);
    return answer;
  };
}
