import assert from 'node:assert/strict';
import { gatherReadinessReport } from '../../src/app/readiness-report.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { createGraph } from '../../src/core/graph/graph.ts';
import type { ReadinessHistory } from '../../src/core/readiness/readiness-report.ts';
import { workItem } from '../fakes/reports.ts';

const settings = { ...defaultSettings, include: ['**'] };

const document = (path: string, owner: string, text: string): IndexedDocument => ({
  document: { key: `/w/${path}`, folder: '/w', path },
  report: checkDocument({ path, text: `---\n${owner && `owner: ${owner}\n`}${text}` }, settings),
});

async function gather(
  documents: readonly IndexedDocument[],
  { folders = [{ key: '/w', name: 'w' }], history = null as ReadinessHistory | null } = {},
) {
  const graph = createGraph();
  for (const { document, report } of documents) graph.set({ key: document.key, folder: document.folder, report });
  const ports = {
    elapsed: () => 0,
    pause: async () => {},
    graph,
    folders,
    clock: { now: () => new Date('2026-03-09T12:00:00Z'), utcOffset: () => 60 },
    team: () => [{ name: 'Ben Novak', handle: 'bn', aliases: [] }],
  };
  return gatherReadinessReport(ports, documents, history, new AbortController().signal);
}

describe('gatherReadinessReport', () => {
  it('counts open, ready and finished work, and what open work meets', async () => {
    const { all, date } = await gather([
      workItem('a.md'),
      workItem('b.md', { missing: ['goal', 'done'] }),
      workItem('c.md', { finished: true, missing: ['done'] }),
      workItem('archive/d.md'),
      workItem('README.md', { workItem: false }),
    ]);
    assert.deepEqual(all, {
      open: 2,
      ready: 1,
      finished: 2,
      setAside: 1,
      met: { goal: 1, resources: 2, status: 2, dependencies: 2, done: 1 },
    });
    assert.equal(date, '2026-03-09T13:00:00+01:00');
  });

  it('counts by folder, and by the folders above where they are many', async () => {
    const few = await gather([workItem('a.md'), workItem('x/y/b.md'), workItem('x/c.md', { missing: ['goal'] })]);
    assert.deepEqual(
      few.folders.map(({ folder, counts: { open, ready } }) => [folder, open, ready]),
      [
        ['', 1, 1],
        ['x', 1, 0],
        ['x/y', 1, 1],
      ],
    );
    const many = await gather(Array.from({ length: 40 }, (_, at) => workItem(`x/${at % 3}/${at}/a.md`)));
    assert.deepEqual(
      many.folders.map(({ folder }) => folder),
      ['x/0', 'x/1', 'x/2'],
    );
  });

  it('names the workspace folder where there are several', async () => {
    const { folders } = await gather([workItem('a.md', { folder: '/one' }), workItem('t/a.md', { folder: '/two' })], {
      folders: [
        { key: '/one', name: 'one' },
        { key: '/two', name: 'two' },
      ],
    });
    assert.deepEqual(
      folders.map(({ folder }) => folder),
      ['one', 'two/t'],
    );
  });

  it('tells by name what waits on what between people, and not how busy they are', async () => {
    const { owners } = await gather([
      document('a.md', 'Zoe', 'id: T-1\ndependencies: [T-2, T-3, T-5]\n---\n# A'),
      document('b.md', '"@bn"', 'id: T-2\ndependencies: [T-4]\n---\n# B'),
      document('c.md', 'ben novak and Zoe', 'id: T-3\n---\n# C'),
      document('d.md', '', 'id: T-4\n---\n# D'),
      document('e.md', 'Ann', 'id: T-5\nstatus: Done\n---\n# E'),
    ]);
    assert.deepEqual(
      owners.map(({ owner, open, waitsOn, holdsUp }) => [owner, open, waitsOn.join(), holdsUp.join()]),
      [
        ['Ben Novak', 2, 'nobody', 'Zoe'],
        ['Zoe', 2, 'Ben Novak', ''],
        [null, 1, '', 'Ben Novak'],
      ],
    );
  });

  it('ends a history with how things stand now', async () => {
    const first = (await gather([workItem('a.md', { missing: ['goal'] })])).all;
    const history = { samples: [{ day: '2026-03-02', counts: first }], unknown: [] };
    const report = await gather([workItem('a.md')], { history });
    assert.deepEqual(
      report.history?.samples.map(({ day, counts: { ready } }) => [day, ready]),
      [
        ['2026-03-02', 0],
        ['2026-03-09', 1],
      ],
    );
  });
});
