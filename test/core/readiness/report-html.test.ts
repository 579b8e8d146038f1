import assert from 'node:assert/strict';
import { reportHtml } from '../../../src/core/readiness/report-html.ts';
import { counts, exampleReport } from './example-report.ts';

const cells = (html: string): string[][] =>
  [...html.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<svg.*<\/svg>/, 'plot').replace(/<[^>]+>/g, '')),
  );

describe('reportHtml', () => {
  const html = reportHtml(exampleReport);

  it('has the numbers beside every bar', () => {
    assert.deepEqual(cells(html.points)[1]?.slice(0, 4), ['Resources', '3 of 4', 'plot', '75 %']);
    assert.deepEqual(cells(html.folders)[1], ['tasks|old', '3', '2', 'plot', '67 %', '1', '']);
  });

  it('has a column for what is set aside where there is any', () => {
    const folders = [{ folder: 'old', counts: counts(2, 1, 4, 1) }];
    assert.deepEqual(cells(reportHtml({ ...exampleReport, folders }).folders), [
      ['old', '2', '1', 'plot', '50 %', '1', '3', ''],
    ]);
  });

  it('draws shares to scale', () => {
    assert.match(html.folders, /class="whole" width="160"[^>]*\/><rect class="part" width="107"/);
    assert.match(reportHtml({ ...exampleReport, all: counts(0, 0) }).points, /class="part" width="0"/);
  });

  it('says in words what the chart shows, and has its numbers as a table', () => {
    assert.match(
      html.history,
      /role="img" aria-label="Open and ready work over time\. Ready on 2026-03-02: 0 of 2 open/,
    );
    assert.deepEqual(cells(html.history), [
      ['2026-03-02', '2', '0', '0 %', '0', ''],
      ['2026-03-09', '4', '3', '75 %', '1', ''],
    ]);
    assert.match(html.history, /The history of the branch does not go back beyond/);
  });

  it('lets no text of a document be more than text', () => {
    assert.ok(html.owners.includes('Ann &lt;b&gt;'));
    assert.doesNotMatch(html.owners, /<b>/);
  });

  it('draws no line of a single day', () => {
    const [sample] = exampleReport.history?.samples ?? [];
    assert.ok(sample);
    const single = reportHtml({ ...exampleReport, history: { samples: [sample], unknown: [] } });
    assert.match(single.history, /nothing to compare with/);
    assert.doesNotMatch(single.history, /<svg/);
  });
});
