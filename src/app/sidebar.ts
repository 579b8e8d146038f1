import { readyToStart } from './ready-to-start.ts';
import { statusesOfKind, teamOwners, teamStatuses } from './team-values.ts';
import { waitingOn } from './waiting-on.ts';
import { facetsIn } from './work-item-facets.ts';
import { workItemTree } from './work-item-tree.ts';

/** What the views and commands of the side bar are made of; loaded when one of them is first used. */
export const sidebar = { workItemTree, facetsIn, teamStatuses, statusesOfKind, teamOwners, readyToStart, waitingOn };
