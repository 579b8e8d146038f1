/** What shows the state, the first step or the end of the work without a label for it. */

/** Headings of a list of steps to reproduce a fault, and of what is not to be done: no plan. */
export const noPlanHeading =
  /\b(?:reproduc|repro|non-?goals?|out of scope|alternatives?|drawbacks?|questions?|assumptions?|glossary)/i;

/** A line that says where the state of the work is kept: a tracking issue, the pull request. */
export const keptElsewhere =
  /^[ \t>|*_-]{0,20}(?:[\w-]{1,30}[ _-])?(?:tracking[ -](?:issue|link)s?|(?:RFC )?PRs?|pull requests?|issues?|ticket|jira|tracker)(?: #)?[*_]*[ \t]*[:|][*_ \t|]*(?:#[^\r\n]*)?(?:\r?\n[ \t]*-[ \t]*)?["'(]?(?:https?:\/\/|\[|#\d|<https?:|[\w.-]+\/[\w.-]+#\d)/im;

/** A line that names the pull request in which this very text was agreed on: the record of a design, whose life goes on elsewhere. */
export const agreedIn =
  /^[ \t>|*_-]{0,20}(?:RFC|TEP|KEP|EIP|PEP|proposal|enhancement)[ _-](?:PRs?|pull requests?)[*_]*[ \t]*[:|][*_ \t|]*["'(]?(?:https?:\/\/|\[|#\d|<https?:)/im;

/** A design beside the proposal and the tasks of a change, which tell the state of all three. */
export const companion = /(?:^|\/)(?:changes|proposals|specs|features)\/[^/]+\/design\.md$/i;

/** A mark of what has been done or not at the start of a list item or a table cell, or at the end of an item. */
export const progressMark = /^(?:[-*+]|\d+[.)])?\s*[✅☑✔✓❌🔄🚧⏳⬜🟢🟡🔴]|[✅✔✓☑]\s*$/u;

/** A status that says that others look at the work now: what comes next is their answer. */
export const inReview = /\b(?:review|last call|awaiting|approval|feedback|for_review|rfc|fcp)\b/i;

/** A status that says that nothing is to be done for now. */
export const restsForNow =
  /^(?:deferred|paused|on[ -]hold|icebox|idea|someday|postponed|parked|living|waiting|blocked|stuck)\b/i;

/** Values, and headings over all that is left to say, by which work is put off: `priority: deferred`, "## Deferred". */
export const putOffLabel = /^(?:deferred|postponed|icebox|someday|parked)$/i;

/** Folders and titles of what may be done one day. */
export const someday =
  /(?:^|\/)(?:future[-_ ](?:features?|work|ideas)|someday|icebox|parking[-_ ]lot)\/|^future (?:feature|idea)\b/i;

/** A status of work whose plan is still to be agreed on. */
export const early = /^(?:proposed|draft|provisional|idea|pre-?draft|pending)\b/i;

/** A heading that says of its section that it may be left out: "References (optional)". */
export const optionalHeading = /[([]optional[)\]]/i;

/** What says of a section that it is filled in later. */
export const notYetAsked =
  /\b(?:not (?:yet )?(?:required|needed|necessary) (?:until|before|yet)|to be (?:filled in|written|completed|added|defined) (?:later|once|when|before))\b/i;

/** A sentence that says that the work rests until something else has come. */
export const restsUntil =
  /\b(?:out of scope|on hold|parked|deferred|not (?:be )?(?:started|begun|taken up)) (?:until|till)\b/i;

/** How an item begins that is one of several stages: "M1", "**Phase 2**", "WP03". */
export const stage = /^(?:[-*+]|\d+[.)])?\s*[*_]*(?:M|P|T|WP|phase|milestone|step|stage|slice|part) ?-?\d/i;

const verbs =
  '(?:add|adjust|adopt|allow|apply|brand|build|bump|centrali[sz]e|change|check|clean|collect|compute|configure|connect|consolidate|convert|create|decide|dedupe|deduplicate|define|delete|deploy|design|document|drop|emit|enable|ensure|establish|export|expose|extend|extract|find|fix|guard|handle|hide|hoist|identify|implement|inline|install|instrument|integrate|introduce|keep|limit|list|lock|make|merge|migrate|move|pin|port|publish|pull|put|read|record|refactor|reject|remove|rename|replace|restore|return|review|rework|rewrite|run|send|set|show|simplify|split|start|stop|swap|switch|tag|test|tighten|unify|update|upgrade|use|validate|verify|wire|wrap|write)';

/** An item that tells somebody what to do. */
export const order = new RegExp(String.raw`^(?:[-*+]|\d+[.)])?\s*(?:#\d+ )?[*_]*${verbs}\b`, 'i');

/** A title or a first sentence that does, of work as a whole: "Improve …" tells little among steps, but what to do of a goal. */
export const goalAsOrder = new RegExp(
  String.raw`^[^\p{L}]{0,5}(?:${verbs}|analy[sz]e|assess|bring|draft|enhance|evaluate|generate|improve|optimi[sz]e|prepare|produce|prototype|provide|reduce|resolve|set ?up|support|track|translate|try)\b(?! ?:)`,
  'iu',
);

/** The same where something is to be found out, and nothing else: the first step is to look. */
export const inquiry =
  /^[^\p{L}]{0,5}(?:research|explore|investigate|look into)\b(?! ?:)(?!.*\b(?:and|then) (?:implement|build|fix|add)\b)/iu;

const lack =
  '\\bneeds? (?:an? |more |some )?(?:[\\w-]+ ){0,2}(?:tests?|documentation|guards?|fix|migration|checks?)\\b';

/** A title that does, or that says what is lacking: "The parser needs tests"; "Change: …" is none. */
export const orderTitle = new RegExp(String.raw`^[^\p{L}]{0,5}(?:${verbs}|avoid|prevent)\b(?! ?:)|${lack}`, 'iu');

/** A sentence that does. */
export const orderSentence = new RegExp(String.raw`(?:^|[.!] +|\bfix: +)${verbs}\b|${lack}`, 'i');

/** An order that lists what is to come out: "Implement the test: create a bucket, tag content, verify progress". */
export const orderedParts = new RegExp(String.raw`(?:^|[.!] +)${verbs}\b[^.:]{1,80}: [^.]{1,100},[^.]{1,100},`, 'i');

/** A status that says that it has been decided that this is to be done. */
export const goAhead = /^(?:implementable|accepted|approved|ready)\b/i;

/** A sentence that says with what the work begins, or what comes before all else. */
export const beginning = new RegExp(
  [
    String.raw`(?:^|[.!:]\s+)(?:\*\*)?(?:start(?:s|ing)?|begin(?:s|ning)?)(?:\*\*)? (?:from|with|by|at|in|on)\b`,
    String.raw`(?:^|\.\s+)(?:\*\*)?(?:proposed |suggested )?(?:fix|solution|approach|plan)(?:\*\*)?:(?:\*\*)?\s`,
    String.raw`\b(?:the|one|only) (?:one |only |last )?(?:outstanding|remaining|missing) (?:deliverable|step|task|item|piece|criterion)\b`,
    String.raw`\b(?:the first step|first,? (?:we|you|i) |as a first step|to begin with|(?:should|must|can) (?:start|begin) (?:with|from|by|in)\b|starting point\b)`,
    // "Options to evaluate: a banner, or a page": the first step is to weigh them.
    String.raw`\b(?:options|alternatives|candidates|approaches) to (?:evaluate|explore|consider|compare|weigh|try)\b`,
    // "Pattern: define it in …, apply it to …"
    String.raw`(?:^|[.!]\s+)(?:\*\*)?(?:pattern|procedure|steps|how)(?:\*\*)?:(?:\*\*)? ${verbs}\b`,
    // "Once this proposal is accepted, tell the users", "before it is marked as implementable, we should answer"
    String.raw`\b(?:when|once|after|as soon as) (?:this|the) (?:proposal|RFC|TEP|KEP|EIP|enhancement|design|plan|change) (?:is|has been|gets) (?:marked|accepted|approved|merged)\b`,
    String.raw`\bbefore (?:marking|merging|accepting|implementing|starting|beginning)\b[^.]{0,80}, (?:we|you|I|somebody|someone) (?:should|must|have to|need to|will)\b`,
  ].join('|'),
  'i',
);

/** What must hold in the end; what people should do tells less. */
export const requirement =
  /\b(?:must(?: not)?|shall(?: not)?)\b|(?<!\b(?:we|you|i|they|one|nobody|somebody) )\bshould(?: not|n['’]t)?\b(?! (?:we|i|you|it)\b)|\b(?:FR|NFR|REQ|AC|SC|R)-?\d+\b|\(1\)[\s\S]{1,1000}\(2\)/i;

/** Headings, normalized, over what is to come out. */
export const outcomeHeading =
  /^(?:goals?|objectives?|requirements?|(?:non )?functional requirements|(?:key )?features|what changes|(?:proposed |planned )?changes|changes (?:needed|required)|scope|in scope|expected.*|desired.*|outcomes?|results?|deliverables?|fix(?:es)?|behaviou?rs?|required .*|surfaces|tasks?|plan|steps|work items.*|impact|success.*|.*criteria|(?:proposed|planned|new) .*|(?:\w+ )?(?:items?|tasks?|stories|issues|beans|tickets|children|audits) (?:in|of|under) this .*)$/;

/** Headings, normalized, over what a fault should give way to. */
export const expectedHeading = /^(?:expected\b|recommendation$|(?:suggested|proposed|recommended) fix$)/;

/** Words that name a direction rather than an end. */
export const openEnded =
  /\b(?:improv\w+|enhanc\w+|investigat\w+|explor\w+|research|consider|evaluat\w+|optimi[sz]\w+|clean ?up|better|look into|revisit|rethink|polish|ongoing|various|misc\w*|collection of|etc|maybe|perhaps)\b/i;

/** Words by which it is open whether something is done at all. */
export const undecided = /\b(?:maybe|perhaps|either|undecided|not sure)\b/i;

/** Headings over a description of what is to be built, exact enough to tell whether it has been. */
export const specificationHeading =
  /\b(?:design|specification|spec|reference[- ]level explanation|interface|protocol|transition path|public api|api changes|contract|solution|implementation details?)\b/i;

/** A check that a reader can run. */
export const runnableCheck =
  /\b(?:npm|pnpm|yarn|bun)(?: run)? (?:test|check|lint|build)|\b(?:cargo|go|dotnet|mvn|gradle|make|just|bazel|swift) (?:x?tasks? )?(?:test|check|build|clippy)|\bpytest\b|\bctest\b|\btsc --noEmit\b/;

/** A place in the code: the path of a file that is no document, or a name as in `parseInvoice()` or `InvoiceLineParser`. */
export const codePlace =
  /(?<![:/.\w])\.?(?:[\w.@-]+\/)*[\w-]+\.(?!mdx?\b|txt\b|html?\b|com\b|org\b|net\b|io\b|dev\b|g\b|e\b)[a-z]{1,6}\b(?=[\s,.:;)`'"#]|$)|\b[A-Z][A-Z\d]*_[A-Z\d_]+\b|\b[a-z]+[A-Z]\w*\b|\b(?:[A-Z][a-z\d]+){3,}\b|\b[A-Za-z_]\w*(?:\.\w+)*\(\)/;
