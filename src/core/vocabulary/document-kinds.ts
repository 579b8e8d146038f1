/** Folders that hold units of work. */
export const workPath =
  /(?:^|\/)(?:\.?backlog|tasks?|stories|story|issues?|bugs?|epics?|features?|work-?items?|todo|tickets|proposals?|goals|milestones|handoffs?|plans?)(?:\/|\.\w+$)/i;

/** The last folder of a path, where it holds units of work. */
export const workFolder =
  /(?:^|\/)(?:tasks?|stories|issues?|bugs?|epics?|features?|work-?items?|todo|tickets|proposals?|goals|milestones|handoffs?)\/[^/]*$/i;

/** Folders that keep what is over, and files that say by their name that they are put away. */
export const putAway =
  /(?:^|\/)(?:archived?|archives|attic|done|completed?|finished|closed|cancell?ed|deprecated|old)\/|[-_. ]archived\.\w+$/i;

/** A file that is a template, by its short name; `fix-the-title-of-the-mail-template.md` is about one. */
export const templatePath = /(?:^|\/)(?:[^\s_/-]*[\s_-]){0,2}template\.\w+$|(?:^|\/)(?:templates?|issue_template)\//i;

/** Files and folders that hold something else. */
export const otherPath =
  /(?:^|\/)(?:readme|changelog|contributing|license|security|code_of_conduct|support|governance|_?index)(?:\.|$)|(?:^|\/)(?:meetings?|guides?|how-?tos?|tutorials?|runbooks?|references?|glossary|node_modules)\//i;

/** Folders and files that instruct an agent or a tool. */
export const toolPath =
  /(?:^|\/)\.?(?:skills?|agents|commands|prompts|rules|instructions|workflows|knowledge|checklists)\/|(?:^|\/)\.(?:github|claude|cursor|windsurf|opencode|gemini|codex|bmad[\w-]*)\/|(?:^|\/)(?:skill|claude|agents|gemini|copilot-instructions)\.md$/i;

/** How the title of a unit of work begins or ends. */
export const workTitle =
  /^(?:(?:user )?story|task|feature|bug|epic|issue|spike|chore|work package|wp|tasks|plan|proposal|handoff|close-?out|fix|implementation plan)\b[\s:#\d.–—-]|\b(?:plan|proposal|handoff|user story|tasks)$/i;

/** Words in the title of a document that is none. */
export const otherTitle = new RegExp(
  [
    String.raw`\b(?:meeting|minutes|retrospective|retro|post-?mortem|changelog|decision record|review (?:round|cycle|report|summary))\b`,
    String.raw`\b(?:analysis|audit|assessment|test|validation|review|status|progress|follow-?up) report\b`,
    String.raw`^adr[- ]?\d|^(?:guide|how to|glossary|index|template|policy)\b|^release notes(?: for\b| v?\d|:|$)`,
    '^(?:quick ?start|research|data model|contract|checklist|specification quality checklist):',
    String.raw`\b(?:guide|glossary|index|policy|review|release notes|handbook|manual|runbook|inventory|results)$`,
    // "Git commit conventions" is a standard, "Write down the conventions" a task.
    String.raw`^(?!(?:add|adopt|change|clean|create|define|describe|document|drop|extract|fix|improve|make|migrate|move|refactor|remove|rename|replace|rework|set|simplify|split|unify|update|write)\b)(?:\S+ ){0,4}(?:conventions?|process|patterns|guidelines|standards?|architecture|specification|matrix|overview|strategy)$`,
    String.raw`^(?:\S+ ){0,2}template$`,
  ].join('|'),
  'i',
);

/** A title that still has to be written: that of a blank template. */
export const promptTitle = /\[[^\]\d]*\](?!\()|\{\{[^}]*\}\}|<[\p{L}][\p{L} _-]*>/u;

/** Headings of a proposal that is to be carried out. */
export const proposalHeadings =
  /^(?:why|what changes|motivation|proposal|goals|non-?goals|impact|user stories|detailed design|design details|proposed (?:change|design|solution)|implementation plan|test plan|graduation criteria|drawbacks|alternatives(?: considered)?|rationale(?: and alternatives)?|unresolved questions|future (?:work|possibilities)|backwards compatibility|rollout(?: plan)?)\b/i;

/** Headings of a report of a fault or a wish. */
export const reportHeadings =
  /^(?:steps to reproduce|to reproduce|reproduction|expected (?:behaviou?r|result)|actual (?:behaviou?r|result)|current behaviou?r|describe the (?:bug|solution).*|root cause|impact|severity|proof of concept|poc|vulnerability details?|recommendation|mitigation|suggested fix|proposed (?:fix|solution)|code snippet|environment|additional context)\b/i;

/** Folders and files of decision records. */
export const decisionPath = /(?:^|\/)(?:adrs?|decisions?|decision-records?)\/|(?:^|\/)adr[-_]?\d/i;

/** Headings of a decision record. */
export const decisionHeadings = /^(?:decision|decision outcome|consequences|considered options|decision drivers)$/i;

/** Headings of a guide or of minutes. */
export const guideHeadings =
  /^(?:installation|install|usage|getting started|quick ?start|contributing|license|faq|troubleshooting|configuration|attendees|agenda|participants)$/i;

/** Values of `type` that name a unit of work. */
export const workTypes =
  /^(?:task|story|user-?story|bug|feature|epic|chore|spike|issue|goal|proposal|plan|work-?item|ticket|enhancement|improvement|subtask|rfe)$/i;

/** Values of `type` that name something else. */
export const otherTypes =
  /^(?:handoff|guide|doc|docs|documentation|reference|adr|decision|meeting|note|notes|template|readme|index|policy|post-?mortem|review|report)$/i;

/** Labels that every kind of document has. */
export const recordLabels = /^(?:created|updated|tags?|labels?)(?:[ _-]|$)/i;

/** Status words that guides and standards have as well. */
export const documentStatus = /^[^\p{L}]*(?:active|draft|living|stable|final|accepted|approved|current|deprecated)\b/iu;
