import { parseArgs } from 'node:util';
import { awaitedBy } from '../../app/awaited-work.ts';
import { checkDocuments } from '../../app/check-documents.ts';
import { gatherHandoffFacts } from '../../app/gather-handoff-facts.ts';
import { type Candidate, gitEvidence, guessWorkItems } from '../../app/guess-work-items.ts';
import { staysInside } from '../../app/new-file-names.ts';
import { readWorkItemBy } from '../../app/read-work-item.ts';
import { parseSince } from '../../app/since.ts';
import { composeHandoffNote, type HandedOnWorkItem, writeHandoffNote } from '../../app/write-handoff.ts';
import { allNoteRules } from '../../core/checklist/all-note-rules.ts';
import { allRules } from '../../core/checklist/all-rules.ts';
import { type CheckSettings, checkDocument } from '../../core/checklist/check-document.ts';
import { decodeText } from '../../core/decode.ts';
import { createGraph, type WorkItemGraph } from '../../core/graph/graph.ts';
import type { Gathered } from '../../core/handoff/handoff-facts.ts';
import { type CliCommand, type CliIo, givenDocuments, UsageError } from '../command.ts';
import { projectSettings } from '../project-settings.ts';

export const handoff: CliCommand = {
  name: 'handoff',
  summary: 'write a handoff note from what git says has changed',
  help: `Usage: async-ready handoff [options]

Writes a handoff note from what git says about the current folder, and prints
its path. Git is only read; what only a person can say is left for you to fill in.

Options:
  --since WHEN            what to tell of: last-handoff, unpushed, uncommitted,
                          staged, base (the branch against the branch that it
                          goes into), a commit, or a date such as 2026-03-02
                          (default: the last handoff of this branch; before the
                          first one, what the upstream does not have)
  --work-item PATH        the work item to hand off; may be given several times
                          (default: the one that git speaks for, if there is one)
  --no-work-item          hand off no work item, only what git says
  --to NAME               who takes over
  --folder PATH           folder of the notes (default: the project file's, else handoffs)
  --stdout                print the note; write nothing
  --format markdown|json  json: print the facts and the note; write nothing
  --help

Exit status: 0 done, 2 could not be done.
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        since: { type: 'string' },
        'work-item': { type: 'string', multiple: true },
        'no-work-item': { type: 'boolean', default: false },
        to: { type: 'string' },
        folder: { type: 'string' },
        format: { type: 'string', default: 'markdown' },
        stdout: { type: 'boolean', default: false },
      },
    });
    const { format, stdout, to } = values;
    if (values['no-work-item'] && values['work-item'])
      throw new UsageError('--work-item and --no-work-item exclude each other.');
    if (format !== 'markdown' && format !== 'json') throw new UsageError('--format is markdown or json.');
    // What is wrong with the documents is not asked here.
    const settings = { ...(await projectSettings(io)), rules: noRules };
    const folder = values.folder ?? settings.handoffsFolder;
    const notesFolder = folder.replace(/^\.\/|\/+$/g, '');
    if (!staysInside(notesFolder))
      throw new UsageError(`The folder of the notes has to be below the current folder; ${folder} is not.`);

    const since = values.since === undefined ? undefined : parseSince(values.since, io.clock);
    const finding = io.files.find(new AbortController().signal);
    const checking = finding.then((found) => checkDocuments(io.files, found, settings, checkDocument));
    const notes = checking.then(({ reports }) => reports);
    // Git goes on while the documents are read.
    const question = { ...(since && { since }), notes, readWorkItem: readWorkItemBy(settings) };
    const [documents, reports, gathered] = await Promise.all([
      finding,
      notes,
      gatherHandoffFacts(io.git, io.cwd, question),
    ]);
    if ('reason' in gathered) throw new UsageError(gathered.reason);
    const byPath = new Map(documents.map((document) => [document.path, document]));
    const items = reports.flatMap((report) => {
      const document = byPath.get(report.path);
      return document ? [{ document, report }] : [];
    });
    const given = values['no-work-item'] ? [] : values['work-item'];
    const paths = given ?? guessedWorkItem(items, gathered, notesFolder);
    const graph = createGraph();
    for (const { document, report } of items) graph.set({ ...document, report });
    const workItems = await Promise.all(paths.map((path) => readWorkItem(io, settings, graph, path)));
    const request = { folder: io.cwd, notesFolder, gathered, workItems, ...(to !== undefined && { to }) };
    if (format === 'json') {
      const { text } = await composeHandoffNote(io, request);
      io.out(`${JSON.stringify({ ...gathered.facts, note: text }, null, 2)}\n`);
    } else if (stdout) io.out((await composeHandoffNote(io, request)).text);
    else io.out(`${(await writeHandoffNote(io, request)).document.path}\n`);
    return 0;
  },
};

const noRules = Object.fromEntries([...allRules, ...allNoteRules].map(({ id }) => [id, 'off'] as const));

/** The path of the work item that git speaks for, if it speaks for one more than for any other. */
function guessedWorkItem(candidates: readonly Candidate[], gathered: Gathered, notesFolder: string): string[] {
  const [best, next] = guessWorkItems(candidates, gathered, null, notesFolder);
  const evidence = best ? gitEvidence(best, gathered) : 0;
  const another = next?.report.finished === best?.report.finished && next && gitEvidence(next, gathered) >= evidence;
  return best && evidence > 0 && !another ? [best.document.path] : [];
}

async function readWorkItem(
  io: CliIo,
  settings: CheckSettings,
  graph: WorkItemGraph,
  path: string,
): Promise<HandedOnWorkItem> {
  const documents = await givenDocuments(io, path);
  const [document] = documents;
  if (document === undefined || documents.length > 1)
    throw new UsageError(`${path} is a folder; a work item is a file.`);
  if (!staysInside(document.path)) throw new UsageError(`${path} is not below the current folder.`);
  const text = decodeText(await io.files.read(document.key));
  if (text === null) throw new UsageError(`${path} is not a text file.`);
  const item = graph.get(document.key);
  return {
    path: document.path,
    text,
    read: readWorkItemBy(settings),
    waitsOn: item ? awaitedBy(graph, item) : [],
  };
}
