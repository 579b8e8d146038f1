import { parseArgs } from 'node:util';
import { isCandidatePath } from '../../app/candidate-paths.ts';
import { checkDocuments } from '../../app/check-documents.ts';
import { gatherHistory } from '../../app/gather-history.ts';
import { gatherReadinessReport } from '../../app/readiness-report.ts';
import { checkDocument } from '../../core/checklist/check-document.ts';
import { createGraph } from '../../core/graph/graph.ts';
import { visible } from '../../core/handoff/visible.ts';
import { reportMarkdown } from '../../core/readiness/report-markdown.ts';
import { readPeriod } from '../../core/readiness/sample-days.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { projectSettings } from '../project-settings.ts';

export const report: CliCommand = {
  name: 'report',
  summary: 'tell how many work items are ready, and how that has changed',
  help: `Usage: async-ready report [options]

Tells how many work items below the current folder are ready for somebody else,
by point, folder and owner, and who waits on whom. The project file
.async-ready.yml of the current folder counts.

Options:
  --since PERIOD           how that has changed since then, by the commits of the
                           checked out branch: 6months, 12weeks, 1year; every
                           week for half a year, else every month
  --format markdown|json   to commit or post (default), or for programs
  --help

Exit status: 0 done, 2 could not be done.
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { since: { type: 'string' }, format: { type: 'string', default: 'markdown' } },
    });
    const { format } = values;
    if (format !== 'markdown' && format !== 'json') throw new UsageError('--format is markdown or json.');
    const period = values.since === undefined ? null : readPeriod(values.since);
    if (values.since !== undefined && period === null)
      throw new UsageError(`--since takes a period such as 6months, 12weeks or 1year; "${values.since}" is none.`);
    const settings = await projectSettings(io);
    const { signal } = new AbortController();
    // Nobody waits for this process to do something else.
    const slices = { elapsed: () => 0, pause: async () => {} };

    const documents = await io.files.find(signal);
    const reader = io.readAhead(documents.map(({ key }) => key));
    const { reports, failures } = await checkDocuments(reader, documents, settings, checkDocument).finally(reader.stop);
    for (const { path, reason } of failures) io.err(`async-ready: ${visible(path)}: ${reason}\n`);
    const folders = io.files.folders();
    const history =
      period &&
      (await gatherHistory(
        {
          ...slices,
          git: io.git,
          clock: io.clock,
          isCandidate: ({ path }) => isCandidatePath(path),
          check: (_folder, path, text) => checkDocument({ path, text }, settings),
        },
        folders,
        period,
        () => {},
        signal,
      ));

    const graph = createGraph();
    const indexed = reports.flatMap((report, at) => {
      const document = documents[at];
      return document ? { document, report } : [];
    });
    for (const { document, report } of indexed) graph.set({ key: document.key, folder: document.folder, report });
    const gathered = await gatherReadinessReport(
      { ...slices, graph, folders, clock: io.clock, team: () => settings.team },
      indexed,
      history,
      signal,
    );
    io.out(format === 'json' ? `${JSON.stringify(gathered)}\n` : reportMarkdown(gathered));
    return 0;
  },
};
