/** Folders that hold units of work. */
export const workPath =
  /(?:^|\/)(?:\.?backlog|tasks?|stories|story|issues?|bugs?|epics?|features?|work-?items?|todo|tickets|proposals?|goals|milestones|handoffs?|plans?)(?:\/|\.\w+$)/i;

/** Files and folders that hold something else. */
export const otherPath =
  /(?:^|\/)(?:readme|changelog|contributing|license|security|code_of_conduct|agents|claude|support|governance|_?index|template|_template|pull_request_template)(?:\.|$)|template\.\w+$|(?:^|\/)(?:templates?|issue_template|meetings?|guides?|how-?tos?|tutorials?|runbooks?|references?|glossary|node_modules)\//i;

/** Folders and files that instruct an agent or a tool. */
export const toolPath =
  /(?:^|\/)\.?(?:skills?|agents|commands|prompts|rules|instructions|workflows|knowledge|checklists)\/|(?:^|\/)\.(?:claude|cursor|windsurf|opencode|gemini|codex|bmad[\w-]*)\/|(?:^|\/)skill\.md$/i;

/** How the title of a unit of work begins or ends. */
export const workTitle =
  /^(?:(?:user )?story|task|feature|bug|epic|issue|spike|chore|work package|wp|tasks|plan|proposal|handoff|fix|implementation plan)\b[\s:#\d.–—-]|\b(?:plan|proposal|handoff|user story|tasks)$/i;

/** Words in the title of a document that is none. */
export const otherTitle =
  /\b(?:meeting|minutes|retrospective|retro|post-?mortem|changelog|release notes|decision record|review (?:round|cycle|report|summary)|(?:analysis|audit|assessment|test|validation) report)\b|^adr[- ]?\d|^(?:guide|how to|glossary|index|template|policy)\b|\b(?:guide|glossary|index|template|policy)$/i;

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
