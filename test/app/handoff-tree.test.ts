import assert from 'node:assert/strict';
import { listHandoffs, waitsForMe } from '../../src/app/handoff-list.ts';
import { type HandoffTree, type HandoffView, handoffTree } from '../../src/app/handoff-tree.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import type { Drift } from '../../src/core/handoff/drift.ts';
import type { AskedBack } from '../../src/core/handoff/read-note.ts';
import { readZonedDate } from '../../src/core/handoff/zoned-date.ts';
import { note } from '../fakes/notes.ts';
import { workItem } from '../fakes/reports.ts';

type Note = Parameters<typeof note>[0];

/** The note `handoffs/<name>.md` on the day of its name, of a work item of its own. */
const document = (name: string, more: Note = {}, folder = '/w'): IndexedDocument =>
  workItem(`handoffs/${name}.md`, {
    folder,
    workItem: false,
    title: `Handoff: ${name}`,
    handoff: note({ workItems: [`tasks/${name}.md`], ...more }),
  });

const question = (more: Partial<AskedBack> = {}): AskedBack => ({
  by: 'Ben',
  date: readZonedDate('2026-03-03T00:04:00Z'),
  text: 'Which one?',
  answered: false,
  range: { start: { line: 40, character: 2 }, end: { line: 40, character: 20 } },
  ...more,
});

/** As Ben, in Tokyo, sees it at 11:04 of 3 March; it is 02:04 in UTC. */
const me = ['Ben'];
const time = { now: Date.parse('2026-03-03T02:04:00Z'), offsetAt: () => 540 };

function tree(documents: readonly IndexedDocument[], more: Partial<HandoffView> = {}, names = me): HandoffTree {
  return handoffTree({
    ...listHandoffs(documents, () => names),
    filter: 'all',
    time,
    folderName: () => null,
    driftOf: () => undefined,
    timezoneOf: () => undefined,
    workItem: (folder, path) => ({ key: `${folder}/${path}` }),
    ...more,
  });
}

/** The rows as text, children indented. */
function shown(of: HandoffTree, ids = of.roots, indent = ''): string[] {
  return ids.flatMap((id) => {
    const row = of.row(id) ?? assert.fail(id);
    const line = `${indent}${row.icon?.name ?? '-'} ${row.label}${row.description ? ` | ${row.description}` : ''}`;
    return [line, ...shown(of, row.children, `${indent}  `)];
  });
}

const moved = { kind: 'moved', branch: 'x', hash: '', commits: 6, rewritten: false, files: 3, changed: ['a'] } as const;

describe('handoffTree', () => {
  it('shows the open ones first, those that wait for the reader before the others', () => {
    const documents = [
      document('old', { state: 'picked-up', pickedUpBy: 'Ben' }),
      document('other', { to: 'Cleo', date: '2026-03-02T19:00:00Z' }),
      document('mine', { date: '2026-03-02T15:00:00Z' }),
      document('whoever', { to: '' }),
    ];
    assert.deepEqual(
      shown(tree(documents)).filter((line) => !line.startsWith('    ')),
      [
        '- Open (3)',
        '  inbox mine | Ann Lee → you · today 00:00, 11 h ago',
        '  mail whoever | Ann Lee → anyone · today 02:04, 9 h ago',
        '  mail other | Ann Lee → Cleo · today 04:00, 7 h ago',
        '- No longer open (1)',
        '  pass old | Ann Lee → you · picked up by Ben',
      ],
    );
  });

  it('says how far the world has moved, of open ones only', () => {
    const of = (drift: Drift, more: Note = {}) =>
      shown(tree([document('a', more)], { driftOf: () => drift }))[1]?.replace(/.*ago( · )?/, '');
    assert.equal(of(moved), '6 commits behind');
    assert.equal(of({ kind: 'not-here' }), 'not fetched');
    assert.equal(of({ kind: 'none' }), '');
    assert.equal(of(moved, { state: 'picked-up' }), '  pass a | Ann Lee → you · picked up');
  });

  it('filters', () => {
    const documents = [
      document('to-me'),
      document('to-anyone', { to: '' }),
      document('to-cleo', { to: 'Cleo' }),
      document('from-me', { from: 'Ben', to: 'Ann' }),
      document('asked', { from: 'ben', to: 'Ann', askedBack: [question({ by: 'Ann' })] }),
    ];
    const keys = (filter: HandoffView['filter']) =>
      [...tree(documents, { filter }).open].map((key) => key.replace(/.*\/|\.md/g, '')).sort();
    assert.deepEqual(keys('all'), ['asked', 'from-me', 'to-anyone', 'to-cleo', 'to-me']);
    assert.deepEqual(keys('for-me'), ['asked', 'to-anyone', 'to-me']);
    assert.deepEqual(keys('from-me'), ['asked', 'from-me']);
  });

  it('counts what waits for the reader, whatever is shown', () => {
    const documents = [
      document('to-me'),
      document('to-anyone', { to: '' }),
      document('to-myself', { from: 'Ben' }),
      document('taken', { state: 'picked-up' }),
      document('asked', { from: 'Ben', to: 'Ann', state: 'picked-up', askedBack: [question({ by: 'Ann' })] }),
      document('answered', { from: 'Ben', to: 'Ann', askedBack: [question({ answered: true })] }),
    ];
    assert.equal(tree(documents, { filter: 'from-me' }).waiting, 2);
    assert.equal(tree(documents, {}, []).waiting, 0);
    const { handoffs } = listHandoffs(documents, () => me);
    assert.deepEqual(
      handoffs
        .filter(waitsForMe)
        .map(({ title }) => title)
        .sort(),
      ['asked', 'to-me'],
    );
  });

  it('shows questions to their author among what is open, with who asks and when', () => {
    const askedBack = [question(), question({ answered: true, text: 'Answered?' })];
    const rows = shown(tree([document('a', { state: 'picked-up', pickedUpBy: 'Ben', askedBack })], {}, ['Ann']));
    assert.deepEqual(rows, [
      '- Open (1)',
      '  question a | 1 question for you · you → Ben · picked up by Ben',
      '    question Which one? | Ben, today 09:04, 2 h ago',
      '    checklist a.md | tasks/a.md',
    ]);
  });

  it('marks the reader’s own, which nobody is to pick up or to ask about', () => {
    const of = tree([document('a'), document('b', { from: 'Ben' })]);
    assert.deepEqual([of.row('/w/handoffs/a.md')?.mine, of.row('/w/handoffs/b.md')?.mine], [undefined, true]);
  });

  it('lists the work items by their titles, and leads back through the chain', () => {
    const same = { workItems: ['tasks/a.md'] };
    const documents = [
      document('third', { ...same, date: '2026-03-02T12:00:00Z' }),
      document('first', { ...same, date: '2026-02-28T12:00:00Z', from: 'Ben', to: 'Cleo' }),
      document('second', { ...same, date: '2026-03-01T12:00:00Z' }),
    ];
    const of = tree(documents, { workItem: (folder, path) => ({ key: `${folder}/${path}`, title: 'Sort the list' }) });
    assert.deepEqual(shown(of).slice(0, 5), [
      '- Open (1)',
      '  inbox third | Ann Lee → you · yesterday 21:00, 14 h ago',
      '    checklist Sort the list | tasks/a.md',
      '    history Previous handoff | Sun 21:00, 2 days ago · Ann Lee → you',
      '      history Previous handoff | Sat 21:00, 3 days ago · you → Cleo',
    ]);
    assert.match(shown(of).join('\n'), /pass second \| Ann Lee → you · followed by a newer one/);
    const deepest = '/w/handoffs/third.md#previous#previous';
    assert.equal(of.row(deepest)?.target?.key, '/w/handoffs/first.md');
    assert.equal(of.parent(deepest), '/w/handoffs/third.md#previous');
    assert.equal(of.row(`${deepest}#previous`), undefined);
    assert.equal(of.handoff(deepest)?.title, 'third');
  });

  it('knows the row above each row, and no row that has gone', () => {
    const of = tree([document('a')]);
    const walk = (id: string, above: string | null): void => {
      assert.equal(of.parent(id), above, id);
      for (const child of of.row(id)?.children ?? []) walk(child, id);
    };
    for (const root of of.roots) walk(root, null);
    for (const gone of ['/w/b.md', '/w/handoffs/a.md#item 7', '/w/handoffs/a.md#question 0'])
      assert.equal(of.row(gone), undefined, gone);
    assert.equal(of.parent('/w/b.md'), undefined);
  });

  it('says in the accessible label all that the row says', () => {
    const askedBack = [question()];
    const label = (more: Note, names = me) =>
      tree([document('a', more)], { driftOf: () => moved, folderName: () => 'web' }, names).row('/w/handoffs/a.md')
        ?.accessibilityLabel;
    assert.equal(
      label({ unfilled: 2, askedBack }),
      'a, handoff from Ann Lee to you, open, written today 02:04, 9 h ago, 2 places to fill in, 6 commits behind, 1 question, in web',
    );
    assert.equal(
      label({ state: 'picked-up', pickedUpBy: 'Ben', from: '' }, ['Cleo']),
      'a, handoff from somebody to Ben, picked up by Ben, written today 02:04, 9 h ago, in web',
    );
  });

  it('tells the whole story in the tooltip, in both time zones', () => {
    const of = tree([document('a', { unfilled: 1, askedBack: [question()] })], { driftOf: () => moved });
    assert.deepEqual(of.tooltip('/w/handoffs/a.md'), {
      title: 'a',
      summary: 'It works.',
      facts: [
        ['Written', '2 Mar 2026, 18:04 (UTC+01:00); for you today 02:04, 9 h ago'],
        ['From', 'Ann Lee'],
        ['To', 'you (Ben)'],
        ['Branch', 'feature/x'],
        [
          'Since then',
          'x has 6 commits that this note does not know of; 1 of its 3 files has changed since (a). Look at what has changed before you go on from here.',
        ],
        ['To fill in', '1 place'],
        ['Ben asks', 'Which one?'],
        ['File', 'handoffs/a.md'],
      ],
    });
    assert.equal(of.tooltip('open'), undefined);
  });

  it('tells what time it is for the author, where the team’s roster has the time zone', () => {
    const timezoneOf = (_: string, name: string) => (name === 'Ann Lee' ? 'Europe/Berlin' : undefined);
    const from = (name: string) =>
      tree([document('a', { from: name })], { timezoneOf }).tooltip('/w/handoffs/a.md')?.facts[1];
    assert.deepEqual(from('Ann Lee'), ['From', 'Ann Lee, where it is 03:04 now']);
    assert.deepEqual(from('Cleo'), ['From', 'Cleo']);
  });

  it('says where a note is that is not checked out, and that the same work was handed off there since', () => {
    const same = { workItems: ['tasks/a.md'] };
    const other = document('there', { ...same, date: '2026-03-02T23:00:00Z' });
    const list = listHandoffs([document('here', same)], () => me, [
      {
        ...{ key: 'git:there', folder: '/w', path: 'handoffs/there.md', title: 'Handoff: there' },
        note: other.report.handoff ?? assert.fail(),
        titleRange: other.report.titleRange,
        elsewhere: { ref: 'origin/x', branch: 'x' },
      },
    ]);
    const of = tree([], list);
    assert.deepEqual(
      shown(of).filter((line) => !line.startsWith('    ')),
      [
        '- Open (1)',
        '  inbox there | Ann Lee → you · today 08:00, 3 h ago · on origin/x',
        '- No longer open (1)',
        '  pass here | Ann Lee → you · followed by a newer one',
      ],
    );
    assert.equal(of.row('git:there')?.kind, 'elsewhere');
    assert.match(of.row('git:there')?.accessibilityLabel ?? '', /, on origin\/x$/);
    assert.deepEqual(of.tooltip('git:there')?.facts.at(-1), [
      'File',
      'handoffs/there.md on origin/x, as of the last fetch',
    ]);
  });

  it('is empty without notes', () => {
    assert.deepEqual(tree([workItem('tasks/a.md')]).roots, []);
  });
});
