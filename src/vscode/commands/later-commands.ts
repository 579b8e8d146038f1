import { checkAllWorkItems } from './check-all-work-items.ts';
import { clearFilter } from './clear-filter.ts';
import type { Command } from './command.ts';
import { copyLink } from './copy-link.ts';
import { filterWorkItems } from './filter-work-items.ts';
import { groupWorkItems } from './group-work-items.ts';
import { moveWorkItems } from './move-work-items.ts';
import { openWorkItem } from './open-work-item.ts';
import { revealInExplorer } from './reveal-in-explorer.ts';
import { setOwner } from './set-owner.ts';
import { setStatus } from './set-status.ts';
import { showDependants } from './show-dependants.ts';

/** Commands that are loaded when one of them is run: on the desktop a bundle of its own. */
export const laterCommands: readonly Command[] = [
  checkAllWorkItems,
  openWorkItem,
  setStatus,
  setOwner,
  copyLink,
  revealInExplorer,
  showDependants,
  groupWorkItems,
  filterWorkItems,
  clearFilter,
  moveWorkItems,
];
