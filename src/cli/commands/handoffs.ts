import { parseArgs } from 'node:util';
import { checkDocuments } from '../../app/check-documents.ts';
import { createDrift } from '../../app/handoff-drift.ts';
import { type Handoff, listHandoffs } from '../../app/handoff-list.ts';
import { createNotesOnBranches, noteElsewhere } from '../../app/notes-on-branches.ts';
import { readerTime } from '../../app/reader-time.ts';
import { createWhoAmI } from '../../app/who-am-i.ts';
import { checkDocument } from '../../core/checklist/check-document.ts';
import { readDocument } from '../../core/document/document.ts';
import { visible } from '../../core/handoff/visible.ts';
import { namesOfPerson, speaksOf } from '../../core/people.ts';
import { type CliCommand, type CliIo, UsageError } from '../command.ts';
import { handoffFormats, type ToldHandoff } from '../handoff-formats.ts';
import { projectSettings } from '../project-settings.ts';

const states = ['open', 'picked-up', 'all'];

export const handoffs: CliCommand = {
  name: 'handoffs',
  summary: 'list the handoff notes, with their age and how far the work has moved since',
  help: `Usage: async-ready handoffs [options]

Lists the handoff notes below the current folder, and those in the folder of
the notes on branches of a remote, the newest first: from whom to whom, when in
your time, and how far the branch has moved since, as of the last fetch. Git is
only read.

Options:
  --for NAME                    those for NAME; "me" is who git says you are
  --from NAME                   those of NAME
  --state open|picked-up|all    open (default): still to be picked up
  --format text|json|markdown   for people (default), for programs, or to post
  --help

Exit status: 0 done, 2 could not be done.
`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        for: { type: 'string' },
        from: { type: 'string' },
        state: { type: 'string', default: 'open' },
        format: { type: 'string', default: 'text' },
      },
    });
    const { state, format } = values;
    if (!states.includes(state))
      throw new UsageError(`--state takes ${states.join(', ')}; "${state}" is none of them.`);
    const print = handoffFormats.get(format);
    if (!print)
      throw new UsageError(`--format takes ${[...handoffFormats.keys()].join(', ')}; "${format}" is none of them.`);
    const warn = (message: string): void => io.err(`async-ready: ${visible(message)}\n`);
    const { all, me, team } = await readHandoffs(io, warn);
    const isPerson = (name: string | undefined, words: string): boolean =>
      name === undefined || speaksOf(words, name === 'me' ? me : namesOfPerson([name], team));
    const chosen = all.filter(
      ({ open, note }) =>
        (state === 'all' || (state === 'open') === open) &&
        isPerson(values.for, note.to) &&
        isPerson(values.from, note.from),
    );
    const drift = createDrift(io.git, warn);
    const told: ToldHandoff[] = [];
    // One after the other: each starts processes.
    for (const handoff of chosen) {
      const asks = handoff.open && io.isInRepository();
      told.push({ handoff, drift: asks ? await drift.of(io.cwd, { ...handoff.note, path: handoff.path }) : null });
    }
    io.out(print(told, readerTime(io.clock)));
    return 0;
  },
};

async function readHandoffs(io: CliIo, warn: (message: string) => void) {
  const settings = await projectSettings(io);
  const { team } = settings;
  const documents = await io.files.find(new AbortController().signal);
  const reader = io.readAhead(documents.map(({ key }) => key));
  const { reports, failures } = await checkDocuments(reader, documents, settings, checkDocument).finally(reader.stop);
  for (const { path, reason } of failures) warn(`${path}: ${reason}`);
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const indexed = reports.flatMap((report) => {
    const document = byPath.get(report.path);
    return document ? [{ document, report }] : [];
  });
  const me = await createWhoAmI({ git: io.git, ownNames: () => [], team: () => team }).names(io.cwd);
  const isNew = (path: string): boolean => !byPath.has(path);
  const others = io.isInRepository()
    ? await createNotesOnBranches(io.git, warn).of(io.cwd, settings.handoffsFolder, isNew)
    : [];
  const elsewhere = others.flatMap(
    (other) => noteElsewhere(readDocument(other.path, other.text), other, io.cwd, `${other.ref}:${other.path}`) ?? [],
  );
  const all: readonly Handoff[] = listHandoffs(indexed, () => me, elsewhere).handoffs;
  return { all, me, team };
}
