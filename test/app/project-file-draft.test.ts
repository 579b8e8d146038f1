import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftProjectFile } from '../../src/app/project-file-draft.ts';
import { readProjectFile } from '../../src/core/project-file.ts';
import type { DocumentReport } from '../../src/core/report.ts';
import { workItem } from '../fakes/reports.ts';

const report = (path: string, rest: Partial<DocumentReport> = {}): DocumentReport => workItem(path, rest).report;
const draft = (...reports: DocumentReport[]) => draftProjectFile(reports, 'docs/handoffs', 7);

describe('draftProjectFile', () => {
  it('decides what holds already, and nothing else', () => {
    const { settings, problems } = readProjectFile(draft(report('tasks/a.md', { owner: '@mara' })).text);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      staleAfterDays: 7,
      handoffsFolder: 'docs/handoffs',
      team: [{ name: 'mara', aliases: [] }],
      words: { labels: {}, statuses: { active: [], 'in-progress': [], finished: [], blocked: [] } },
    });
  });

  it('says where work items are and how they are written', () => {
    const { text, summary } = draft(
      report('tasks/a.md', { style: 'front-matter' }),
      report('tasks/b.md', { style: 'front-matter', finished: true }),
      report('c.md', { style: 'table' }),
    );
    assert.equal(summary, '3 work items in 2 folders, 1 finished.');
    assert.match(text, /3 work items in 2 folders, 1 finished\.\n# {3}tasks: 2, mostly with front matter\n/);
    assert.match(text, /^# {3}the top folder: 1, mostly with tables$/m);
    assert.equal(draft().summary, 'No work items were found.');
  });

  it('tells the status words that are understood from those that are not', () => {
    const { text, summary } = draft(
      report('a.md', { status: 'To Do', statusKind: 'active' }),
      report('b.md', { status: 'Umsetzung', statusKind: null }),
      report('c.md', { status: 'TBD', statusKind: null }),
      report('d.md', { status: 'to do', statusKind: 'active' }),
      report('e.md', { status: 'In review since Monday, works for one currency', statusKind: 'in-progress' }),
    );
    assert.equal(summary, '5 work items in 1 folder, 0 finished. 1 status word not understood.');
    assert.match(text, /how they are understood:\n# {3}To Do \(2\): active\n# In use, but/);
    assert.match(text, /not understood; put each where it belongs:\n# {3}Umsetzung \(1\)\nstatuses:\n/);
  });

  it('names documents that lie among work items and are taken for none', () => {
    const { text } = draft(
      report('tasks/a.md'),
      report('tasks/notes.md', { workItem: false }),
      report('docs/guide.md', { workItem: false }),
    );
    assert.match(text, /not taken for one:\n# {3}tasks\/notes\.md\n# include: /);
  });

  it('names each owner once, and only who can be a person', () => {
    const { text } = draft(
      ...['@mara', 'Mara Lindt', '@mara lindt', 'Jon Bell', '', 'team: a, b', '[link](x)'].map((owner, at) =>
        report(`${at}.md`, { owner }),
      ),
    );
    assert.deepEqual(
      readProjectFile(text).settings.team?.map(({ name }) => name),
      ['Jon Bell', 'Mara Lindt'],
    );
  });

  it('can be read whatever documents say', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ path: fc.string(), status: fc.string(), owner: fc.string() })), (documents) => {
        const { text } = draft(
          ...documents.map(({ path, ...said }) => report(path, { ...said, statusKind: null })),
          ...documents.map(({ path }) => report(`tasks/${path}`, { workItem: false })),
        );
        assert.deepEqual(readProjectFile(text).problems, []);
      }),
    );
  });
});
