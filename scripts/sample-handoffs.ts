import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface SampleNote {
  readonly name: string;
  readonly hoursAgo: number;
  /** Of the author's time zone, such as `-05:00`. */
  readonly offset: string;
  readonly fields: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly questions?: string;
}

/**
 * Writes handoff notes into the sample workspace, as Mara finds them in the morning of `now`: one that waits for her, one for
 * whoever takes it, and one of hers with a question.
 */
export async function writeSampleHandoffs(folder: string, now: Date): Promise<void> {
  const git = gitIn(folder);
  git('config', 'user.name', 'Mara Lindqvist');
  git('config', 'user.email', 'mara@harbor.example');
  const pushed = git('rev-parse', 'origin/feature/rate-limit');
  const main = git('rev-parse', 'origin/main');
  const limiter = 'backlog/tasks/task-12 - Rate-limit-the-public-API.md';
  const notes: readonly SampleNote[] = [
    {
      name: 'rate-limit-the-public-api',
      hoursAgo: 9,
      offset: '-05:00',
      fields: [
        ...[
          'from: "Priya Raman"',
          'to: "@mara"',
          'branch: "feature/rate-limit"',
          `base: "${main}"`,
          `head: "${pushed}"`,
        ],
        ...['work-items:', `  - "${limiter}"`, 'state: open'],
      ],
      title: 'Rate-limit the public API',
      summary: 'Requests are counted per API key. Nothing is refused yet: I wanted to see a day of numbers first.',
    },
    {
      name: 'rate-limit-first-cut',
      hoursAgo: 57,
      offset: '+00:00',
      fields: [
        ...['from: "Mara Lindqvist"', 'to: "Priya"', 'branch: "feature/rate-limit"', `head: "${main}"`],
        ...['work-items:', `  - "${limiter}"`, 'state: picked-up', 'picked-up-by: "Priya Raman"'],
      ],
      title: 'Rate-limit the public API',
      summary: 'The plan stands, no code yet.',
    },
    {
      name: 'export-invoices-as-csv',
      hoursAgo: 3,
      offset: '+09:00',
      fields: [
        ...['from: "Kenji Watanabe"', 'to:', 'branch: "main"', `head: "${main}"`],
        ...['work-items: ["tasks/export-invoices-as-csv.md"]', 'state: open'],
      ],
      title: 'Export invoices as CSV',
      summary: 'In review; whoever is awake first may merge it.',
    },
    {
      name: 'sign-in-with-sso',
      hoursAgo: 31,
      offset: '+00:00',
      fields: [
        ...['from: "Mara Lindqvist"', 'to: "Kenji"', 'branch: "main"', `head: "${main}"`],
        ...['work-items: ["tasks/sign-in-with-sso.md"]', 'state: picked-up', 'picked-up-by: "Kenji Watanabe"'],
      ],
      title: 'Sign in with SSO',
      summary: 'The metadata is parsed; the certificate is not checked.',
      questions: `- [ ] **Kenji asks** (${stamp(now, 5, '+09:00')}): Which certificate do we trust in staging?\n`,
    },
  ];
  for (const note of notes) await writeNote(folder, now, note);
}

/** Makes the workspace Priya's, whose work is in it, with a handoff note from Kenji that waits for her in the morning of `now`. */
export async function writeNoteForPriya(folder: string, now: Date): Promise<void> {
  const git = gitIn(folder);
  git('config', 'user.name', 'Priya Raman');
  git('config', 'user.email', 'priya@harbor.example');
  const task = 'tasks/export-invoices-as-csv.md';
  await writeNote(folder, now, {
    name: 'export-invoices-as-csv',
    hoursAgo: 6,
    offset: '+09:00',
    fields: [
      ...['from: "Kenji Watanabe"', 'to: "@priya"', 'branch: "main"', `head: "${git('rev-parse', 'origin/main')}"`],
      ...[`work-items: ["${task}"]`, 'state: open'],
    ],
    title: 'Export invoices as CSV',
    summary: 'In review. Xero takes the file; DATEV I could not try, our licence ended on Monday.',
    questions: '- Does the accountant of the test company have DATEV?\n',
  });
}

const gitIn =
  (folder: string) =>
  (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();

async function writeNote(folder: string, now: Date, note: SampleNote): Promise<void> {
  const date = stamp(now, note.hoursAgo, note.offset);
  await mkdir(path.join(folder, 'handoffs'), { recursive: true });
  await writeFile(path.join(folder, `handoffs/${date.slice(0, 10)}-${note.name}.md`), textOf(note, date));
}

function textOf({ fields, title, summary, questions = 'None.\n' }: SampleNote, date: string): string {
  return `---
type: handoff
date: ${date}
${fields.join('\n')}
---

# Handoff: ${title}

## TL;DR

${summary}

## Open questions

${questions}`;
}

/** The time `hours` before `now` in ISO 8601, as it is where the clocks have that offset. */
function stamp(now: Date, hours: number, offset: string): string {
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * (offset.startsWith('-') ? -1 : 1);
  const local = new Date(now.getTime() - hours * 3_600_000 + minutes * 60_000);
  return `${local.toISOString().slice(0, 19)}${offset}`;
}
