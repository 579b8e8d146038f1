import { day } from '../history.ts';

/** How far back, and how often: every week for half a year, every month beyond. */
export interface Period {
  readonly months: number;
}

/** The longest period, in months: 120 samples. */
const mostMonths = 120;

const unitMonths: Readonly<Record<string, number>> = { month: 1, year: 12, week: 12 / 52, day: 12 / 365 };

/** Reads `6months`, `1 year`, `90days`; null for anything else, nothing and more than ten years. */
export function readPeriod(text: string): Period | null {
  const [, count, unit] = /^(\d{1,4})\s*(day|week|month|year)s?$/.exec(text.trim().toLowerCase()) ?? [];
  const months = Number(count) * (unitMonths[unit ?? ''] ?? 0);
  return months > 0 && months <= mostMonths ? { months } : null;
}

/**
 * The moments to look at, the oldest first, in milliseconds since 1970; the last one is before `now`.
 * Every seventh day for half a year at the most, else the same day of each month.
 */
export function sampleMoments({ months }: Period, now: number): number[] {
  const moments: number[] = [];
  if (months <= 6) {
    const weeks = Math.max(1, Math.round((months * 52) / 12));
    for (let week = weeks; week > 0; week--) moments.push(now - week * 7 * day);
    return moments;
  }
  for (let month = Math.round(months); month > 0; month--) moments.push(monthsBefore(now, month));
  return moments;
}

/** The same day and time of an earlier month in UTC, or its last day where it is too short. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime();
}
