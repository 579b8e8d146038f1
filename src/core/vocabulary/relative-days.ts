const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const part = '(?:morning|afternoon|evening|night)';
const words = `(?:tomorrow(?: ${part})?|tonight|later today|(?:eod|cob|eow)(?:,? (?:on )?${weekday})?|(?<!\\bat (?:the )?)(?:the )?end of (?:the |this |next )?(?:day|week|month)|(?:next|this) (?:week|month|${part}|${weekday})|${weekday}(?: ${part})?)`;

/** A day, or the end of a day, a week or a month, by how far it is from the day of writing; not "Friday entries". */
export const relativeDay = new RegExp(
  String.raw`(?<![\p{L}\d/-])${words}(?=\s*(?:[.,;:!?)—–*_|"]|$)| (?:at|and|or|so|to|for|with|from|because|but|then|before|after|if|when|once|latest|noon|\d))`,
  'giu',
);

/** What each of them holds, from the start of a word on, so that texts without need no closer look. */
export const relativeDayHint =
  /tomorrow|tonight|later today|eo[dw]\b|cob\b|end of |(?:next|this) (?:week|month|morn|after|even|night)|(?:mon|tues|wednes|thurs|fri|satur|sun)day/;

/** A day of the month, by which a reader can tell which day is meant. */
export const dayOfMonth =
  /\b\d{4}-\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* \d|\d(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2}[./]\d{1,2}\b/i;

/** A line that begins with a day, as those above minutes and entries do; a link may lead to them. */
export const datedLine =
  /^[^\p{L}\d]{0,5}(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)/iu;

/** A sentence that sets two times apart, and in which nobody promises anything: "It helps today, and fits what comes tomorrow". */
export const setsApart = /^(?!.*\b(?:I|we)\b).*\btoday\b.*\btomorrow\b/is;
