/** Headings over what is left to do; a plan stays when it is carried out. */
export const leftHeading = /\b(?:next|remaining|to[- ]?dos?|follow[- ]?ups?|action items)\b/i;

/** Headings over a plan, whose steps stay as they are when they are done. */
export const planHeading = /\b(?:plan|implementation|approach|roadmap|breakdown|proposed|suggested|work ?streams?)\b/i;

/** Labels and headings, normalized, of what has to be done before this work is over; follow-ups are other work. */
export const nextLabel =
  /^(?:(?:immediate|recommended|suggested) )?(?:next(?: steps?| actions?)?|what(?: i|')s next|remaining(?: work| tasks| steps)?|to ?dos?)$/;
