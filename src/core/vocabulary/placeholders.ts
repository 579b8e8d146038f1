/** Whole values that stand where something has still to be written. Compared with the trimmed text, without list marks and emphasis. */
export const placeholderPatterns: readonly RegExp[] = [
  /^(?:tbd|tba|tbc|todo|fixme|xxx+|wip|\?+|\.{2,}|…|-+|—|_+)[.:!]*$/i,
  /^to be (?:determined|defined|decided|written|added|done|filled(?: in)?|announced|completed|confirmed|documented|specified)\b.{0,40}$/i,
  /^(?:todo|tbd|fixme)\b\s*[:\-–—(].*$/i,
  /^(?:todo|tbd|fixme) (?:for|by|with|when|once)\b.{0,40}$/i,
  /^\[(?!(?:x| )\])[^\]#/@\d]*\]\.?$/i,
  /^\[[^\]]{0,80}\]\((?:path or address|url|link|todo|tbd|\.{2,})?\)\.?$/i,
  /^\{\{?[^}]*\}?\}$/,
  /^<(?!https?:)[^>]*>$/,
  /^_?no response_?$/i,
  /^yyyy-mm-dd$/i,
  /^(?:add|fill in|describe|write|insert|enter|list|explain)\b.{0,80}\bhere\.?$/i,
  /^\[?needs clarification\b.*$/i,
  /^(?:placeholder|lorem ipsum\b.*)$/i,
  /^\[?(?:first|second|third|(?:acceptance )?criteri(?:on|a)|step|item|task|dependency) (?:\d|one|two|criterion|step|item)\]?\.?$/i,
];

/** Whole values that state on purpose that there is nothing: an answer where the question is whether there is any. */
export const statedNone: readonly RegExp[] = [
  /^(?:none|n\/a|n\.a\.|na|nothing|nil|no|not applicable|-none-|no(?: known| external| other| direct| hard| open| blocking)* (?:dependenc(?:y|ies)|blockers?|prerequisites?))[.!]*$/i,
  /^(?:none|no(?: known| external| other| direct| hard| open| blocking)* (?:dependenc(?:y|ies)|blockers?|prerequisites?)|n\/a|nothing)\b(?:\s*[—–:;,.(-]|\s+(?:needed|required|known|identified|at this time|yet|for|on|to))/i,
  /^(?:this (?:task|item|story|work) )?(?:has no|does not depend on|depends on no|is independent|is not blocked|independent of)\b/i,
  /^can (?:be )?start(?:ed)? (?:now|immediately|at once|right away)\b/i,
];
