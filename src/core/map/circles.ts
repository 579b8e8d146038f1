/** A step from one to another, by their keys. */
export interface Step {
  readonly first: string;
  readonly next: string;
}

/**
 * For each key that lies on a circle of steps, a number that is that of all keys it can be gone round with.
 * Tarjan's strongly connected components (SIAM Journal on Computing 1, 1972), without recursion: a chain may be thousands long.
 */
export function circlesOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const nextOf = grouped(steps);
  const found = new Map<string, number>();
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  /** Visited, and in no finished component. */
  const open: string[] = [];
  const isOpen = new Set<string>();
  const lower = (key: string, by: number | undefined): void => {
    lowest.set(key, Math.min(lowest.get(key) ?? Number.POSITIVE_INFINITY, by ?? Number.POSITIVE_INFINITY));
  };
  const enter = (key: string): Iterator<string> => {
    order.set(key, order.size);
    lower(key, order.get(key));
    open.push(key);
    isOpen.add(key);
    return (nextOf.get(key) ?? []).values();
  };
  const leave = (key: string): void => {
    if (lowest.get(key) !== order.get(key)) return;
    const component = open.splice(open.lastIndexOf(key));
    for (const member of component) isOpen.delete(member);
    if (component.length > 1) for (const member of component) found.set(member, order.get(key) ?? 0);
  };
  for (const start of nextOf.keys()) {
    if (order.has(start)) continue;
    const path = [{ key: start, ahead: enter(start) }];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const step = at.ahead.next();
      if (step.done) {
        leave(at.key);
        path.pop();
        const above = path.at(-1);
        if (above) lower(above.key, lowest.get(at.key));
      } else if (!order.has(step.value)) path.push({ key: step.value, ahead: enter(step.value) });
      else if (isOpen.has(step.value)) lower(at.key, order.get(step.value));
    }
  }
  return found;
}

/** Where the steps from each key lead. */
function grouped(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const nextOf = new Map<string, string[]>();
  for (const { first, next } of steps) {
    const known = nextOf.get(first);
    if (known) known.push(next);
    else nextOf.set(first, [next]);
  }
  return nextOf;
}
