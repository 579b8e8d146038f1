import { addEverythingMissing } from './add-everything-missing.ts';
import { askBack } from './ask-back.ts';
import { checkAllWorkItems } from './check-all-work-items.ts';
import type { Command } from './command.ts';
import { commitAndPush } from './commit-and-push.ts';
import { filterHandoffs } from './filter-handoffs.ts';
import { newWorkItem } from './new-work-item.ts';
import { openConfiguration } from './open-configuration.ts';
import { pickUpHandoff } from './pick-up-handoff.ts';
import { refresh } from './refresh.ts';
import { setUpTeam } from './set-up-team.ts';
import { shareHandoffNote } from './share-handoff-note.ts';
import { showChangesSinceHandoff } from './show-changes-since-handoff.ts';
import { showDependencyMap } from './show-dependency-map.ts';
import { showHandoff } from './show-handoff.ts';
import { showPreviousHandoff } from './show-previous-handoff.ts';
import { showWorkItem } from './show-work-item.ts';
import { writeHandoffNote } from './write-handoff-note.ts';

/** Every command, those of package.json and internal ones. */
export const allCommands: readonly Command[] = [
  writeHandoffNote,
  commitAndPush,
  shareHandoffNote,
  pickUpHandoff,
  askBack,
  showChangesSinceHandoff,
  showPreviousHandoff,
  filterHandoffs,
  addEverythingMissing,
  newWorkItem,
  checkAllWorkItems,
  showDependencyMap,
  refresh,
  openConfiguration,
  setUpTeam,
  showWorkItem,
  showHandoff,
];
