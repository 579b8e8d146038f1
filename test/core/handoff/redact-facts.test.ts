import assert from 'node:assert/strict';
import { redactCommits, redactFacts } from '../../../src/core/handoff/redact-facts.ts';
import { commit, facts, file } from './example-facts.ts';
import { fakeSecrets } from './fake-secrets.ts';

const secret = fakeSecrets.github ?? '';

describe('redactFacts', () => {
  it('takes secrets out of every text that comes from the repository, and says where they were', async () => {
    const redacted = await redactFacts(
      facts({
        branch: `feature/${secret}`,
        upstream: `origin/${secret}`,
        commits: [commit({ hash: 'abcdef1234567', subject: `Add ${secret}`, author: `Ann ${secret}` })],
        files: [file({ path: `src/${secret}.ts`, oldPath: `src/old-${secret}.ts`, change: 'renamed' })],
        unknown: [`What has changed in ${secret}/: it is a repository of its own.`],
      }),
    );
    assert.ok(!JSON.stringify(redacted).includes(secret));
    assert.deepEqual(
      redacted.heldBack.map(({ path }) => path),
      [
        'the name of the branch',
        'the name of the upstream',
        'the list of what is not known',
        'the subject of commit abcdef1234',
        'the author of commit abcdef1234',
        'src/[held back].ts',
        'src/old-[held back].ts',
      ],
    );
    assert.match(redacted.heldBack[0]?.reason ?? '', /GitHub token/);
  });

  it('takes them out of where to start, how tests are run and what others have changed', async () => {
    const path = `src/${secret}.ts`;
    const redacted = await redactFacts(
      facts({
        start: { path, line: 3, in: `use ${secret}`, why: 'saved-last', commit: null },
        test: { command: 'npm test', runs: `TOKEN=${secret} mocha`, line: 7, path: `${secret}/package.json` },
        alsoChanged: { by: `origin/${secret}`, paths: [path] },
      }),
    );
    assert.ok(!JSON.stringify(redacted).includes(secret));
    assert.equal(redacted.start?.path, 'src/[held back].ts');
    assert.equal(redacted.start?.in, 'use [held back]');
    assert.deepEqual(redacted.alsoChanged, { by: 'origin/[held back]', paths: ['src/[held back].ts'] });
    const places = redacted.heldBack.map((held) => held.path);
    for (const place of ['line 7 of [held back]/package.json', 'the name of the default branch'])
      assert.ok(places.includes(place));
  });

  it('keeps what is absent absent, and clean facts as they are', async () => {
    const clean = facts({ branch: null, upstream: null, files: [file({})] });
    assert.deepEqual(await redactFacts(clean), clean);
  });

  it('names the files that hold secrets by custom', async () => {
    const paths = ['.env', 'a/.env.local', 'id_rsa', 'x.pem', '.npmrc', 'app/credentials.json'];
    const harmless = [
      '.env.example',
      'id_rsa.pub',
      'env.ts',
      'secrets.md',
      'keyboard.ts',
      '.envrc.md',
      'docs/credentials.md',
    ];
    const { heldBack, files } = await redactFacts(
      facts({ files: [...paths, ...harmless].map((path) => file({ path })) }),
    );
    assert.deepEqual(
      heldBack.map(({ path }) => path),
      paths,
    );
    assert.equal(files.length, paths.length + harmless.length);
  });
});

describe('redactCommits', () => {
  it('takes secrets out of subjects and authors', async () => {
    assert.deepEqual(
      await redactCommits([commit({ subject: `Use ${secret}` }), commit({ subject: 'Two', author: `Ann ${secret}` })]),
      [commit({ subject: 'Use [held back]' }), commit({ subject: 'Two', author: 'Ann [held back]' })],
    );
  });
});
