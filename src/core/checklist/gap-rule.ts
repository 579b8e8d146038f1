import type { Verdict } from '../report.ts';
import type { Judgements } from './judge.ts';
import type { Gap, Judgement } from './judgement.ts';
import type { Fault, JudgedItem, Mend, Rule } from './rule.ts';

/** What the rules on one point, or a half of one, share. */
export interface Ask {
  judgementIn(judgements: Judgements): Pick<Judgement, 'range' | 'gap'> & { readonly verdict: Verdict };
  /** Why it matters to a reader in another time zone, and what to do. */
  readonly reason: string;
  /** The rule that asks for the same more to the point, where it has found something. */
  readonly unless?: string;
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
    find: ({ judgements }, { found }): Fault[] => {
      const { verdict, range, gap } = ask.judgementIn(judgements);
      if (gap?.kind !== kind || found.some(({ rule }) => rule === ask.unless)) return [];
      const message = `${gap.told} ${reason ?? ask.reason}`;
      return [verdict === 'met' ? { range, message, severity: 'information' } : { range, message }];
    },
    mend: (judged) => ask.mend(judged),
  };
}
