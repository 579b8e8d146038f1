import { letter } from './letter.ts';

/** Where people talk, which somebody who was not there cannot search. */
const talk = '(?:chat|slack|teams|discord|zoom|e?-?mails?|inbox|dms?|call|meeting|stand-?up|sync|whiteboard)';

/** Words that lean on what only those know who were there, wherever they stand. */
const memory = [
  String.raw`(?<!${letter})(?<!\bsuch )as (?:we )?(?:discussed|agreed|talked (?:about|over))(?: (?:on|at|with|last|yesterday|today|offline|in (?:person|private)|(?:in|on|over|via) (?:the |our )?${talk})\b(?: ${letter}+)?|(?=\s*(?:[.,;:)]|$)))`,
  String.raw`(?:(?<=^|[.;:(,–—]\s*|\s-\s)(?:see|(?:check|search) (?=the|our|my))|(?<!${letter})(?:as )?per (?=the|our|my|last|yester)) ?(?:the |our |my )?(?:(?:team|group|project|last|weekly|daily|(?!user)${letter}+['’]s) )?(?:${talk}|(?<=our )(?:conversation|discussion|talk))(?=\s*(?:[.,;:)–—]|$)| (?:for|from|with|thread|notes|on|about|we|I)(?!${letter}))`,
  `(?<!${letter})(?:like|what) we (?:said|discussed|agreed|talked about|decided)(?! (?:above|below|earlier|here|in)(?!${letter}))`,
  String.raw`(?<!${letter})(?:(?:ask|ping) (?:me|him|her)|(?:talk to|check with|message|dm) me)(?=\s*[.,;:)]|\s*$| (?:for|about|if|when|where|how|which|first|before)(?!${letter}))`,
  `(?<!${letter})you (?:already )?know (?:the drill|where (?:it|they|to)|who to ask)(?!${letter})`,
  `(?<!${letter})the usual (?:${letter}+ )?(?:way|place|process|procedure|steps|drill|routine|people|channels?|docs?|links?|files?)(?!${letter}|(?<=process|procedure) (?:for|of) (?!(?:this|that|these|those|it|them|us|you|me|such|everything|all)(?!${letter})))`,
  `(?<!${letter})(?:(?:I|we) (?:sent|showed|told) (?:you|everybody|everyone|him|her)|(?:e?-?mail|message|doc|file|link|sheet) (?:that )?I (?:sent|shared))(?!${letter})`,
];

/** Words that lean on it where a resource is to be named. */
const place = [
  String.raw`\bas (?:we )?mentioned(?: \w+){0,3}`,
  String.raw`\bas (?:we )?(?:discussed|agreed|talked (?:about|over))(?: \w+){0,3}`,
  String.raw`\b(?:see|check|search|in|from|per) (?:the |our |my |your )?(?:\w+ )?(?:chat|slack|teams|discord|e?-?mails?|inbox|dms?|call|meeting|whiteboard)\b`,
  String.raw`\bask (?:me|him|her|them|around|[A-Z]\w+)\b`,
  String.raw`\byou know (?:where|which|what)\b`,
  String.raw`\b(?:see|read|in|from) (?:the|that|our) (?:google )?(?:doc|docs|document|spec|ticket|sheet|deck|wiki|drive|file|link|page)s?\b`,
];

/** Words that lean on what somebody who was not there cannot find. */
export const remembered = new RegExp(memory.join('|'), 'i');

/**
 * What stands before such words where they lean on nothing: what is usual is left, or is what a program or its users do.
 * "No change to the usual process", "the server will refuse it in the usual way".
 */
export const knownAsUsual =
  /\b(?:(?:changes?|similar|compared|contrary) to|unlike|than|instead of|(?:not|never) (?:go|gone|went) through|(?:users?|customers?|webhook|server|service|operator|controller|client|system|compiler|parser|API|UI|tool|command|program) (?:will|would|can|may|must|does|do|did)\b[^.;]{1,80})\s$/i;

/** The same, and vaguer ones, where a resource is to be named: "in the doc" says nothing there. */
export const unfindable = new RegExp([...place, ...memory].join('|'), 'i');

/** What each of `remembered` holds, from the start of a word on, so that texts without need no closer look. */
export const rememberedHint = new RegExp(
  String.raw`as (?:we )?(?:disc|agr|talk)|(?:see|check|search|per) (?:\S+ ){0,2}${talk}|(?:like|what) we |(?:ask|ping) (?:me|him|her)\b|(?:to|with|message|dm) me\b|our (?:con|dis|talk)|you (?:already )?know (?:th|wh)|the usual |(?:i|we) (?:sent|sho|sha|tol)`,
);

const singular =
  '(?:specs?|specifications?|mock-?ups?|wireframes?|dashboards?|roadmaps?|spreadsheets?|transcripts?|test suite|prototypes?)';
const common =
  '(?:documents?|docs|guidelines?|reports?|data ?sets?|templates?|modules?|services?|APIs?|endpoints?|components?|screens?|pages?|class(?:es)?|functions?|CLI|configs?|configurations?|schemas?|tables?|librar(?:y|ies)|packages?|plugins?|pipelines?|jobs?|database|parsers?|flows?|workflows?|tests?)';

/** Words that speak of something which is there already, as one who knows where: "the existing importer module", "our design document", "the same settings as before". */
export const takenAsKnown = new RegExp(
  String.raw`\b(?:(?:the|our) (?:[\w'’/-]+ ){1,3}?${singular}(?! of (?:all|each|every|an?)\b)|our (?:[\w'’/-]+ ){0,3}?${common}|(?:(?:the|our|an?) )?(?:existing|current|legacy) (?!set of )(?:[\w'’/-]+ ){0,3}?(?:${singular}|${common})|the same (?:[\w'’-]+ ){1,3}as (?:before|last time|usual|always))\b`,
  'i',
);
