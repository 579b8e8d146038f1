/** A moment as a document states it. */
export interface ZonedDate {
  readonly text: string;
  /** Milliseconds since 1970 in UTC; where `offset` is null, as if the date were one in UTC. */
  readonly time: number;
  /** Minutes to add to UTC to get the time as it is written; null where the document does not say. */
  readonly offset: number | null;
  /** Whether only the day is written. */
  readonly dayOnly: boolean;
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d\d):?(\d\d)?))?$/i;

/**
 * Reads a date in ISO 8601, as `2026-03-02T18:04:00+01:00`, and as people write it: with a space, without seconds, offset or time.
 * @returns null for what is none.
 */
export function readZonedDate(text: string): ZonedDate | null {
  const match = iso.exec(text.trim());
  if (!match) return null;
  const [whole, year, month, day, hour, minute, second = '0', utc, sign, hours, minutes = '0'] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second.padStart(2, '0')}Z`);
  if (Number.isNaN(local)) return null;
  const ahead = hours === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const offset = utc === undefined && hours === undefined ? null : ahead;
  return { text: whole, time: local - (offset ?? 0) * 60_000, offset, dayOnly: hour === undefined };
}
