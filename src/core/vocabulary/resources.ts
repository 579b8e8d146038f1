/** Words that lean on what somebody who was not there cannot find. */
export const unfindable =
  /\b(?:as (?:we )?(?:discussed|agreed|talked (?:about|over)|mentioned)(?: \w+){0,3}|(?:see|check|search|in|from|per) (?:the |our |my |your )?(?:\w+ )?(?:chat|slack|teams|discord|e?-?mails?|inbox|dms?|call|meeting|whiteboard)|ask (?:me|him|her|them|around|[A-Z]\w+)|you know (?:where|which|what)|the usual (?:place|docs?|links?|files?)|(?:see|read|in|from) (?:the|that|our) (?:google )?(?:doc|docs|document|spec|ticket|sheet|deck|wiki|drive|file|link|page)s?)\b/iu;
