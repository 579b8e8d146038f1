import assert from 'node:assert/strict';
import { reportMarkdown } from '../../../src/core/readiness/report-markdown.ts';
import { counts, exampleReport } from './example-report.ts';

describe('reportMarkdown', () => {
  it('says all of a report', () => {
    assert.equal(
      reportMarkdown(exampleReport),
      `# Readiness on 2026-03-09

3 of 4 open work items are ready. 1 is finished.

## By point

| Point | Met by open work | Share |
| --- | --- | --- |
| Goal | 4 of 4 | 100 % |
| Resources | 3 of 4 | 75 % |
| Status and next action | 3 of 4 | 75 % |
| Dependencies | 3 of 4 | 75 % |
| Definition of done | 3 of 4 | 75 % |

## By folder

| Folder | Open | Ready | Share | Finished |
| --- | --- | --- | --- | --- |
| (top folder) | 1 | 1 | 100 % | 0 |
| \`tasks\\|old\` | 3 | 2 | 67 % | 1 |

## By owner

| Owner | Open | Ready | Waits on | Holds up |
| --- | --- | --- | --- | --- |
| Ann \\<b\\> | 2 | 2 | Ben |  |
| Ben | 1 | 0 |  | Ann \\<b\\>, nobody |
| No owner | 1 | 1 | Ben |  |

## Over time

Ready on 2026-03-02: 0 of 2 open (0 %). Ready on 2026-03-09: 3 of 4 open (75 %).

| Day | Open | Ready | Share | Finished | Goal | Resources | Status and next action | Dependencies | Definition of done |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 2026-03-02 | 2 | 0 | 0 % | 0 | 100 % | 0 % | 0 % | 0 % | 0 % |
| 2026-03-09 | 4 | 3 | 75 % | 1 | 100 % | 75 % | 75 % | 75 % | 75 % |

The history of the branch does not go back beyond 2026-03-02.

The documents of each day are read by the rules and words of today.
`,
    );
  });

  it('tells apart what is set aside and what is finished, where there is both', () => {
    const some = counts(2, 1, 4, 1);
    const folders = [
      { folder: 'old', counts: some },
      { folder: 'new', counts: counts(1, 1) },
    ];
    const told = reportMarkdown({ ...exampleReport, all: some, folders, history: null });
    assert.match(told, /\n1 of 2 open work items is ready\. 3 are finished, 1 is set aside\.\n/);
    assert.match(told, /\| Folder \| Open \| Ready \| Share \| Set aside \| Finished \|\n/);
    assert.match(told, /\| `old` \| 2 \| 1 \| 50 % \| 1 \| 3 \|\n\| `new` \| 1 \| 1 \| 100 % \| 0 \| 0 \|\n/);
  });

  it('has nothing to say of nothing', () => {
    const none = counts(0, 0);
    const empty = reportMarkdown({ ...exampleReport, all: none, folders: [], owners: [], history: null });
    assert.match(empty, /There are no work items\./);
    assert.match(empty, /\| Goal \| 0 of 0 \| – \|/);
    assert.doesNotMatch(empty, /By folder|By owner|Over time/);
  });
});
