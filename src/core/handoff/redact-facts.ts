import type { CommitFact, HandoffFacts, HeldBack } from './handoff-facts.ts';
import { redactTexts } from './redact.ts';
import { isSecretFile } from './secret-files.ts';

/** The facts without the secrets in their texts, and with what was held back and the files to be careful with named. */
export async function redactFacts(facts: HandoffFacts): Promise<HandoffFacts> {
  const heldBack: HeldBack[] = [];
  const texts = [
    facts.branch ?? '',
    facts.upstream ?? '',
    ...facts.unknown,
    ...facts.commits.map(({ subject }) => subject),
    ...facts.files.flatMap(({ path, oldPath }) => [path, oldPath ?? '']),
  ];
  const redacted = (await redactTexts(texts)).values();
  const next = (source: (text: string) => string) => {
    const { text, kinds } = redacted.next().value ?? { text: '', kinds: [] };
    if (kinds.length > 0)
      heldBack.push({ path: source(text), reason: `It holds what looks like a secret: ${kinds.join(', ')}.` });
    return text;
  };
  const asItIs = (text: string) => text;

  const branch = next(() => 'the name of the branch');
  const upstream = next(() => 'the name of the upstream');
  const unknown = facts.unknown.map(() => next(() => 'the list of what is not known'));
  const commits = facts.commits.map((commit) => ({
    ...commit,
    subject: next(() => `the subject of commit ${commit.hash.slice(0, 10)}`),
  }));
  const files = facts.files.map((file) => {
    const path = next(asItIs);
    const oldPath = next(asItIs);
    const secret = [file.path, file.oldPath ?? ''].find(isSecretFile);
    if (secret !== undefined) {
      heldBack.push({ path, reason: 'Files of this name hold secrets by custom: nothing of its content is told.' });
    }
    return { ...file, path, oldPath: file.oldPath === null ? null : oldPath };
  });
  return {
    ...facts,
    branch: facts.branch === null ? null : branch,
    upstream: facts.upstream === null ? null : upstream,
    unknown,
    commits,
    files,
    heldBack,
  };
}

/** The commits without the secrets in their subjects. */
export async function redactCommits(commits: readonly CommitFact[]): Promise<CommitFact[]> {
  const subjects = await redactTexts(commits.map(({ subject }) => subject));
  return commits.map((commit, at) => ({ ...commit, subject: subjects[at]?.text ?? '' }));
}
