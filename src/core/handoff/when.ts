import type { ZonedDate } from './zoned-date.ts';

/** A reader's clock. */
export interface ReaderTime {
  /** Milliseconds since 1970 in UTC. */
  readonly now: number;
  /** Minutes to add to UTC to get the reader's local time, as at `time`. */
  offsetAt(time: number): number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * When that was, for a reader, in the reader's time zone: `yesterday 18:04, 9 h ago`, `Mon 18:04, 3 days ago`, `2 Mar, 12 days ago`.
 * A date without a zone stays as it is written, and one without a time has none.
 */
export function whenFor({ time, offset, dayOnly }: ZonedDate, { now, offsetAt }: ReaderTime): string {
  const there = time + (offset ?? 0) * minute;
  // Without a zone, the day as it is written is the best that is known.
  const local = new Date(offset === null ? there : time + offsetAt(time) * minute);
  const today = new Date(now + offsetAt(now) * minute);
  const days = dayOf(today) - dayOf(local);
  const at = dayOnly ? '' : ` ${local.toISOString().slice(11, 16)}`;
  const name = dayName(local, today, days);
  if (days < 0 || offset === null) return days === 0 || days === 1 ? `${name}${at}` : `${name}${at}${ago(days)}`;
  const elapsed = Math.max(0, now - time);
  if (elapsed < minute) return `${name}${at}, just now`;
  if (elapsed < hour) return `${name}${at}, ${Math.floor(elapsed / minute)} min ago`;
  if (elapsed < day) return `${name}${at}, ${Math.floor(elapsed / hour)} h ago`;
  return days < 7 ? `${name}${at}${ago(Math.max(1, days))}` : `${name}${ago(days)}`;
}

/** The time as it was where it was written: `2 Mar 2026, 18:04 (UTC+01:00)`. */
export function whenThere({ time, offset, dayOnly }: ZonedDate): string {
  const there = new Date(time + (offset ?? 0) * minute);
  const date = `${there.getUTCDate()} ${months[there.getUTCMonth()]} ${there.getUTCFullYear()}`;
  if (dayOnly) return date;
  return `${date}, ${there.toISOString().slice(11, 16)} (${offset === null ? 'time zone not said' : utc(offset)})`;
}

/** What the clocks show in a time zone of the IANA database, which the platform has to know: `03:12`. */
export function timeIn(timezone: string, { now }: ReaderTime): string {
  const format = { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(now);
}

const dayOf = (local: Date): number => Math.floor(local.getTime() / day);

const ago = (days: number): string => (days < 0 ? '' : days === 1 ? ', 1 day ago' : `, ${days} days ago`);

function dayName(local: Date, today: Date, days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days > 1 && days < 7) return weekdays[local.getUTCDay()] ?? '';
  const year = local.getUTCFullYear() === today.getUTCFullYear() ? '' : ` ${local.getUTCFullYear()}`;
  return `${local.getUTCDate()} ${months[local.getUTCMonth()]}${year}`;
}

function utc(offset: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.abs(offset);
  return `UTC${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
