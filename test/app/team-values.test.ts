import assert from 'node:assert/strict';
import { statusesOfKind, teamOwners, teamStatuses } from '../../src/app/team-values.ts';
import { createVocabulary, defaultVocabulary } from '../../src/core/vocabulary/vocabulary.ts';
import { workItem } from '../fakes/reports.ts';

const statuses = [
  'To Do',
  'to do',
  'To Do',
  'Doing',
  'Doing',
  'Doing',
  'In Review',
  'Done',
  'Done (in May)',
  'Shipped',
];
const items = [
  ...statuses.map((status, at) => {
    const statusKind = defaultVocabulary.statusKind(status);
    return workItem(`${at}.md`, { status, statusKind, owner: at % 3 === 0 ? '@mara' : 'Kenji, @mara' });
  }),
  workItem('x.md', { status: 'Whatever it takes to be done', statusKind: null }),
  workItem('y.md', { status: 'Elsewhere', statusKind: 'active', owner: 'Nobody', folder: '/v' }),
  workItem('z.md', { status: 'Doing', workItem: false, owner: 'Nobody' }),
];
const named = (found: readonly { name: string; count: number }[]) => found.map(({ name, count }) => `${name} ${count}`);

describe('the statuses of a team', () => {
  const found = teamStatuses(items, '/w', defaultVocabulary);

  it('are those in use, as they are written most often, in the order of the work', () => {
    assert.deepEqual(named(found), ['To Do 3', 'Doing 3', 'In Review 1', 'Blocked 0', 'Done 2', 'Shipped 1']);
  });

  it('are those of the team’s own words, too, and common ones where nothing is in use', () => {
    const vocabulary = createVocabulary({ labels: {}, statuses: { finished: ['erledigt'] } });
    assert.deepEqual(named(teamStatuses(items, '/w', vocabulary)).at(-1), 'erledigt 0');
    assert.deepEqual(named(teamStatuses([], '/w', defaultVocabulary)), [
      'To do 0',
      'On hold 0',
      'In progress 0',
      'In review 0',
      'Blocked 0',
      'Done 0',
    ]);
  });

  it('mean one where the team uses it far more than others of its kind', () => {
    assert.deepEqual(named(statusesOfKind(found, 'in-progress')), ['Doing 3']);
    assert.deepEqual(named(statusesOfKind(found, 'active')), ['To Do 3']);
    assert.deepEqual(named(statusesOfKind(found, 'finished')), ['Done 2', 'Shipped 1']);
    assert.deepEqual(statusesOfKind([], 'finished'), []);
  });
});

describe('the owners of a team', () => {
  it('are those of its work items, and the people of its roster', () => {
    assert.deepEqual(named(teamOwners(items, '/w', ['Priya', 'kenji'])), ['@mara 10', 'Kenji 6', 'Priya 0']);
  });
});
