import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { composeHandoffNote } from '../../src/app/write-handoff.ts';
import { redactTexts } from '../../src/core/handoff/redact.ts';
import { fakeSecrets, secretPart } from '../core/handoff/fake-secrets.ts';
import { gatheredIn, plainGit } from './gathered-in.ts';
import { inTemporaryFolder, repositoryAt, type TemporaryRepository } from './temporary-repository.ts';

const kinds = Object.entries(fakeSecrets);

/** How a secret comes into a repository. `off` is a comment that switches other scanners off. */
const shapes: Readonly<Record<string, (r: TemporaryRepository, secret: string, at: number, off: string) => void>> = {
  'an added line': (r, secret, at, off) => r.write(`line/${at}.ts`, `${off}\nconst key = "${secret}";\n`),
  'a path': (r, secret, at) => r.write(`path/${at}/${secret.replaceAll('\n', '/')}.txt`, 'x\n'),
  'the subject of a commit': (r, secret, at) => r.commit('a.txt', `${at}\n`, `Use ${secret} for now`),
  'a marked line': (r, secret, at, off) => r.write(`todo/${at}.ts`, `${off}\n// TODO: drop ${secret}\n`),
  'a heading': (r, secret, at, off) => r.write(`doc/${at}.md`, `# ${secret}\n\n${off}\n\n## Use ${secret} here\n\nx\n`),
  'the name of a function': (r, secret, at) => r.write(`code/${at}.ts`, `function use_${secret}() {}\n`),
  'a decision in the message of a commit': (r, secret, at) =>
    r.commit('b.txt', `${at}\n`, `Change ${at}\n\nWhy: ${secret} has run out.`),
  'a status': (r, secret, at) => {
    const item = (status: string) =>
      `---\nid: TASK-${at}\nstatus: ${JSON.stringify(status)}\n---\n# Do\n\n## Acceptance Criteria\n\n- [ ] One\n`;
    r.commit(`tasks/${at}.md`, item('To Do'));
    r.git('push', '--quiet', 'origin', 'HEAD:main');
    r.write(`tasks/${at}.md`, item(`In Progress with ${secret}`));
  },
};

/** Everything that would leave the machine: the facts and the note. */
async function told(path: string): Promise<string> {
  const gathered = await gatheredIn(path);
  const clock = { now: () => new Date('2026-03-02T17:04:00Z'), utcOffset: () => 60 };
  const request = { folder: path, notesFolder: 'handoffs', gathered, workItems: [] };
  return JSON.stringify(gathered) + (await composeHandoffNote({ clock, git: plainGit }, request)).text;
}

describe('secrets', function () {
  this.timeout(120_000);

  it('of at least 40 kinds are known', () => assert.ok(kinds.length >= 40, `${kinds.length}`));

  for (const [shape, put] of Object.entries(shapes)) {
    it(`are held back as ${shape}, whatever a comment says`, () =>
      inTemporaryFolder(async (folder) => {
        const r = repositoryAt(`${folder}/work`);
        r.commit('a.txt', 'x\n');
        r.git('init', '--quiet', '--bare', `${folder}/origin.git`);
        r.git('remote', 'add', 'origin', `${folder}/origin.git`);
        r.git('push', '--quiet', '--set-upstream', 'origin', 'main');
        for (const [at, [, secret]] of kinds.entries())
          put(r, secret, at, '/* secretlint-disable */ // gitleaks:allow #nosec');
        const text = await told(r.path);
        const seen = kinds.flatMap(([kind, secret]) => (isSeen(text, secretPart(secret)) ? kind : []));
        assert.ok(seen.length <= kinds.length / 100, `${seen.join(', ')} can be seen`);
      }));
  }

  it('are seldom suspected in real lines: at most 1 in 1,000 of those that this project has changed', async function () {
    // What tells of secrets, and the passwords in the tests of redaction, are meant to be found.
    const paths = ['.', ':!src/core/handoff/secret-patterns.ts', ':!test/**/*redact*', ':!test/**/*secret*'];
    const flags = ['--format=%s', '--no-ext-diff', '--no-textconv', '-U0', '--max-count=400'];
    const log = execFileSync('git', ['log', '-p', ...flags, '--', ...paths], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    const changed = log.split('\n').filter((line) => /^[+-](?!\+\+ |-- )/.test(line));
    const real = [...new Set(changed.map((line) => line.slice(1)))];
    // A clone without history has nothing to look through.
    if (real.length < 1000) this.skip();
    const step = Math.ceil(real.length / 20_000);
    const lines = real.filter((_, at) => at % step === 0);
    const alarms = (await redactTexts(lines)).flatMap(({ kinds: found }, at) => (found.length > 0 ? lines[at] : []));
    assert.ok(alarms.length <= lines.length / 1000, `${alarms.length} of ${lines.length}:\n${alarms.join('\n')}`);
  });
});

/** Whether twelve characters of the secret in a row can be read. */
function isSeen(text: string, secret: string): boolean {
  for (let at = 0; at + 12 <= secret.length; at += 4) if (text.includes(secret.slice(at, at + 12))) return true;
  return secret.length < 12 && text.includes(secret);
}
