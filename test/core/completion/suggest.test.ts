import assert from 'node:assert/strict';
import type { CompletionPlace } from '../../../src/core/completion/place.ts';
import { type InUse, suggestionsFor } from '../../../src/core/completion/suggest.ts';
import { createVocabulary, defaultVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';
import { workItem } from '../../fakes/reports.ts';

const place = (rest: Partial<CompletionPlace>): CompletionPlace => ({
  wants: 'key',
  syntax: 'yaml',
  key: '',
  typed: '',
  rest: 0,
  closing: '',
  ...rest,
});

const none: InUse = {
  reports: [],
  fields: [],
  keys: [],
  path: 'tasks/new.md',
  listed: [],
  vocabulary: defaultVocabulary,
  team: [],
  authors: [],
  paths: [],
};

const reports = [
  workItem('tasks/a.md', { id: 'T-10', title: 'Ten', status: 'in progress', owner: 'Mara Lindqvist' }),
  workItem('tasks/b.md', { id: 'T-9', title: 'Nine', status: 'in progress', owner: '@kenji', missing: ['done'] }),
  workItem('old/c.md', { id: 'T-1', title: 'One', status: 'shipped', owner: 'TBD', finished: true }),
  workItem('other/d.md', { title: 'No id [x]', status: 'waits for the bank. Then we see', owner: 'kenji' }),
].map(({ report }) => report);

describe('suggestions', () => {
  const texts = (at: Partial<CompletionPlace>, inUse: Partial<InUse>): string[] =>
    suggestionsFor(place(at), { ...none, ...inUse }).map(({ text }) => text);

  it('for keys are those of other work items, the most frequent first, then usual ones that say something else', () => {
    const fields = [
      ['assignee', 'x'],
      ['state', 'x'],
      ['assignee', 'y'],
      ['dependencies', ''],
      ['size', 'x'],
    ] as const;
    assert.deepEqual(texts({ closing: ': ' }, { fields, keys: ['title', 'deps', 'priority'] }), [
      'assignee: ',
      'size: ',
      'state: ',
      'id: ',
      'due: ',
      'labels: ',
      'type: ',
    ]);
  });

  it('for statuses are open ones first, those in use before those of the team and common ones', () => {
    const vocabulary = createVocabulary({ labels: {}, statuses: { active: ['Läuft'], finished: ['weg'] } });
    assert.deepEqual(texts({ wants: 'status' }, { reports, vocabulary }), [
      'in progress',
      'läuft',
      'to do',
      'in review',
      'blocked',
      'on hold',
      'shipped',
      'weg',
      'done',
    ]);
    assert.deepEqual(texts({ wants: 'status' }, {}).slice(0, 2), ['To do', 'In progress']);
  });

  it('for statuses have the letter case of the nearest work item that has them', () => {
    const other = (path: string, status: string) => workItem(path, { status }).report;
    const cased = [other('a/a.md', 'In Progress'), other('a/b.md', 'In Progress'), other('tasks/c.md', 'In progress')];
    const [first] = suggestionsFor(place({ wants: 'status' }), { ...none, reports: cased });
    assert.deepEqual([first?.text, first?.description], ['In progress', '3 work items']);
    const far = [other('b/a.md', 'in progress'), other('a/b.md', 'In Progress')];
    for (const reports of [far, far.toReversed()])
      assert.equal(suggestionsFor(place({ wants: 'status' }), { ...none, reports })[0]?.text, 'In Progress');
  });

  it('for other values are short ones that others give the key', () => {
    const fields = [
      ['labels', 'api, web'],
      ['labels', 'web'],
      ['labels', 'x'.repeat(60)],
      ['id', 'T-1'],
      ['created', '2026-01-01'],
    ] as const;
    assert.deepEqual(texts({ wants: 'value', key: 'labels' }, { fields }), ['web', 'api']);
    assert.deepEqual(texts({ wants: 'value', key: 'id' }, { fields }), []);
    assert.deepEqual(texts({ wants: 'value', key: 'created' }, { fields }), []);
  });

  it('for people are the owners of other work items, by their handles after @', () => {
    assert.deepEqual(texts({ wants: 'person', syntax: 'text' }, { reports }), ['@kenji', 'Mara Lindqvist', 'kenji']);
    assert.deepEqual(texts({ wants: 'person', syntax: '@', typed: '@' }, { reports }), ['@kenji', 'Mara Lindqvist']);
  });

  it('for people go on with those of the team, and those that git knows, each once', () => {
    const team = [
      { name: 'Mara Lindqvist', handle: 'mara', aliases: [], timezone: 'Europe/Stockholm' },
      { name: 'Noor Haddad', handle: 'noor', aliases: ['nh'] },
      { name: 'Li', aliases: [], timezone: 'Asia/Shanghai' },
    ];
    const authors = ['Kenji', 'Noor', 'mara lindqvist', 'Ann Lee'];
    const found = (syntax: '@' | 'yaml') =>
      suggestionsFor(place({ wants: 'person', syntax }), { ...none, reports, team, authors }).map(
        ({ text, description }) => `${text} (${description})`,
      );
    assert.deepEqual(found('@'), [
      '@kenji (2 work items)',
      '@mara (1 work item · Europe/Stockholm)',
      '@noor (team)',
      '@Li (team · Asia/Shanghai)',
      'Ann Lee (git)',
    ]);
    assert.deepEqual(found('yaml'), [
      '"@kenji" (1 work item)',
      'Mara Lindqvist (1 work item · Europe/Stockholm)',
      'kenji (1 work item)',
      'Noor Haddad (team)',
      'Li (team · Asia/Shanghai)',
      'Ann Lee (git)',
    ]);
  });

  it('for paths are the values of others, then what is in the folder', () => {
    const fields = [['files', 'src/main.ts']] as const;
    const paths = ['src/', '.github/', '[id].ts'];
    assert.deepEqual(texts({ wants: 'path', key: 'files' }, { fields, paths }), [
      'src/main.ts',
      'src/',
      '.github/',
      '"[id].ts"',
    ]);
  });

  it('for work items are open ones first, near ones first, by number, without those that are listed', () => {
    assert.deepEqual(texts({ wants: 'work-item' }, { reports }), ['T-9', 'T-10', 'T-1']);
    assert.deepEqual(texts({ wants: 'work-item', syntax: 'text' }, { reports }), [
      'T-9',
      'T-10',
      '[No id \\[x\\]](../other/d.md)',
      'T-1',
    ]);
    assert.deepEqual(texts({ wants: 'work-item', syntax: '[[', closing: ']]' }, { reports }).slice(0, 3), [
      'T-9]]',
      'T-10]]',
      'd]]',
    ]);
    const listed = ['t-9'];
    assert.deepEqual(texts({ wants: 'work-item' }, { reports, listed }), ['T-10', 'T-1']);
    assert.deepEqual(texts({ wants: 'work-item', typed: 'T' }, { reports, listed }), ['T-9', 'T-10', 'T-1']);
    assert.deepEqual(texts({ wants: 'work-item', syntax: 'id', typed: 't-1' }, { reports }), ['T-10', 'T-1']);
    const numbered = [...reports, workItem('tasks/e.md', { id: '12' }).report];
    assert.deepEqual(texts({ wants: 'work-item', syntax: '#', typed: '#' }, { reports: numbered }), ['#12']);
  });

  it('say what they are, and are found by a title', () => {
    const [nine] = suggestionsFor(place({ wants: 'work-item' }), { ...none, reports });
    assert.deepEqual(nine, {
      label: 'T-9',
      description: 'Nine · in progress · 4 of 5',
      text: 'T-9',
      filter: 'T-9 Nine',
    });
    const [status] = suggestionsFor(place({ wants: 'status' }), { ...none, reports });
    assert.equal(status?.description, '2 work items');
  });

  it('are quoted where YAML wants that, unless a quote is open', () => {
    const fields = ['@a', 'a: b', '#1', 'yes', 'a b', '1.0', '*x', 'it’s'].map((value) => ['k', value] as const);
    assert.deepEqual(texts({ wants: 'value', key: 'k' }, { fields }).sort(), [
      '"#1"',
      '"*x"',
      '"@a"',
      '"a: b"',
      '"yes"',
      '1.0',
      'a b',
      'it’s',
    ]);
    assert.ok(texts({ wants: 'value', key: 'k', typed: '"' }, { fields }).includes('"@a'));
  });
});
