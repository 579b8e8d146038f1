import { addEverythingMissing } from './add-everything-missing.ts';
import { checkAllWorkItems } from './check-all-work-items.ts';
import type { Command } from './command.ts';
import { commitAndPush } from './commit-and-push.ts';
import { newWorkItem } from './new-work-item.ts';
import { openConfiguration } from './open-configuration.ts';
import { refresh } from './refresh.ts';
import { setUpTeam } from './set-up-team.ts';
import { shareHandoffNote } from './share-handoff-note.ts';
import { showDependencyMap } from './show-dependency-map.ts';
import { showWorkItem } from './show-work-item.ts';
import { writeHandoffNote } from './write-handoff-note.ts';

/** Every command, those of package.json and internal ones. */
export const allCommands: readonly Command[] = [
  writeHandoffNote,
  commitAndPush,
  shareHandoffNote,
  addEverythingMissing,
  newWorkItem,
  checkAllWorkItems,
  showDependencyMap,
  refresh,
  openConfiguration,
  setUpTeam,
  showWorkItem,
];
