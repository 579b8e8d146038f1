import type { Grounds } from '../gap-rule.ts';
import type { JudgedItem } from '../rule.ts';
import { tellsToDo } from './is-small.ts';

/** The goal is asked for where no sentence tells what to do; in a few words that is not yet why. */
export const groundsForGoal = ({ item: { document } }: JudgedItem): Grounds | null => (tellsToDo(document) ? null : {});
