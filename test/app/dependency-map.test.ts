import assert from 'node:assert/strict';
import { gatherDependencyMap } from '../../src/app/dependency-map.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { createGraph } from '../../src/core/graph/graph.ts';
import { workItem } from '../fakes/reports.ts';

const settings = { ...defaultSettings, include: ['**'] };

const document = (path: string, text: string, folder = '/w'): IndexedDocument => ({
  document: { key: `${folder}/${path}`, folder, path },
  report: checkDocument({ path, text }, settings),
});

async function gather(
  documents: readonly IndexedDocument[],
  folders = [{ key: '/w', name: 'w' }],
  signal = new AbortController().signal,
) {
  const graph = createGraph();
  for (const { document, report } of documents) graph.set({ key: document.key, folder: document.folder, report });
  let time = 0;
  let pauses = 0;
  const ports = { elapsed: () => (time += 3), pause: async () => void pauses++ };
  const map = await gatherDependencyMap({ ...ports, graph, folders }, documents, signal);
  return {
    map,
    links: map.links.map(({ first, next, circular }) => `${first}${circular ? '~' : '>'}${next}`),
    pauses: () => pauses,
  };
}

describe('gatherDependencyMap', () => {
  it('has a link for what either side says, once, from what comes first', async () => {
    const { links } = await gather([
      document('a.md', '---\nid: T-1\ndependencies: [T-2]\n---\n# A'),
      document('b.md', '---\nid: T-2\n---\n# B\n\n## Dependencies\n\n- Blocks T-1\n- Blocks T-3'),
      document('c.md', '---\nid: T-3\n---\n# C'),
    ]);
    assert.deepEqual(links.sort(), ['/w/b.md>/w/a.md', '/w/b.md>/w/c.md']);
  });

  it('marks circles of open work, not those that finished work closes', async () => {
    const circle = (status: string) => [
      document('a.md', '---\nid: T-1\ndependencies: [T-2]\n---\n# A'),
      document('b.md', `---\nid: T-2\nstatus: ${status}\ndependencies: [T-1]\n---\n# B`),
      document('c.md', '---\nid: T-3\ndependencies: [T-1]\n---\n# C'),
    ];
    const { links } = await gather(circle('To Do'));
    assert.deepEqual(links.sort(), ['/w/a.md>/w/c.md', '/w/a.md~/w/b.md', '/w/b.md~/w/a.md']);
    assert.deepEqual((await gather(circle('Done'))).links.sort(), ['/w/a.md>/w/c.md', '/w/b.md>/w/a.md']);
    const { links: both } = await gather([
      document('a.md', '---\nid: T-1\ndependencies: [T-2]\n---\n# A\n\n## Blocks\n\n- T-2'),
      document('b.md', '---\nid: T-2\nstatus: Done\n---\n# B'),
    ]);
    assert.deepEqual(both.sort(), ['/w/a.md>/w/b.md', '/w/b.md>/w/a.md']);
  });

  it('tells of each work item what the map shows', async () => {
    const { map } = await gather([
      workItem('tasks/a.md', { id: 'T-1', title: 'Export', owner: 'Ann', missing: ['goal', 'done'] }),
      workItem('b.md', { finished: true, status: 'Done' }),
      workItem('README.md', { workItem: false }),
    ]);
    assert.deepEqual(map.items, [
      {
        key: '/w/b.md',
        name: 'b',
        path: 'b.md',
        readiness: 'finished',
        met: 5,
        missing: '',
        status: 'Done',
        owner: null,
      },
      {
        key: '/w/tasks/a.md',
        name: 'T-1 Export',
        path: 'tasks/a.md',
        readiness: 'not-ready',
        met: 3,
        missing: 'Goal, Definition of done',
        status: 'In Progress',
        owner: 'Ann',
      },
    ]);
  });

  it('names the workspace folder where there are several', async () => {
    const { map } = await gather(
      [workItem('a.md', { folder: '/one' }), workItem('a.md', { folder: '/two' })],
      [
        { key: '/one', name: 'one' },
        { key: '/two', name: 'two' },
      ],
    );
    assert.deepEqual(
      map.items.map(({ path }) => path),
      ['one/a.md', 'two/a.md'],
    );
  });

  it('pauses between slices, and stops when it is told to', async () => {
    const many = Array.from({ length: 100 }, (_, at) => workItem(`${at}.md`));
    assert.ok((await gather(many)).pauses() > 10);
    await assert.rejects(gather(many, undefined, AbortSignal.abort()), { name: 'AbortError' });
  });
});
