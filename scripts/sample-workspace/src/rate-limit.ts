const perMinute = 120;

/** How many requests each API key has made in the current minute. */
const counts = new Map<string, number>();

/** Whether a request with this key may pass. */
export function allow(key: string): boolean {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count <= perMinute;
}

setInterval(() => counts.clear(), 60_000).unref();
