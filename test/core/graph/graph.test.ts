import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { cycleThrough } from '../../../src/core/graph/cycle.ts';
import { placesOfDependants } from '../../../src/core/graph/dependants.ts';
import { createGraph, type GraphItem, type WorkItemGraph } from '../../../src/core/graph/graph.ts';

const settings = { ...defaultSettings, include: ['**'] };

const item = (path: string, text: string): GraphItem => ({
  key: `/w/${path}`,
  folder: '/w',
  report: checkDocument({ path, text }, settings),
});

function graphOf(documents: Readonly<Record<string, string>>): WorkItemGraph {
  const graph = createGraph();
  for (const [path, text] of Object.entries(documents)) graph.set(item(path, text));
  return graph;
}

const names = (graph: WorkItemGraph, read: 'waitsOn' | 'dependantsOf' | 'cycleThrough', path: string) => {
  const at = graph.at('/w', path);
  assert.ok(at, path);
  const found = read === 'cycleThrough' ? cycleThrough(graph, at) : graph[read](at);
  return found?.map(({ report }) => report.path) ?? null;
};

describe('createGraph', () => {
  it('knows work items by stated ids, file names and titles', () => {
    const graph = graphOf({
      'a.md': '---\nid: PAY-7\n---\n# A',
      'task-12 - Export.md': '# Export',
      'stories/4.2.story.md': '# Sorting',
      'wp.md': '# WP03: Writer',
    });
    const found = (id: string) => graph.named('/w', id).map(({ report }) => report.path);
    assert.deepEqual(found('pay-7'), ['a.md']);
    assert.deepEqual(found('TASK-12'), ['task-12 - Export.md']);
    assert.deepEqual(found('Story 4.2'), ['stories/4.2.story.md']);
    assert.deepEqual(found('WP03'), ['wp.md']);
    assert.deepEqual(found('PAY-8'), []);
    assert.deepEqual(graph.named('/other', 'PAY-7'), []);
    assert.deepEqual(graph.series('/w', 'PAY-99'), ['pay-7']);
  });

  it('tells what waits on what, whichever of the two says so', () => {
    const graph = graphOf({
      'a.md': '---\nid: T-1\ndependencies: [T-2]\n---\n# A',
      'b.md': '---\nid: T-2\n---\n# B\n\n## Dependencies\n\n- Blocks T-3\n- [the index](c.md)',
      'c.md': '---\nid: T-3\n---\n# C',
    });
    assert.deepEqual(names(graph, 'waitsOn', 'a.md'), ['b.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'b.md'), ['c.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'c.md'), ['b.md']);
    assert.deepEqual(names(graph, 'dependantsOf', 'b.md'), ['c.md', 'a.md']);
    assert.deepEqual(names(graph, 'cycleThrough', 'b.md'), ['b.md', 'c.md', 'b.md']);
    assert.equal(names(graph, 'cycleThrough', 'a.md'), null);
  });

  it('knows ids that are drawn by lot from the names of files, in lists of front matter', () => {
    const graph = graphOf({
      'app-k3fx--export.md': '---\nblocked_by:\n  - app-nwju\n  - "app-07l7"\n---\n# Export',
      'app-nwju--sign-in.md': '---\ndependencies: [app-07l7, tree-sitter]\n---\n# Sign in',
      'app-07l7--layout.md': '# Layout\n\nDepends on: the app-nwju of old',
    });
    assert.deepEqual(names(graph, 'waitsOn', 'app-k3fx--export.md'), ['app-nwju--sign-in.md', 'app-07l7--layout.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'app-nwju--sign-in.md'), ['app-07l7--layout.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'app-07l7--layout.md'), []);
  });

  it('takes what a line says of other work for that one’s', () => {
    const graph = graphOf({
      'a.md': '# A\n\n## Dependencies\n\n- T-2 (export): depends on T-3\n- **T-4**: Blocked by T-5',
      ...Object.fromEntries([2, 3, 4, 5].map((n) => [`T-${n}.md`, `# ${n}`])),
    });
    assert.deepEqual(names(graph, 'waitsOn', 'a.md'), ['T-3.md', 'T-5.md']);
  });

  it('leaves out the parts of a plan itself, and what a line says that it does not wait on', () => {
    const others = Object.fromEntries([1, 2, 3].map((n) => [`task-${n}.md`, `# ${n}`]));
    const own = '## Task 1: Read\n\n**Dependencies:** none (independent of task 3)\n\n## Task 2: Write\n\n';
    assert.deepEqual(
      names(graphOf({ ...others, 'a.md': `# Plan\n\n${own}**Dependencies:** Task 1\n` }), 'waitsOn', 'a.md'),
      [],
    );
    const lines = '- None: it only mentions task-1\n- It is **not blocked** by task-2\n- Task 3\n';
    const graph = graphOf({ ...others, 'a.md': `# Plan\n\n## Dependencies\n\n${lines}` });
    assert.deepEqual(names(graph, 'waitsOn', 'a.md'), ['task-3.md']);
  });

  it('finds circles among open work only, and its way through large graphs', () => {
    const depending = (on: string, status = 'open') => `---\nstatus: ${status}\ndependencies: [${on}]\n---\n# Work`;
    const graph = graphOf({
      'T-1.md': depending('T-2'),
      'T-2.md': depending('T-3, T-1'),
      'T-3.md': depending('T-1'),
      'T-4.md': depending('T-5'),
      'T-5.md': depending('T-4', 'done'),
    });
    assert.deepEqual(names(graph, 'cycleThrough', 'T-1.md'), ['T-1.md', 'T-2.md', 'T-1.md']);
    assert.deepEqual(names(graph, 'cycleThrough', 'T-3.md'), ['T-3.md', 'T-1.md', 'T-2.md', 'T-3.md']);
    assert.equal(names(graph, 'cycleThrough', 'T-4.md'), null);
    assert.equal(names(graph, 'cycleThrough', 'T-5.md'), null);
    const line = graphOf(
      Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`T-${n}.md`, depending(`T-${(n + 1) % 2000}`)])),
    );
    assert.equal(names(line, 'cycleThrough', 'T-0.md'), null);
  });

  it('takes for meant what is nearest, and nothing where that is not one', () => {
    const depending = '---\ndependencies: [WP01]\n---\n# Work';
    const graph = graphOf({
      'a/tasks/WP01.md': '# One',
      'b/WP01.md': '# One',
      'b/tasks/WP02.md': depending,
      'c/WP02.md': depending,
      'd/WP02.md': depending,
      'd/x.md': '---\nid: WP01\n---\n# One',
      'd/WP01.md': '# One',
    });
    assert.deepEqual(names(graph, 'waitsOn', 'b/tasks/WP02.md'), ['b/WP01.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'd/WP02.md'), ['d/x.md']);
    assert.deepEqual(names(graph, 'waitsOn', 'c/WP02.md'), ['d/x.md']);
    graph.delete('/w/d/x.md');
    assert.deepEqual(names(graph, 'waitsOn', 'c/WP02.md'), []);
    assert.deepEqual(names(graph, 'waitsOn', 'd/WP02.md'), ['d/WP01.md']);
    assert.deepEqual(names(graph, 'dependantsOf', 'd/WP01.md'), ['d/WP02.md']);
  });

  it('is the same however it came about', () => {
    const texts = [0, 1, 2, 3].map(
      (n) => `---\nid: T-${n}\ndependencies: [T-${(n + 1) % 3}]\nblocks: T-${(n + 2) % 4}\n---\n# ${n}`,
    );
    const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (taken) => {
        const grown = createGraph();
        const last = new Map<string, GraphItem>();
        for (const [file, text] of taken) {
          const path = `${file % 2}/${file}.md`;
          const put = item(path, texts[text] ?? '');
          if (text === 4) {
            grown.delete(put.key);
            last.delete(put.key);
          } else {
            grown.set(put);
            last.set(put.key, put);
          }
          for (const known of last.values()) grown.waitsOn(known);
        }
        const fresh = createGraph();
        for (const put of last.values()) fresh.set(put);
        for (const put of last.values())
          for (const read of ['waitsOn', 'dependantsOf'] as const)
            assert.deepEqual(
              new Set(names(grown, read, put.report.path)),
              new Set(names(fresh, read, put.report.path)),
            );
        assert.deepEqual(new Set(grown.series('/w', 'T-9')), new Set(fresh.series('/w', 'T-9')));
      }),
      { numRuns: 200 },
    );
  });

  it('finds work items by the names of their files', () => {
    const graph = graphOf({ 'done/Export.md': '# A', 'import.md': '# B' });
    assert.deepEqual(
      graph.inFilesNamed('/w', 'export').map(({ report }) => report.path),
      ['done/Export.md'],
    );
    graph.delete('/w/done/Export.md');
    assert.deepEqual(graph.inFilesNamed('/w', 'export'), []);
  });

  it('shows where open work says that it waits, or its title where it is said elsewhere', () => {
    const graph = graphOf({
      'a.md': '---\nid: T-1\nblocks: [T-3]\n---\n# A',
      'b.md': '# B\n\nDepends on: T-1',
      'c.md': '---\nid: T-3\n---\n# C',
      'd.md': '# D\n\nStatus: done\n\nDepends on: T-1',
    });
    const at = graph.at('/w', 'a.md');
    assert.ok(at);
    assert.deepEqual(
      placesOfDependants(graph, at).map(({ key, range }) => `${key}:${range.start.line}:${range.start.character}`),
      ['/w/c.md:3:2', '/w/b.md:2:12'],
    );
  });

  it('follows what changes and goes', () => {
    const graph = graphOf({ 'a.md': '---\nid: T-1\ndependencies: [T-2]\n---\n# A', 'b.md': '---\nid: T-2\n---\n# B' });
    assert.deepEqual(names(graph, 'dependantsOf', 'b.md'), ['a.md']);
    assert.equal(graph.set(item('a.md', '---\nid: T-1\ndependencies: [T-2]\n---\n# A\n\nMore.')), false);
    assert.equal(graph.set(item('a.md', '---\nid: T-1\ndependencies: [T-2]\n---\n# A, still')), true);
    assert.equal(graph.set(item('a.md', '---\nid: T-1\ndependencies: [T-3]\n---\n# A')), true);
    assert.deepEqual(names(graph, 'dependantsOf', 'b.md'), []);
    assert.equal(graph.set(item('c.md', '---\nid: T-3\n---\n# C')), true);
    assert.deepEqual(names(graph, 'dependantsOf', 'c.md'), ['a.md']);
    assert.equal(graph.delete('/w/a.md'), true);
    assert.deepEqual(names(graph, 'dependantsOf', 'c.md'), []);
    assert.equal(graph.delete('/w/a.md'), false);
    assert.deepEqual(graph.named('/w', 'T-1'), []);
  });
});
