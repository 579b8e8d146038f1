import type { TextRange } from '../text.ts';

/** A day that a text names in full. */
export interface NamedDay {
  /** ISO 8601: `2026-03-09`. */
  readonly day: string;
  readonly range: TextRange;
}

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** `2026-03-09`, `9 March 2026`, `9th of Mar. 2026`, `March 9, 2026`. Not `09/03/26`: which of them is the month is anybody's guess. */
const namedDay = new RegExp(
  [
    String.raw`(?<![\d-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)`,
    String.raw`(?<![\d-])([1-9]|0[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? (?:of )?${month}\.?,? (\d{4})(?!\d)`,
    String.raw`\b${month}\.? ([1-9]|0[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (\d{4})(?!\d)`,
  ].join('|'),
  'gi',
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The days that a text names with their year, in its order; ranges are within the text. */
export function daysIn(text: string): NamedDay[] {
  return [...text.matchAll(namedDay)].map((match) => {
    const [source, isoYear, isoMonth, isoDay, dayBefore, monthAfter, yearAfter, monthBefore, dayAfter, year] = match;
    const word = (monthAfter ?? monthBefore ?? '').slice(0, 3).toLowerCase();
    const two = (value: string | number): string => String(value).padStart(2, '0');
    const day = [
      isoYear ?? yearAfter ?? year,
      isoMonth ?? two(months.indexOf(word) + 1),
      isoDay ?? two(dayBefore ?? dayAfter ?? ''),
    ].join('-');
    return { day, range: { start: match.index, end: match.index + source.length } };
  });
}
