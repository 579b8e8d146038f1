/** Folders that hold units of work. */
export const workPath =
  /(?:^|\/)(?:\.?backlog|tasks?|stories|story|issues?|bugs?|epics?|features?|work-?items?|todo|tickets|proposals?|goals|handoffs?|plans?)(?:\/|$)/i;

/** Files and folders that hold something else. */
export const otherPath =
  /(?:^|\/)(?:readme|changelog|contributing|license|security|code_of_conduct|agents|claude|support|governance|index|template|_template|pull_request_template)(?:\.|$)|(?:^|\/)(?:templates?|issue_template|adrs?|decisions|meetings?|guides?|node_modules)\//i;

/** How the title of a unit of work begins. */
export const workTitle =
  /^(?:(?:user )?story|task|feature|bug|epic|issue|spike|chore|work package|wp|tasks|plan|proposal|handoff|fix|implementation plan)\b[\s:#\d.–—-]/i;

/** Words in the title of a document that is none. */
export const otherTitle =
  /\b(?:template|meeting|minutes|retrospective|retro|post-?mortem|guide|how to|changelog|release notes|glossary|index|decision record|policy)\b/i;

/** A title that still has to be written: that of a blank template. */
export const promptTitle = /\[[^\]\d]*\](?!\()|\{\{[^}]*\}\}|<[\p{L}][\p{L} _-]*>/u;

/** Headings of a decision record. */
export const decisionHeadings = /^(?:decision|decision outcome|consequences|considered options|decision drivers)$/i;

/** Headings of a guide or of minutes. */
export const guideHeadings =
  /^(?:installation|install|usage|getting started|quick ?start|contributing|license|table of contents|faq|troubleshooting|configuration|attendees|agenda|participants)$/i;

/** Values of `type` that name a unit of work. */
export const workTypes =
  /^(?:task|story|user-?story|bug|feature|epic|chore|spike|issue|goal|proposal|plan|work-?item|ticket|enhancement|improvement|subtask|rfe)$/i;

/** Values of `type` that name something else. */
export const otherTypes =
  /^(?:handoff|guide|doc|docs|documentation|reference|adr|decision|meeting|note|notes|template|readme|index|policy|post-?mortem|review|report)$/i;
