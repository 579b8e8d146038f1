const minutes = String.raw`:[0-5]\d`;
const hour = String.raw`(?:[01]\d|2[0-3]|(?<=\b(?:at|by|until|till|before|from) )\d)`;
const half = String.raw`(?:[ap]m|[ap]\.m\.)`;

/** A time of day or a span between two, as `14:00`, `3pm`, `9:30 a.m.` or `02:00–04:00`; not a part of a longer figure, a verse or a line number. */
export const timeOfDay = new RegExp(
  String.raw`(?<![\p{L}\d:.,/+#@_–-])(?:${hour}${minutes}(?: ?[–-] ?\d\d?${minutes})?(?: ?${half})?|(?:1[0-2]|[1-9])(?:${minutes})? ?${half})(?![\p{L}_]| ?%|[:.,/–-]?\d)`,
  'giu',
);

/** What every time of day holds, from the start of a word on, so that texts without need no closer look. */
export const timeHint = /\d\d?(?::[0-5]\d| ?[ap]\.?m)/;

/** What tells whose clock it is. */
export const zone =
  /\b(?:UTC|GMT|[A-Z]{1,4}T)\b|\dZ\b|[+−-]\d\d?:?\d\d\b|\btime ?zones?\b|\blocal(?:ly)? time\b|\b(?:my|your|our|their|his|her) (?:local )?(?:time|morning|afternoon|evening)\b|(?<!\p{L})\p{Lu}\p{L}+ time(?!\p{L})|\b(?:Africa|America|Asia|Australia|Europe|Pacific|Atlantic)\/\w/u;

/** What tells it once for a whole document. */
export const zoneOfAll = /\btime[ _-]?zone|\btimes (?:are |is |given )*in\b/i;
