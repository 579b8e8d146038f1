/** What a status word says of the work. */
export type StatusKind = 'active' | 'in-progress' | 'finished' | 'blocked';

/**
 * Status words as they stand in task docs, lower case, `-` and `_` as spaces.
 * `active` work is open, begun or not; `in-progress` says that somebody is at work on it or reviews it.
 * `blocked` work is open; it waits on something outside it.
 */
export const statusWords: Readonly<Record<StatusKind, readonly string[]>> = {
  active: [
    'to do',
    'todo',
    'not started',
    'open',
    'pending',
    'proposed',
    'draft',
    'planned',
    'planning',
    'active',
    'ready',
    'backlog',
    'new',
    'inbox',
    'provisional',
    'implementable',
    'accepted',
    'approved',
    'experimental',
    'ongoing',
    'next',
    'icebox',
    'triage',
    'ready for dev',
    'ready for development',
    'ready to start',
    'reopened',
    'last call',
    'partially complete',
    'partially implemented',
    'queued',
    'deferred',
    'paused',
    'on hold',
    'unclaimed',
    'living',
    'incomplete',
    'not done',
    'partial',
    'scheduled',
    'unstarted',
    'idea',
    'invited',
  ],
  'in-progress': [
    'in progress',
    'inprogress',
    'wip',
    'work in progress',
    'doing',
    'started',
    'review',
    'in review',
    'ready for review',
    'for review',
    'needs review',
    'under review',
    'in development',
    'testing',
    'in testing',
    'investigating',
    'for_review',
    'claimed',
    'active development',
    'awaiting review',
    'changes requested',
    'mostly complete',
    'nearly done',
  ],
  blocked: ['blocked', 'waiting', 'stuck', 'impeded', 'waiting on', 'waiting for'],
  finished: [
    'done',
    'implemented',
    'completed',
    'complete',
    'closed',
    'final',
    'finished',
    'shipped',
    'released',
    'merged',
    'resolved',
    'fixed',
    'verified',
    'archived',
    'withdrawn',
    'rejected',
    'cancelled',
    'canceled',
    'terminated',
    'dropped',
    'abandoned',
    'superseded',
    'replaced',
    "won't do",
    'wont do',
    "won't fix",
    'wontfix',
    'stagnant',
    'obsolete',
    'deprecated',
    'delivered',
    'landed',
    'duplicate',
    'deployed',
    'achieved',
    'removed',
    'not accepted',
    'declined',
    'returned for revision',
    'all done',
    'passed',
    'retired',
    'scrapped',
    'discontinued',
    'recommended',
    'closeout',
    'close out',
    'completion report',
  ],
};

/** What is proposed where a team's work items do not show what they call it. */
export const commonStatuses: readonly string[] = ['To do', 'In progress', 'In review', 'Blocked', 'On hold', 'Done'];

/**
 * A sentence that says that the work is over, with the status word as one of its groups; not "is done when …".
 * The last is what a note at the top says of the document itself: "This RFC has been discontinued".
 */
export const proseFinished =
  /\b(?:(?:this|the) (?:[\w-]+ ){0,2}?(?:task|story|work|plan|proposal|project|epic|issue|ticket|effort|initiative|work package) (?:is|was|has been) (?:now |fully |already )*(completed?|done|finished|shipped|closed|delivered|superseded|withdrawn|cancell?ed|abandoned)|this (?:has )?(?:been )?(shipped|superseded|withdrawn|abandoned)|(?<!\b(?:if|when|once|until|unless|whether) )this (?:[\w-]+ ){0,2}?(?:RFC|TEP|KEP|EIP|enhancement|document|spec|proposal) (?:is|was|has been) (?:now |since |already )*(discontinued|rejected|retired|replaced|deprecated))\b(?! (?:when|once|if|after|by the)\b)/i;

/** A first sentence below "Status" or "Current state" that says that the work is over, with the status word as its group. */
export const sentenceFinished =
  /^[^.:;\n]{3,150}? (?:is|are|was|were|has been|have been) (?:now |fully |already )*(complete|completed|done|finished|shipped|closed|delivered|superseded|withdrawn|abandoned)\b(?! (?:when|once|if|after|until|by the)\b)/i;

/** A heading at the top that says that the work is over: "Superseded", "✅ All changes applied (4 May)". */
export const closingHeading =
  /^(?:(?:superseded|withdrawn|rejected|abandoned|obsolete|cancell?ed)(?: by\b.*)?$|✅ ?[^\r\n]{0,80}?\b(?:complete|completed|done|applied|implemented|integrated|resolved|fixed|shipped|delivered)\b)/iu;

/** The end of the title of a note that closes the work. */
export const closingTitle = /\b(close-?out|completion report)$/i;

/** An entry of a history of milestones, with what was reached as its group: a line that begins with a date. */
export const datedEntry = /^[ \t]*(?:[-*+] )?[*`]*\d{4}-\d\d(?:-\d\d)?[*`:]*[ \t]*([^\r\n]+)/gm;

/** A milestone that ends the work, as its group. */
export const lastMilestone = /\b(?:was|were|has been|is) (withdrawn|rejected|superseded|retired|abandoned)\b/i;

/** An entry of a log that says that the work passed its review or was merged, with its words as the group: at the start of what it tells after date, author and the like. */
export const passedReview =
  /^[ \t]*[-*+] [^\r\n]{0,200}?[–—:-] ((?:code )?review (?:passed|complete: approved)|(?!(?:\w+ )?(?:not|be|until|once|when) )(?:\w+ ){0,2}(?:approval|approved)(?=[:. \r\n]|$)|merge complete|merged (?:to|into))\b/gim;

/** A status that says that the work is open, but nobody is to take it up now; what is paused goes on. */
export const deferred = /^[^\p{L}]{0,5}(?:deferred|postponed|shelved)\b/iu;

/** Words by which an author says why a box is left open, or that what is left holds nothing up. */
export const openBoxExplained =
  /\bnot blocking (?:completion|closure|release|sign-?off)\b|\bun(?:checked|ticked)\b|\b(?:check ?)?box(?:es)? (?:remain|stay|are left|is left)/i;

/** Finished, but not because the work was done. */
export const givenUp =
  /\b(?:withdrawn|rejected|cancell?ed|terminated|dropped|abandoned|superseded|replaced|wo(?:n['’]?t|nt)[ -]?(?:do|fix)|stagnant|obsolete|deprecated|duplicate|removed|not accepted|declined|returned|archived|retired|scrapped|discontinued)\b/i;
