import { addEverythingMissing } from './add-everything-missing.ts';
import { askBack } from './ask-back.ts';
import type { Command } from './command.ts';
import { commitAndPush } from './commit-and-push.ts';
import { copyReadinessReport } from './copy-readiness-report.ts';
import { filterHandoffs } from './filter-handoffs.ts';
import { newWorkItem } from './new-work-item.ts';
import { openConfiguration } from './open-configuration.ts';
import { pickUpHandoff } from './pick-up-handoff.ts';
import { polishHandoffNote } from './polish-handoff-note.ts';
import { refresh } from './refresh.ts';
import { setUpTeam } from './set-up-team.ts';
import { shareHandoffNote } from './share-handoff-note.ts';
import { showChangesSinceHandoff } from './show-changes-since-handoff.ts';
import { showDependencyMap } from './show-dependency-map.ts';
import { showHandoff } from './show-handoff.ts';
import { showPreviousHandoff } from './show-previous-handoff.ts';
import { showReadinessReport } from './show-readiness-report.ts';
import { showWorkItem } from './show-work-item.ts';
import { writeHandoffNote } from './write-handoff-note.ts';

/** The commands that are loaded at once, those of package.json and internal ones; the others are in later-commands.ts. */
export const allCommands: readonly Command[] = [
  writeHandoffNote,
  commitAndPush,
  shareHandoffNote,
  pickUpHandoff,
  askBack,
  showChangesSinceHandoff,
  showPreviousHandoff,
  filterHandoffs,
  polishHandoffNote,
  addEverythingMissing,
  newWorkItem,
  showDependencyMap,
  showReadinessReport,
  copyReadinessReport,
  refresh,
  openConfiguration,
  setUpTeam,
  showWorkItem,
  showHandoff,
];

/** The ids of the others. */
export const laterCommandIds: readonly string[] = [
  'asyncReady.checkAllWorkItems',
  'asyncReady.openWorkItem',
  'asyncReady.setStatus',
  'asyncReady.setOwner',
  'asyncReady.copyLink',
  'asyncReady.revealInExplorer',
  'asyncReady.showDependants',
  'asyncReady.groupWorkItems',
  'asyncReady.filterWorkItems',
  'asyncReady.clearFilter',
  'asyncReady.moveWorkItems',
];
