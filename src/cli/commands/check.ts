import { parseArgs } from 'node:util';
import { checkDocuments, checkTogether } from '../../app/check-documents.ts';
import { createFreshness } from '../../app/freshness.ts';
import type { DocumentRef } from '../../app/ports.ts';
import { verdictsOn } from '../../core/checklist/check-document.ts';
import { visible } from '../../core/handoff/visible.ts';
import { severities } from '../../core/report.ts';
import { type CliCommand, type CliIo, givenDocuments, UsageError } from '../command.ts';
import { jsonReport } from '../json-report.ts';
import { projectSettings } from '../project-settings.ts';
import { textReport } from '../text-report.ts';

const formats = { json: jsonReport, text: textReport };
const thresholds = severities.filter((severity) => severity !== 'off');

export const check: CliCommand = {
  name: 'check',
  summary: 'check work items against the async-ready checklist',
  help: `Usage: async-ready check [options] [path ...]

Checks the work items among the given files and below the given folders
(without a path: below the current folder) against the async-ready checklist.
The project file .async-ready.yml of the current folder counts.

Options:
  --format text|json   for people (default) or for programs
  --fail-on SEVERITY   error, warning (default), information or hint: the least
                       severe finding that makes the exit status 1
  --help

Exit status: 0 clean, 1 findings, 2 could not run.
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, 'fail-on': { type: 'string', default: 'warning' } },
    });
    const format = oneOf('--format', values.format, ['text', 'json']);
    const failOn = oneOf('--fail-on', values['fail-on'], thresholds);
    const paths = positionals.length > 0 ? positionals : ['.'];
    const documents = await findDocuments(io, paths);
    const settings = await projectSettings(io);
    const reader = io.readAhead(documents.map(({ key }) => key));
    const { reports: alone, failures } = await checkDocuments(reader, documents, settings, verdictsOn).finally(
      // Nobody waits for it to be gone.
      () => void reader.stop(),
    );
    const warn = (message: string): void => io.err(`async-ready: ${visible(message)}\n`);
    const freshness = createFreshness({ git: io.git, clock: io.clock, settings: () => settings, warn });
    const reports = await checkTogether(io.files, io.cwd, alone, settings, {
      complete: paths.some((path) => ['.', './', io.cwd].includes(path)),
      freshness: io.isInRepository() ? freshness : { of: async () => null },
      warn,
    });
    for (const { path, reason } of failures) io.err(`async-ready: ${visible(path)}: ${reason}\n`);
    io.out(formats[format](reports, io.color));
    const counting = thresholds.slice(0, thresholds.indexOf(failOn) + 1);
    return reports.some(({ findings }) => findings.some(({ severity }) => counting.includes(severity))) ? 1 : 0;
  },
};

async function findDocuments(io: CliIo, paths: readonly string[]): Promise<readonly DocumentRef[]> {
  if (paths.length === 1) return givenDocuments(io, paths[0] as string);
  const found = new Map<string, DocumentRef>();
  for (const path of paths) {
    for (const document of await givenDocuments(io, path)) found.set(document.key, document);
  }
  return [...found.values()];
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${allowed.join(', ')}; "${value}" is none of them.`);
  return found;
}
