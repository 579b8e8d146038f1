import type { WorkItem } from '../document/work-item.ts';
import type { Judgement } from './judgement.ts';
import { type DependenciesJudgement, judgeDependencies } from './points/dependencies.ts';
import { judgeDone } from './points/done.ts';
import { judgeGoal } from './points/goal.ts';
import { judgeResources } from './points/resources.ts';
import { judgeStatus, type StatusJudgement } from './points/status.ts';

/** The five judgements on a work item. */
export interface Judgements {
  readonly goal: Judgement;
  readonly resources: Judgement;
  readonly status: StatusJudgement;
  readonly dependencies: DependenciesJudgement;
  readonly done: Judgement;
}

/** Judges a work item by the five points of the async-ready checklist. */
export function judge(item: WorkItem): Judgements {
  return {
    goal: judgeGoal(item),
    resources: judgeResources(item),
    status: judgeStatus(item),
    dependencies: judgeDependencies(item),
    done: judgeDone(item),
  };
}
