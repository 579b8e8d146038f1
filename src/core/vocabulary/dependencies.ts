/** What names other work or people: an issue, a key such as ABC-12 or WP03 (no standard, requirement or error code), "Story 4.2", a link, a team. */
const work = String.raw`(?:#\d+|\b(?!(?:UTF|SHA|ISO|RFC|N?FR|SC|AC|REQ|ES|EC)-?\d)(?:[A-Z][A-Z0-9]{1,9}-\d+|WP\d+|[A-Z]{1,3}\d{2,3})\b|\b(?:[Ss]tor(?:y|ies)|[Ee]pics?|[Ii]ssues?|[Tt]ickets?|PRs?|[Tt]ask-)[ -]?\d|\]\(|\[\[|\b[Tt]eams?\b|(?<![\w\u0060])@\w)`;

/** Whether a text names other work or people. */
export const namesWork = new RegExp(work, 'u');

/** A sentence that says what the work waits on, or what waits on it. */
export const proseDependency = new RegExp(
  [
    String.raw`\b(?:[Dd]epends? on|[Dd]ependent on|[Bb]locked (?:by|on)|(?:[Uu]nb|[Bb])locks|[Ww]ait(?:s|ing)? (?:for|on)|[Rr]equires|[Bb]uilds on)\b(?!\])[^.\n]{0,60}?${work}`,
    // "Once that change lands", "wait for the adapter before …": an order among changes, without an id.
    String.raw`\b(?:[Ww]hen|[Oo]nce|[Aa]fter|[Uu]ntil|[Ii]f) (?:that|the other|another|the upstream|the preceding|the previous) (?:\w+ ){0,3}(?:lands?|merges|ships|(?:is|has been|gets) (?:merged|released|approved|accepted))\b`,
    String.raw`\b[Ww]ait(?:s|ing)? (?:for|on) the (?:[\w-]+\s+){1,6}(?:before|to (?:land|merge|ship))\b`,
  ].join('|'),
  'u',
);

/** A sentence that says that the work waits on nothing; not one on what a program does without ("has no runtime dependencies"). */
export const proseNone =
  /\b(?:(?:this|the) (?:\w+ ){0,2}(?:task|story|work(?: item| package)?|wp|change|proposal|plan|phase|goal|issue|ticket|epic|spec|project) (?:has|have|with) no (?:(?:known|open|hard|other|blocking|external|upstream) ){0,2}(?:dependenc(?:y|ies)|blockers?|prerequisites?)|there are no (?:(?:known|open|hard|other|blocking|upstream) ){0,2}(?:blockers?|prerequisites?|dependencies on other)|can (?:be )?start(?:ed)? (?:immediately|at once|right away)|not blocked by (?:anything|anyone|any))\b/iu;

/** A block that says nothing else than that the work stands alone: "Independent of the other packages.", "No blockers." */
export const standsAlone =
  /^(?:independent (?:of|from)\b|no (?:(?:known|open|hard|other|blocking) ){0,2}(?:dependencies|blockers|prerequisites)[.!]*$|no (?:dependencies|blockers)[;,—–-]|no (?:dependencies|blockers) on )/i;

/** What introduces the libraries that a program needs, rather than work that has to come first. */
export const libraries =
  /^(?!.*\b(?:must|first|before|after|finish\w*|merged?|lands?|approv\w*|deliver\w*|answers?)\b).*\b(?:librar(?:y|ies)|packages?|crates?|gems?|frameworks?|npm|pip|sdks?)\b/i;

/** How some word of each of the sentences above begins, so that texts without need no closer look. */
export const proseHint =
  /\b(?:depend|_*independ|block|unblock|wait|requires|prereq|builds|start|land|merge|ship|release|approve|accept)/gi;

/** Headings over what a system needs to run, rather than what the work waits on. */
export const runtimeHeading =
  /\b(?:production readiness|questionnaire|tech(?:nology|nical)? stack|runtime|infrastructure|deployment|architecture|system requirements|scalability)\b/i;

/** How a label or a line begins that names what waits on the work, rather than what the work waits on. */
export const blocksOthers =
  /^[\s>*_+-]*(?:(?:this |it )?(?:un)?blocks\b|blocking\b|required by\b|needed by\b|depend[ae]nts?\b|dependent (?:tasks|work|items)\b|downstream\b)/i;

/** Labels and headings, normalized, of what waits on this work rather than the other way round. */
export const waitsOnThis = /^(?:blocks|blocking|required by|dependents|dependent tasks|unblocks)$/;

/** What a label or heading, normalized, says of the words that follow it: "Blockers: legal" is "blocked by legal". */
export const waitLabels: ReadonlyMap<string, string> = new Map([
  ...['waiting on', 'waiting for', 'awaiting'].map((label): [string, string] => [label, 'waiting for ']),
  ...['blocked', 'blocked by', 'blocked on', 'blocker', 'blockers'].map((label): [string, string] => [
    label,
    'blocked by ',
  ]),
]);

const article = '(?:the |an? |our )?';
const wait = `(?:(?:is |are |still |currently )*(?:waiting|blocked|held up|pending|awaiting|depend(?:s|ing|ent)|needs?)(?: (?:on|for|by))? ${article})`;
const since = String.raw`(?:,? since [^.;:]{1,40}| \(since [^)]{1,40}\))?[.!]*`;

const anybody = String.raw`@[\w.-]*\w|[\p{L}-]+ team|team [\p{L}-]+`;
const role =
  'legal|security|finance|marketing|compliance|procurement|ops|devops|infra|management|client|customer|vendor|partner|stakeholders?|maintainers?|manager|designers?|reviewers?';

/** A whole text that names a person, a team or, where it says that something is awaited, a role, and no more; who it is as one of its groups. */
export const whoAlone = new RegExp(`^(?:${wait}{0,2}${article}(${anybody})|${wait}{1,2}(${role}))${since}$`, 'iu');

/** The same of a name, which after other words may be that of a part of the work. */
export const nameAlone = new RegExp(
  String.raw`^(?:(?:[Ss]till |blocked by )*(?:[Ww]aiting (?:on|for)|[Aa]waiting) )+((?!(?:Feedback|Review|Approval|Answer)\b)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)${since}$`,
  'u',
);

/** A whole text that says that something is awaited, but not from whom. */
export const waitAlone = new RegExp(
  `^${wait}{1,2}(?:some |more |further |final )?(?:feedback|reviews?|approvals?|answers?|responses?|decisions?|reply|replies|inputs?|sign-?offs?|clarifications?|confirmation|information|info|details|access|credentials|somebody|someone|others?)${since}$`,
  'iu',
);

/** A whole text that says that others are needed, and not even what for. */
export const othersAlone = new RegExp(
  `^${wait}{0,2}(?:external|upstream|third[- ]part(?:y|ies)|other teams?|another team)(?: (?:teams?|dependenc(?:y|ies)|part(?:y|ies)|work|factors?|issues?|vendors?))?${since}$`,
  'iu',
);

/** How a label or a line begins that says that the work stands still until something comes. */
export const standsStill =
  /^[\s>*_+-]*(?:(?:currently |still )?blocked(?: by| on|:|$)|blockers?\b|waiting (?:on|for)\b)/i;

const people =
  '(?:maintainers?|reviewers?|approvers?|owners?|teams?|board|committee|stakeholders?|legal|security|compliance|product|marketing|customers?|clients?|vendors?|partners?|management|leads?|SIGs?|foundation|community)';
const number = String.raw`(?:(?:RFC|KEP|EIP|PR|MR|issue|task|story|ticket|epic|phase|milestone|step)s? ?[-#]?\d[\w.]*|#\d+)`;
const settled =
  '(?:lands?|landed|merges?|ships?|(?:is|are|has been|have been|gets?) (?:merged|landed|approved|accepted|finali[sz]ed|stabili[sz]ed|released|shipped|implemented|resolved|published|done|completed?))';
const answer =
  '(?:approvals?|sign-?offs?|decisions?|confirmation|feedback|consensus|agreement|clarification|go-?ahead|buy-?in|answers?|input|reviews?)';

/** Sentences that say, without a label, what has to happen first or who has to answer. */
export const saidInPassing = new RegExp(
  [
    // "Once RFC 12 is accepted", "if the upstream fix lands first"
    String.raw`\b(?:once|after|until|when|as soon as|unless|if|assum(?:es|ing)(?: that)?) (?:(?:the|an?|its) )?(?:${number}|(?:upstream|other|another|preceding|previous|parent) [\w-]+)(?: [^\s.;:,]+){0,6}? ${settled}\b`,
    // "If the maintainers agree"
    String.raw`\b(?:if|once|until|unless|provided|whether) (?:the |our )?(?:[\w-]+ ){0,2}${people} (?:(?:has|have|will|can|does|do|is|are|not) )*(?:accept|agree|approve|decide|confirm|sign|want|answer|respond|object)`,
    // "Needs a decision from the client", "coordinate with the storage team"
    String.raw`\b${answer} (?:from|by|of) (?:the |our )?(?:[\w-]+ ){0,3}?${people}\b`,
    String.raw`\b(?:coordinat(?:e|ing|ion)|consult|negotiate|sync up|check|confirm|agree) (?:[\w'’-]+ ){0,4}?with (?:the |our |other )?(?:[\w'’/&-]+ ){0,3}?${people}\b`,
    String.raw`\b${people} (?:must|has to|have to|needs? to) (?:accept|agree|approve|decide|confirm|sign|answer|choose)`,
  ].join('|'),
  'i',
);

/** Words by which the work may have to wait, though they leave open for what or for whom. */
export const mayHaveToWait = new RegExp(
  [
    // "Needs UX design", "awaiting approval", "decision pending"
    String.raw`\b(?:needs?|requires?|pending|awaiting) (?:an? |the |more |some |further |final )?(?:UX|UI|product|legal|security|external|stakeholder|client|customer|management) (?:design|${answer})\b`,
    String.raw`(?<!\b(?:that|which|what) )\b(?:needs?|pending|awaiting|awaits|waiting (?:for|on)|subject to) (?:an? |the |more |some |further |final )?(?!reviews?\b|input\b|confirmation\b)${answer}(?=\s*(?:[.,;:)]|$)| before\b| first\b)`,
    String.raw`(?<!\bno )\b(?:sign-?off|decision|consensus) (?:is |are )?(?:still )?(?:pending|outstanding|required|needed)(?=\s*(?:[.,;:)]|$)| before\b| first\b)`,
    // "Not decided yet"
    String.raw`\b(?:not (?:been )?(?:decided|agreed|approved|finali[sz]ed)(?: on)? yet|not yet (?:been )?(?:decided|agreed|approved|finali[sz]ed)|still (?:undecided|to be decided|under discussion(?! (?:by|with|among|between|in|on|at)\b)))(?!\w)`,
    // "Once the test runner is set up", "depends on other teams"
    String.raw`\b(?:when|once|after|until) (?:[\w'’/.-]+ ){1,6}(?:is|are|gets?) (?:set up|in place|agreed(?: on)?|sorted out|unblocked)\b`,
    String.raw`\b(?:depends?|dependent|relies|waits?|waiting|blocked) (?:up)?(?:on|for|by) (?:(?:an?)?other teams?|upstream|external (?:teams?|work|parties)|third[- ]part(?:y|ies))\b`,
    // "Does the board want to be involved?"
    String.raw`\b(?:does|do|will|would|is|are|has|have|can|should) (?:the |our )?(?:[\w-]+ ){0,3}?${people} (?:[\w'’-]+ ){0,3}?(?:want|agree|accept|prefer|need|approve|decide|allow|okay|fine)\b[^.!?]{0,200}\?`,
  ].join('|'),
  'i',
);

/** Headings over what is not meant to happen, or happens later. */
export const asideHeading = /\b(?:alternatives?|drawbacks?|non-?goals?|out of scope|future|prior art|risks?)\b/i;

/** A whole status that says that nobody works on it for now, and neither why nor until when. */
export const putOff = /^(?:paused|on[ -]hold|parked)[.!]*$/i;

const come = /[(:–—] ?((?:[\w-]+ ){0,3})(?:completed?|done|finished|merged|landed|shipped|closed|resolved)\)?[.!]?$/i;

/** Whether the words that name a dependency end by saying that nobody waits for it any more: "TASK-3 (API merged)". */
export function saysItHasCome(text: string): boolean {
  const said = come.exec(text);
  return (
    said !== null &&
    !/\b(?:not|until|when|once|if|after|be|must|should|almost|nearly|partly|half)\b/i.test(said[1] ?? '')
  );
}
