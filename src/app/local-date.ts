import type { Clock } from './ports.ts';

/** Now in the user's local time, as ISO 8601 to the second with the offset from UTC; its first ten characters are the user's day. */
export function localDate(clock: Clock): string {
  const now = clock.now();
  const offset = clock.utcOffset(now);
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The user's day, as in `2026-03-09`. */
export function today(clock: Clock): string {
  return localDate(clock).slice(0, 10);
}
