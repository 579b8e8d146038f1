import type { Move } from '../../app/work-item-groups.ts';
import { changeFact } from '../fixes/change-fact.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';
import { setStatusOfKind } from './set-status.ts';

/** What is handed over: the documents' keys, and where they are dropped. */
export interface Dropped {
  readonly keys: readonly string[];
  /** Undefined for a group that stands for nothing that can be set. */
  readonly to: Move | undefined;
}

/** Gives work items what the group stands for to which they are dragged. Internal: what dropping them there does. */
export const moveWorkItems: Command = {
  id: 'asyncReady.moveWorkItems',
  async run(services, argument) {
    const { keys, to } = argument as Dropped;
    if (to === undefined)
      throw new Error('Group the work items by status or owner to change these by dragging; nothing was done.');
    const items = await chosenWorkItems(services.index, keys[0], keys);
    if (to.field === 'owner') await changeFact(services, keys, 'owner', to.name);
    else if (to.word !== null) await changeFact(services, keys, 'status', to.word);
    else await setStatusOfKind(services, items, to.kind);
  },
};
