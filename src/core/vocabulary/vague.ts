import { bareText } from './lookup.ts';

/** Longer texts say something. In UTF-16 code units. */
const longest = 80;

/**
 * Whole texts that leave the reader where they were, by what they are to tell. Compared without list marks, emphasis and
 * the full stop at the end.
 */
const vague = {
  status:
    /^(?:n\/a|none|unknown|unclear|not sure|ok(?:ay)?|fine|good|same|(?:same )?as before|as usual|no (?:change|update|news)s?|soon|later|almost|(?:it )?continu(?:es|ed|ing)|(?:still |currently |we(?: are|'re) )*(?:working on (?:it|this)|on it)|(?:it(?: is|'s) )?(?:going|looking|coming along) (?:well|good|fine|ok(?:ay)?|great|nicely)|(?:making |some |good |making some |making good )progress|see (?:above|below|title))$/i,
  next: /^(?:(?:please |just |to )*(?:continue|keep going|keep at it|carry on|go on|proceed|resume|get going|move on|press on)(?: (?:with )?(?:the |this )?(?:work|task|it|this|rest|above|implementation|development))?|(?:continue|keep|resume|start|finish)(?: on)? (?:working|coding|developing|implementing|going)(?: on (?:it|this|the rest))?|(?:work on|finish|complete|do|fix|implement|start|test|handle|wrap up|finish up|look into|get to|see to|take care of)(?: up)? (?:it|this|that|(?:the|this|all the) (?:rest|work|task|remaining(?: work)?|implementation))|finish up|wrap up|the rest|more work|more of the same|as before|same as before|implementation|development|work|start|see (?:above|below|title|description)|to be continued|ongoing|in progress|do the work|get it done)$/i,
  done: /^(?:(?:it|this|that|everything|all|all of it|(?:the |this )?(?:whole )?(?:thing|feature|code|fix|bug|change|task|work|app|page|script|implementation|issue|story))? ?(?:just |all |now |is |are |has been )*(?:works?|working|done|complete[ds]?|finished|fixed|implemented|resolved|ready|ok(?:ay)?|good|fine|green|correct)(?: (?:as expected|as intended|as planned|as designed|correctly|properly|fine|well|now|again|ok(?:ay)?|great))*|(?:all )?(?:the )?(?:unit )?(?:tests?|checks?|ci|build)(?: all)? (?:(?:is|are) )?(?:pass(?:es|ed|ing)?|green|succeeds?)|(?:it |all |everything )?(?:looks?|feels?) (?:good|ok(?:ay)?|fine|right|nice|great)(?: to me)?|lgtm|no (?:more )?(?:bugs|errors|issues|problems)|make (?:it|sure it|sure everything) works?)$/i,
} as const;

/** Whether the text tells nothing of the status, the next action or the definition of done. */
export function isVague(what: keyof typeof vague, text: string): boolean {
  return text.length <= longest && vague[what].test(bareText(text).replace(/[.!]+$/, ''));
}

/** Up to three words: a subject ("Search performance") or an order ("Fix the import") that tells nothing of what is to be true afterwards. */
const fewWords = /^[a-zA-Z\u00c0-\u024f]+(?:[ -][a-zA-Z\u00c0-\u024f']+){0,2}[.!]?$/;

/** Whether the text has so few words that it can only name the work. */
export function isName(text: string): boolean {
  return text.length <= longest && fewWords.test(bareText(text));
}

/** Whether a short value tries to tell something; one word may be the value of anything ("Scope: backend"). */
export function isAttempt(value: string): boolean {
  return value.includes(' ') && isName(value);
}
