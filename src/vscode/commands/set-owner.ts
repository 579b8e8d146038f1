import { changeFact } from '../fixes/change-fact.ts';
import { pickWord } from '../host/pick-word.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';
import { namesOf } from './set-status.ts';

/** Sets the owner of work items, as the team calls them. */
export const setOwner: Command = {
  id: 'asyncReady.setOwner',
  async run(services, row, selected) {
    const { index, settings } = services;
    const items = await chosenWorkItems(index, row, selected);
    const [{ document, report }] = items;
    const { sidebar } = await import('../../app/sidebar.ts');
    const team = settings.team(document.folder).map(({ name }) => name);
    const words = sidebar.teamOwners(index.documents.values(), document.folder, team).map(({ name, count }) => ({
      word: name,
      description: count === 0 ? '' : `${count} work ${count === 1 ? 'item' : 'items'}`,
    }));
    const owner = await pickWord(
      `Owner of ${namesOf(items)}`,
      'A name or handle, as your team writes it',
      words,
      items.length === 1 ? report.owner : null,
    );
    await changeFact(
      services,
      items.map((item) => item.document.key),
      'owner',
      owner,
    );
  },
};
