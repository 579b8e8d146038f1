import { whoAlone } from '../core/vocabulary/dependencies.ts';

/** Of what a text on a wait speaks, in a few words. */
export interface WaitName {
  readonly kind: 'person' | 'other';
  readonly name: string;
}

/** Most UTF-16 code units of a name. */
const longest = 60;

/**
 * Names what a text waits for: the person or team who is asked for something, else the thing itself.
 * @param blocking whether it is known that something is awaited; else the text has to say so. @returns null where it does not.
 */
export function waitName(text: string, blocking: boolean): WaitName | null {
  // The report keeps the beginning of a long text, which may end in the middle of a word.
  const whole = text.replace(/\s+\S*…$/, '');
  const plain = whole.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ');
  const sentences = plain.split(/(?<=[.!?;])\s+/).map((sentence) => sentence.replace(/^\W*\d+[.:)]\s+/, '').trim());
  for (const sentence of sentences) {
    const said = nounPhrase(afterHint(sentence)) ?? (blocking ? nounPhrase(sentence) : asked(sentence));
    const awaited = said ?? answerIn(sentence);
    if (awaited !== null) return named(awaited);
  }
  return blocking ? named(whole.trim()) : null;
}

/** What follows the words that say that something is awaited; empty without them. */
function afterHint(sentence: string): string {
  const parts = sentence.split(
    /\b(?:wait(?:s|ing)? (?:for|on|until)|await(?:s|ing)?|(?:blocked|held up) (?:by|on|because(?: of)?)|until|pending(?: on)?|subject to)\b/i,
  );
  return parts.length > 1 ? (parts.find((part, at) => at > 0 && part.trim() !== '') ?? '') : '';
}

const answers = 'approvals?|sign-?offs?|decisions?|confirmation|feedback|consent|answers?|reviews?';

/** "We need the review of the compiler team": the answer and whose or what it is. */
function answerIn(sentence: string): string | null {
  const found = answerOf.exec(sentence);
  return found && nounPhrase(sentence.slice(found.index));
}

const answerOf = new RegExp(
  String.raw`(?<!\bto )\b(?:(?:the|an?) )?(?:(?:${answers}|access|contract)\b(?= (?:of|from|by|on|to|with) )|(?:help|support|input)\b(?= from ))|(?<=\b(?:needed from|(?:signed off|approved|reviewed|confirmed|decided|agreed) by) )`,
  'i',
);

const expected = new RegExp(String.raw`\b(?:${answers}|approve|review|decide|confirm|contract|access)\b`, 'i');

/** What follows a name where somebody has to do something about it. */
const hasToCome =
  /^(?: (?:to be|must|has to|have to|needs? to|will|should|to|be|still|first))* (?:agree|approv|confirm|decid|deliver|publish|sign)/i;

/** How the sentence begins, where that is an answer or somebody who has to give one. */
function asked(sentence: string): string | null {
  const start = nounPhrase(sentence);
  if (start === null) return null;
  // "Approval: legal has to sign the contract"
  if (sentence.startsWith(`${start}:`)) return asked(sentence.slice(start.length + 2));
  const rest = sentence.slice(sentence.indexOf(start) + start.length);
  return hasToCome.test(rest) || (expected.test(start) && !/^ \p{Ll}/u.test(rest)) ? start : null;
}

/** Where a noun phrase ends: at a mark, a clause that says more, or a verb. */
const end = new RegExp(
  [
    '[,;(–—!?]|[:.](?= |$)| - ',
    String.raw` (?:before|because|so|which|that|who|whom|whose|when|whether|once|since|asked|while|as|if|after|until|but|in order|and then)\b`,
    String.raw` (?:is|are|being|was|were|be|been|has|have|had|will|would|must|should|can|cannot|could|might|may|does|do|did|needs|gets?|lands?|merges?|ships?)\b(?![-/])`,
    // "to send it"; not "access to the repository", "the decision to go on"
    String.raw`(?<!\b(?:access|answer|approval|decision|migration|move|switch|upgrade|agreement|changes?|right|due|up|related)) to (?!(?:the|an?|our|their|its|this|all|production|staging|main)\b)(?=\p{Ll})`,
    String.raw` \p{Ll}+(?<!\b(?:access|across|towards|versus|besides|process))s (?=(?:an?|the|our|its|their|this|these) )`,
    String.raw` \p{Ll}+ (?=whether )`,
  ].join('|'),
  'u',
);

const noName =
  /^(?:|(?:and|or|then|here|now|one|more|further|note|any(?:one|body|thing))$|(?:we|they|it|you|I|he|she|this|that|these|those|there|must|cannot|should|do|does|next)\b.*|\d{4}-.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|blocked|waiting)$/i;

/** The words with which the text begins that name something; null where it names nothing. */
function nounPhrase(text: string): string | null {
  const start = text.replace(/^[\s:–—-]+|^\s*(?:currently|still|now|needs?|requires?) /i, '');
  const phrase = (start.split(end, 1)[0] ?? '')
    .replace(/(?: (?:and|or|of|from|by|for|with|in|on|at|to|the|an?|not|still|also|only|now))+$/i, '')
    .trim();
  return noName.test(phrase) ? null : phrase;
}

const team = /^(?:the |our )?([\p{L}/&-]+(?: [\p{L}/&-]+)? team)$/iu;

/** Who is asked, where a phrase says no more than that, or says it of an answer. */
function named(phrase: string): WaitName {
  const from = /(?:from|by) (.+)$/i.exec(phrase)?.[1] ?? phrase;
  const who = whoAlone.exec(`waiting for ${from}`) ?? team.exec(from);
  const name = who?.[1] ?? who?.[2];
  return name === undefined ? { kind: 'other', name: shortened(phrase) } : { kind: 'person', name };
}

/** The text, or its first words. */
function shortened(text: string): string {
  if (text.length <= longest) return text.trim().replace(/[.!]+$/, '');
  const words = text.slice(0, longest - 1).replace(/\s+\S*$/, '');
  return `${words.replace(/[\s,;:]+$/, '')}…`;
}
