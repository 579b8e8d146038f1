/** Headings, normalized, over questions that somebody has to answer. "Unresolved questions" of a proposal are for all who read it. */
export const questionsHeading =
  /^(?:(?:open|outstanding|remaining) )?questions?(?: and (?:risks|issues|assumptions|decisions))?$/;

/** A line that says itself that it is one. */
export const questionLabel = /^[*_]*(?:open )?question[*_]*:[*_]*\s*/i;

/** What each such line holds, from the start of a word on. */
export const questionHint = /question[*_]*:/;

/** A question that ends its text: what follows one may be its answer. */
export const openQuestion = /\?["”)*_]*$/;

/** What says that an answer has been found. */
export const answered =
  /~~|✅|\b(?:answer(?:ed)?|resolved|resolution|decision|decided|deferred|default(?:s|ing)? to)\b/i;

/** What is asked of a later release, rather than of this work. */
export const askedLater =
  /\b(?:in|for|to|until) (?:an? |the |some )?(?:future|later|follow-?up|subsequent) (?:release|version|milestone|iteration|phase|enhancement|proposal|RFC)s?\b/i;

/** How a template begins that tells what to ask: "This is where to call out …". */
export const questionPrompt = /^\W*this is where (?:to|you|we)\b/i;

/** How an answer begins that stands beside its question rather than below it. */
export const answer = /^(?:→|=>|->|[*_]*A(?:nswer)?[*_]*[:.])/;

/** What tells who is asked: a name, a team, a role. Rather too many words than too few. */
export const addressee = new RegExp(
  [
    String.raw`(?<![\w.])@\w`,
    String.raw`\bteams?\b`,
    String.raw`^[*_]*\p{Lu}[\p{L}/&-]*(?: \p{Lu}[\p{L}/&-]*){0,2}[*_]*[:,]`,
    String.raw`(?:→|->|[—–-]|\() ?(?:ask |for |to )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\)?[.*_]*$`,
    String.raw`\b(?:owners?|assignees?|ask(?:ed)?|for|to|with|by|from|cc)\b:? (?!I\b)\p{Lu}\p{Ll}+\b`,
    String.raw`\b(?:[Ll]egal|[Ss]ecurity|[Dd]esigners?|[Pp]roduct|PM|PO|QA|[Mm]aintainers?|[Rr]eviewers?|[Ss]takeholders?|[Aa]rchitects?|[Oo]ps|[Ii]nfra|[Mm]arketing|[Ff]inance|[Cc]lient|[Vv]endor|[Ll]ead|[Mm]anager|[Aa]uthors?|[Ss]upport)\b`,
  ].join('|'),
  'u',
);
