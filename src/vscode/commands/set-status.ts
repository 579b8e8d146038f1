import type { TeamStatus } from '../../app/team-values.ts';
import type { IndexedDocument } from '../../app/workspace-index.ts';
import type { StatusKind } from '../../core/vocabulary/status-words.ts';
import { changeFact } from '../fixes/change-fact.ts';
import { pickWord } from '../host/pick-word.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command, Services } from './command.ts';

/** Sets the status of work items in the team's words. */
export const setStatus: Command = {
  id: 'asyncReady.setStatus',
  async run(services, row, selected) {
    const items = await chosenWorkItems(services.index, row, selected);
    await changeStatus(services, items, await statusesFor(services, items[0]));
  },
};

/** Sets the status to one of a kind: to the word that the team uses for it or, where that is not clear, to one that the user picks. */
export async function setStatusOfKind(
  services: Services,
  items: readonly [IndexedDocument, ...IndexedDocument[]],
  kind: StatusKind,
): Promise<void> {
  const { sidebar } = await import('../../app/sidebar.ts');
  const meant = sidebar.statusesOfKind(await statusesFor(services, items[0]), kind);
  const [only, second] = meant;
  if (only && !second) await changeFact(services, keysOf(items), 'status', only.name);
  else await changeStatus(services, items, meant);
}

async function statusesFor(
  { index, settings }: Services,
  { document }: IndexedDocument,
): Promise<readonly TeamStatus[]> {
  const { sidebar } = await import('../../app/sidebar.ts');
  return sidebar.teamStatuses(index.documents.values(), document.folder, settings.forDocument(document).vocabulary);
}

async function changeStatus(
  services: Services,
  items: readonly [IndexedDocument, ...IndexedDocument[]],
  statuses: readonly TeamStatus[],
): Promise<void> {
  const words = statuses.map(({ name, count, kind }) => ({
    word: name,
    description: count === 0 ? '' : `${count} work ${count === 1 ? 'item' : 'items'}`,
    section: sections[kind],
  }));
  const status = await pickWord(
    `Status of ${namesOf(items)}`,
    'The status in your team’s words',
    words,
    items.length === 1 ? items[0].report.status : null,
  );
  await changeFact(services, keysOf(items), 'status', status);
}

const sections: Readonly<Record<StatusKind, string>> = {
  active: 'Open',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  finished: 'Finished',
};

const keysOf = (items: readonly IndexedDocument[]): string[] => items.map(({ document }) => document.key);

/** What is worked on, for the title of a question. */
export const namesOf = ([first, ...others]: readonly [IndexedDocument, ...IndexedDocument[]]): string =>
  others.length === 0 ? first.report.title : `${others.length + 1} work items`;
