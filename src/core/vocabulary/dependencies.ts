/** What names other work or people: an issue, a key such as ABC-12 or WP03, a link, a team. */
const work = String.raw`(?:#\d+|\b(?!UTF|SHA|ISO|RFC)[A-Z][A-Z0-9]{1,9}-?\d+\b|\]\(|\[\[|\b[Tt]eams?\b|@\w)`;

/** Whether a text names other work or people. */
export const namesWork = new RegExp(work, 'u');

/** A sentence that says what the work waits on. */
export const proseDependency = new RegExp(
  String.raw`\b(?:[Dd]epends? on|[Dd]ependent on|[Bb]locked (?:by|on)|[Bb]locks|[Ww]ait(?:s|ing)? (?:for|on)|[Rr]equires|[Bb]uilds on)\b[^.\n]{0,60}?${work}`,
  'u',
);

/** A sentence that says that the work waits on nothing. */
export const proseNone =
  /\b(?:(?:has|have|with|there are) no (?:\w+ ){0,2}(?:dependenc(?:y|ies)|blockers?|prerequisites?)|no (?:\w+ )?(?:dependencies|blockers)(?=[.;,:]|$)|can (?:be )?start(?:ed)? (?:immediately|at once|right away)|not blocked by (?:anything|anyone|any))\b/iu;

/** Headings over what a system needs to run, rather than what the work waits on. */
export const runtimeHeading =
  /\b(?:production readiness|questionnaire|tech(?:nology|nical)? stack|runtime|infrastructure|deployment|architecture|system requirements|scalability)\b/i;
