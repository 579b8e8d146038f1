/** What speaks of a program, a habit or an example rather than of what somebody will do. */
export const noPromise =
  /\b(?:may|might|users?|customers?|cron|schedule[ds]?|scheduler|recurring|every|daily|nightly|weekly|monthly|hourly|each|shows?|shown|displays?|unit tests?|test cases?|scenario|assert|given|e\.g|examples?|such as|format(?:s|ted|ting)?|parse[sdr]?|timestamps?|defaults?|notif\w+|remind\w*|market|trading|values?|strings?|inputs?|outputs?|returns?|button|field|picker|filter|calendar|(?:first|second|third|fourth|last) \w+day)\b/i;

/** What tells of something that has happened. */
export const past =
  /\b(?:was|were|had|has been|have been|did|took|elapsed|discussed|agreed|met|happened|decided|talked|said|asked|told|saw|since|(?<!\b(?:be|get|gets|is|are) )(?:completed|created|updated|started|finished|verified|merged|deployed|released|shipped|logged|sent|fixed))\b/i;

/** What happens between people at a time, so that somebody has to be there or be ready. */
export const appointment =
  /\b(?:meet(?:ing|s)?|call|stand-?up|demo|retro|workshop|interview|session|deploy(?:s|ed|ing|ment)?|release|roll-?out|go-?live|launch|cut-?over|maintenance|downtime|outage|freeze|hand-?over|hand-?off|due|deadline|eta|on-?call|sync with|window|office hours|appointment|available|online)\b/i;

/** Who promises what, or is away: "I look at it", "Anna will send it", "Sam is back". */
export const promise =
  /\b(?:I|[Ww]e|will|going to|[Ll]et['’]s|[Dd]eadline|ETA|[Dd]ue|(?:is|are|am) (?:back|away|out|off|on (?:holiday|leave|vacation)))\b/u;

/** What announces the end of the time that there is, right before a day or a time. */
export const limit =
  /\b(?:by|before|until|till|due|deadline|target date|eta|(?:no|not) later than|latest)(?: on| at)?[\s:*_]+(?:the )?(?:\p{L}+day,? (?:at )?)?(?:(?:\d[\d.-]*|tomorrow|tonight) (?:at )?)?$/iu;
