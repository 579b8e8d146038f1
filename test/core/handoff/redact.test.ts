import assert from 'node:assert/strict';
import { redactTexts } from '../../../src/core/handoff/redact.ts';
import { growth, linear } from '../../fakes/growth.ts';
import { fakeSecrets } from './fake-secrets.ts';

const redacted = async (text: string) => (await redactTexts([text]))[0];

describe('redactTexts', () => {
  for (const [kind, secret] of Object.entries(fakeSecrets)) {
    it(`takes out a secret: ${kind}`, async () => {
      for (const text of [secret, `Use ${secret} for now`, `+${secret}`, `secretlint-disable\n${secret}`]) {
        const result = await redacted(text);
        assert.notDeepEqual(result?.kinds, [], text);
        for (const part of secret.split(/[\s=:@/]+/).filter((word) => word.length >= 24)) {
          assert.ok(!result?.text.includes(part), result?.text);
        }
      }
    });
  }

  it('leaves in what stands around a secret', async () => {
    const { github = '', ...others } = fakeSecrets;
    assert.deepEqual(await redacted(`Use ${github}, then ${others['Google API'] ?? ''}!`), {
      text: 'Use [held back], then [held back]!',
      kinds: ['GitHub token', 'Google API key', 'github'],
    });
    assert.equal((await redacted('ftp://app:hunter22@host/x'))?.text.includes('hunter22'), false);
    assert.equal((await redacted('DB_PASSWORD=hunter2 npm start'))?.text, 'DB_PASSWORD=[held back] npm start');
  });

  it('leaves nothing of a secret that holds another', async () => {
    const result = await redacted(`ftp://ann:${fakeSecrets.github}.remainder1@host/x`);
    assert.ok(!result?.text.includes('remainder1'), result?.text);
  });

  it('counts from the first character of a text with a byte order mark', async () => {
    assert.equal((await redacted(`\ufeff${fakeSecrets.github}.`))?.text, '\ufeff[held back].');
  });

  it('leaves ordinary sentences alone', async () => {
    const sentences = [
      'Reset token expires after one hour',
      'Rename token to session (#12), see https://example.com/a?b=c',
      'Bearer of bad news: password: change it',
      'Document the API key: where it comes from',
      'secret: santa',
      'src/auth/token-store.ts → src/auth/token_store.ts',
      'Bump ws from 8.17.0 to 8.18.3',
      '478dcec6d0c83d6412504fd32ae0d35f66662d0d',
      'sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==',
      'convertUtf8ToUtf16BeforeBase64Encoding',
      '0f8fad5b-d9cb-469f-a165-70867728950e',
      'test/fixtures/2026-03-02-rate-limit-the-public-api-v2.md',
    ];
    assert.deepEqual(
      (await redactTexts(sentences)).map(({ text }) => text),
      sentences,
    );
  });

  it('takes out a word that is random, of no known kind', async () => {
    const random = ['xK4pQ9', 'vR2mT7', 'bN5wL8', 'cF3hJ6', 'dG1sZ0'].join('');
    assert.equal((await redacted(`value ${random}.`))?.text, 'value [held back].');
  });

  const tokens = ['aB1', 'sk-proj-', 'sha512-aB1/', '1.', 'SG.a', 'Authorization: Basic '];
  for (const piece of ['eyJ-', 'a://', 'token:', '-----BEGIN PRIVATE KEY-----', 'a', 'password ', '//a:', ...tokens])
    it(`takes time in proportion to a text of ${piece}`, async () => {
      assert.ok((await growth((size) => redactTexts([piece.repeat(size / piece.length)]))) < linear);
    });
});
