import type { CommitFact, HandoffFacts, HeldBack, StartFact, TestCommandFact } from './handoff-facts.ts';
import { redactTexts } from './redact.ts';
import { isSecretFile } from './secret-files.ts';
import { visible } from './visible.ts';

/** Gets each text of the facts, with words for where it stands, and gives what is to stand there. */
type MapText = (text: string, place: string) => string;

/** The facts without the secrets in their texts, and with what was held back and the files to be careful with named. */
export async function redactFacts(facts: HandoffFacts): Promise<HandoffFacts> {
  const texts: string[] = [];
  mapTexts(facts, (text) => {
    texts.push(text);
    return text;
  });
  const redacted = (await redactTexts(texts)).values();
  const heldBack: HeldBack[] = [];
  const shown = mapTexts(facts, (_, place) => {
    const { text = '', kinds = [] } = redacted.next().value ?? {};
    if (kinds.length > 0)
      heldBack.push({ path: place || text, reason: `It holds what looks like a secret: ${kinds.join(', ')}.` });
    return text;
  });
  const secretFiles = facts.files.flatMap((file, at): HeldBack[] => {
    if (![file.path, file.oldPath ?? ''].some(isSecretFile)) return [];
    const reason = 'Files of this name hold secrets by custom: nothing of its content is told.';
    return [{ path: shown.files[at]?.path ?? '', reason }];
  });
  const named = new Map([...heldBack, ...secretFiles].map((held) => [`${held.path}\n${held.reason}`, held]));
  return { ...shown, heldBack: [...named.values()] };
}

/** In UTF-16 code units: what a line of a file or a message is cut to, after its secrets were looked for. */
const longestQuote = 300;

function mapTexts(facts: HandoffFacts, map: MapText): HandoffFacts {
  const orNull = (text: string | null, place: string) => (text === null ? null : map(text, place));
  const quote = (text: string, place: string) => visible(shortened(map(text, place)));
  const startOf = (start: StartFact): StartFact => {
    const path = map(start.path, '');
    return { ...start, path, in: start.in === null ? null : quote(start.in, `a name in ${path}`) };
  };
  const testOf = (test: TestCommandFact): TestCommandFact => {
    const path = map(test.path, '');
    return { ...test, path, runs: test.runs === null ? null : quote(test.runs, `line ${test.line} of ${path}`) };
  };
  const ofCommit = (part: string, hash: string) => `the ${part} of commit ${hash.slice(0, 10)}`;
  return {
    ...facts,
    branch: orNull(facts.branch, 'the name of the branch'),
    upstream: orNull(facts.upstream, 'the name of the upstream'),
    since: { ...facts.since, of: orNull(facts.since.of, 'where the facts begin') },
    unknown: facts.unknown.map((sentence) => map(sentence, 'the list of what is not known')),
    commits: facts.commits.map((commit) => ({
      ...commit,
      subject: map(commit.subject, ofCommit('subject', commit.hash)),
      author: map(commit.author, ofCommit('author', commit.hash)),
    })),
    // Where it is the path itself that holds a secret, it is named as it is shown.
    files: facts.files.map((file) => {
      const path = map(file.path, '');
      const oldPath = orNull(file.oldPath, '');
      return { ...file, path, oldPath, touched: file.touched.map((name) => quote(name, `a name in ${path}`)) };
    }),
    start: facts.start && startOf(facts.start),
    test: facts.test && testOf(facts.test),
    alsoChanged: facts.alsoChanged && {
      by: map(facts.alsoChanged.by, 'the name of the default branch'),
      paths: facts.alsoChanged.paths.map((path) => map(path, '')),
    },
    workItems: facts.workItems.map((item) => {
      const path = map(item.path, '');
      const title = quote(item.title, `the title of ${path}`);
      const [from = null, to = null] = [item.status?.from, item.status?.to].map(
        (status) => status && quote(status, `the status of ${path}`),
      );
      return { ...item, path, title, status: item.status && { from, to } };
    }),
    todos: facts.todos.map((todo) => {
      const path = map(todo.path, '');
      return { ...todo, path, text: quote(todo.text, `line ${todo.line} of ${path}`) };
    }),
    decisions: facts.decisions.map((decision) => ({
      ...decision,
      text: quote(decision.text, ofCommit('message', decision.commit)),
    })),
  };
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** The commits without the secrets in their subjects and authors. */
export async function redactCommits(commits: readonly CommitFact[]): Promise<CommitFact[]> {
  const texts = await redactTexts(commits.flatMap(({ subject, author }) => [subject, author]));
  return commits.map((commit, at) => ({
    ...commit,
    subject: texts[2 * at]?.text ?? '',
    author: texts[2 * at + 1]?.text ?? '',
  }));
}
