import type { Verdict } from '../report.ts';
import type { TextRange } from '../text.ts';
import { isLeftOpen } from './grounds/is-left-open.ts';
import type { Judgements } from './judge.ts';
import type { Gap, Judgement } from './judgement.ts';
import type { Fault, JudgedItem, Mend, Rule } from './rule.ts';

/** What makes it worth asking for something that is not there. */
export interface Grounds {
  /** The words in the text that call for it; without them the finding stands where a reader would look for it. */
  readonly range?: TextRange;
  /** What is missing, in a sentence that says more of this document than that of the gap. */
  readonly told?: string;
}

/** What the rules on one point, or a half of one, share. */
export interface Ask {
  judgementIn(judgements: Judgements): Pick<Judgement, 'range' | 'gap'> & { readonly verdict: Verdict };
  /** Why it matters to a reader in another time zone, and what to do. */
  readonly reason: string;
  /** The rule that asks for the same more to the point, where it has found something. */
  readonly unless?: string;
  /**
   * Why a careful colleague would ask where nothing is there; null where the text answers without a label for it, or gives
   * no cause to ask. The point is unmet all the same. Without it, every gap is asked for.
   */
  grounds?(judged: JudgedItem): Grounds | null;
  /** Mends any gap of the point. */
  mend(judged: JudgedItem): Mend | null;
}

/** A rule for one kind of gap. It speaks more softly where the point is met all the same. */
export function gapRule(
  {
    id,
    title,
    severity,
    kind,
    reason,
  }: Pick<Rule, 'id' | 'title' | 'severity'> & Pick<Gap, 'kind'> & { reason?: string },
  ask: Ask,
): Rule {
  return {
    id,
    title,
    severity,
    openOnly: true,
    adds: true,
    find: (judged, { found }): Fault[] => {
      const { verdict, range, gap } = ask.judgementIn(judged.judgements);
      if (gap?.kind !== kind || found.some(({ rule }) => rule === ask.unless)) return [];
      const isSilence = kind === 'absent' || kind === 'empty';
      const isLeft = kind === 'placeholder' && isLeftOpen(judged, range);
      const grounds = isLeft ? null : isSilence && ask.grounds ? ask.grounds(judged) : {};
      const message = `${grounds?.told ?? gap.told} ${reason ?? ask.reason}`;
      if (grounds === null) return [{ range, message, quiet: true }];
      return [{ range: grounds.range ?? range, message, ...(verdict === 'met' && { severity: 'information' }) }];
    },
    mend: (judged) => ask.mend(judged),
  };
}
