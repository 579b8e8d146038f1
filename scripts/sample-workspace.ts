import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder, exists } from '../test/host/install-vscode.ts';
import { writeNoteForPriya } from './sample-handoffs.ts';

/** The files of the sample, each as it is in its last commit. */
const files = path.join(path.dirname(fileURLToPath(import.meta.url)), 'sample-workspace');

interface Commit {
  readonly author: string;
  /** ISO 8601 with the author's own offset. */
  readonly date: string;
  readonly message: string;
  readonly paths: readonly string[];
  /** Turns a file back into what it was then. */
  readonly earlier?: { readonly path: string; readonly from: string; readonly to: string };
}

const mara = 'Mara Lindqvist <mara@harbor.example>';
const priya = 'Priya Raman <priya@harbor.example>';
const kenji = 'Kenji Watanabe <kenji@harbor.example>';
const limiter = 'src/rate-limit.ts';
const limiterTask = 'backlog/tasks/task-12 - Rate-limit-the-public-API.md';

const exportTask = 'tasks/export-invoices-as-csv.md';

const onMain: readonly Commit[] = [
  {
    author: mara,
    date: '2026-10-12T09:14:00+01:00',
    message: 'Start with sessions and webhooks',
    paths: [
      'README.md',
      'CHANGELOG.md',
      'src/session.ts',
      'src/memory-sessions.ts',
      'src/webhooks.ts',
      'docs/payments.md',
    ],
    earlier: {
      path: 'README.md',
      from: '- `backlog/`, `tasks/` and `planning/` hold the work; each team keeps its own habits\n',
      to: '',
    },
  },
  {
    author: kenji,
    date: '2026-10-30T17:40:00+09:00',
    message: 'Write lines of CSV',
    paths: ['src/csv.ts', 'docs/csv-columns.md', exportTask],
    earlier: {
      path: exportTask,
      from: 'In review since 2026-11-18. Works for invoices in one currency.',
      to: 'Begun.',
    },
  },
  {
    author: kenji,
    date: '2026-11-06T18:05:00+09:00',
    message: 'Keep sessions in Redis',
    paths: [
      'backlog/tasks/task-9 - Move-sessions-to-Redis.md',
      'docs/runbook.md',
      'docs/saml.md',
      'tasks/sign-in-with-sso.md',
    ],
  },
  {
    author: priya,
    date: '2026-11-13T11:22:00-05:00',
    message: 'Round as ISO 4217 says',
    paths: [
      'src/money.ts',
      'tasks/fix-currency-rounding.md',
      'planning/first-invoice-checklist.md',
      'docs/first-invoice.md',
    ],
  },
  {
    author: mara,
    date: '2026-11-17T16:30:00+00:00',
    message: 'Plan the weeks until Christmas',
    paths: [
      'backlog/tasks/task-14 - Retry-failed-webhooks.md',
      'tasks/dark-mode-for-emails.md',
      'tasks/upgrade-postgres.md',
      'planning/billing-migration.md',
      'docs/meetings/2026-11-17-weekly.md',
    ],
  },
  {
    author: kenji,
    date: '2026-11-18T17:50:00+09:00',
    message: 'Ask for a review of the export',
    paths: [exportTask],
  },
];

/** Work that not every test wants around. */
const more: Commit = {
  author: mara,
  date: '2026-11-18T12:10:00+00:00',
  message: 'Plan what invoices need next',
  paths: ['tasks/project-on-invoices.md', 'tasks/reminders-for-overdue-invoices.md'],
};

const pushed: Commit = {
  author: priya,
  date: '2026-11-18T10:05:00-05:00',
  message: 'Count the requests of each API key',
  paths: [limiter, limiterTask],
  earlier: {
    path: limiter,
    from: 'return count <= perMinute;',
    to: 'return true; // Count first, limit when we know the numbers.',
  },
};

const notPushed: readonly Commit[] = [
  {
    author: priya,
    date: '2026-11-19T14:48:00-05:00',
    message: 'Refuse the 121st request of a minute',
    paths: [limiter],
  },
  {
    author: priya,
    date: '2026-11-19T16:31:00-05:00',
    message: 'Say in the readme where the work is',
    paths: ['README.md'],
  },
];

const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const newLogo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Makes the sample workspace: the repository of a small team with work items in several dialects, on a branch with two commits
 * that are not pushed and a work tree in which something is staged, changed, new, renamed, deleted and binary.
 * The same bytes and commit hashes every time.
 * @param parent folder for the repository `harbor` and its remote `harbor.git`; made when it is missing
 * @param isWhole whether it has something for every view
 * @returns the repository's folder. Rejects when git is missing, or `harbor` exists.
 */
export async function makeSampleWorkspace(parent: string, isWhole = false): Promise<string> {
  await mkdir(parent, { recursive: true });
  const fresh = await mkdtemp(path.join(parent, 'making-'));
  try {
    await makeRepository(path.join(fresh, 'harbor'), isWhole ? [...onMain, more] : onMain);
    for (const name of ['harbor.git', 'harbor']) await rename(path.join(fresh, name), path.join(parent, name));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return path.join(parent, 'harbor');
}

/**
 * The sample workspace that a person works in, below the clone: as it was left, or made anew.
 * @param fresh whether one that is there is thrown away
 */
export async function ensureSampleWorkspace(fresh: boolean): Promise<string> {
  const parent = path.join(cacheFolder, 'sample');
  if (fresh) await rm(parent, { recursive: true, force: true });
  const folder = path.join(parent, 'harbor');
  if (await exists(folder)) return folder;
  await makeSampleWorkspace(parent, true);
  await writeNoteForPriya(folder, new Date());
  return folder;
}

async function makeRepository(folder: string, commits: readonly Commit[]): Promise<void> {
  const git = gitIn(folder);
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await git('init', '--quiet', '--initial-branch=main');
  await git('init', '--quiet', '--bare', '--initial-branch=main', '../harbor.git');
  await git('remote', 'add', 'origin', '../harbor.git');
  await writeFile(path.join(folder, 'assets/logo.png'), logo);
  for (const commit of commits) await makeCommit(folder, commit);
  await git('push', '--quiet', '--set-upstream', 'origin', 'main');
  await git('switch', '--quiet', '--create', 'feature/rate-limit');
  await makeCommit(folder, pushed);
  await git('push', '--quiet', '--set-upstream', 'origin', 'feature/rate-limit');
  for (const commit of notPushed) await makeCommit(folder, commit);
  await leaveWorkUnfinished(folder);
}

async function makeCommit(folder: string, { author, date, message, paths, earlier }: Commit): Promise<void> {
  for (const file of paths) await cp(path.join(files, file), path.join(folder, file));
  if (earlier) await edit(path.join(folder, earlier.path), earlier.from, earlier.to);
  const [name = '', email = ''] = author.slice(0, -1).split(' <');
  const git = gitIn(folder, {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  });
  await git('add', '--all');
  await git('commit', '--quiet', `--message=${message}`);
}

/** What Priya has on her machine when she goes home. */
async function leaveWorkUnfinished(folder: string): Promise<void> {
  const git = gitIn(folder);
  const limiterFile = path.join(folder, limiter);
  await edit(
    limiterFile,
    'setInterval',
    '/** Seconds until the counts start anew. */\nexport const retryAfter = (): number => 60;\n\nsetInterval',
  );
  await git('add', limiter);
  await edit(limiterFile, '(): number => 60;', '(now = new Date()): number => 60 - now.getSeconds();');
  await git('mv', 'src/money.ts', 'src/rounding.ts');
  await edit(path.join(folder, 'src/webhooks.ts'), '  await fetch(', '  const { ok } = await fetch(');
  await rm(path.join(folder, 'src/memory-sessions.ts'));
  await writeFile(path.join(folder, 'assets/logo.png'), newLogo);
  await writeFile(path.join(folder, 'src/rate-limit.test.ts'), "it('refuses the 121st request of a minute');\n");
}

/** Replaces `from`, which the file must hold, by `to`. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}.`);
  await writeFile(
    file,
    text.replace(from, () => to),
  );
}

/** git in `folder`, without what the user and the machine have set for it. */
function gitIn(folder: string, env: Readonly<Record<string, string>> = {}) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return async (...args: string[]): Promise<void> => {
    await promisify(execFile)('git', args, {
      cwd: folder,
      env: { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT'
        ? new Error('git was not found. The sample workspace needs it; please install git.')
        : error;
    });
  };
}
