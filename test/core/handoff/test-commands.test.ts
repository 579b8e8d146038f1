import assert from 'node:assert/strict';
import { testCommand } from '../../../src/core/handoff/test-commands.ts';
import { growth, linear } from '../../fakes/growth.ts';

describe('testCommand', () => {
  const scripts = '{\n  "name": "test",\n  "scripts": {\n    "build": "tsc",\n    "test": "vitest run"\n  }\n}\n';

  it('is the script of a package, run by what its lock file is of', () => {
    assert.deepEqual(testCommand('package.json', scripts, null), { command: 'npm test', runs: 'vitest run', line: 5 });
    assert.equal(testCommand('package.json', scripts.replace('vitest', 'x '.repeat(60)), null)?.runs, null);
    assert.equal(testCommand('package.json', scripts, 'pnpm-lock.yaml')?.command, 'pnpm test');
    assert.equal(testCommand('package.json', scripts, 'bun.lock')?.command, 'bun run test');
  });

  it('is none where the package has none, or cannot be read', () => {
    const none = [
      '{}',
      'null',
      '{"scripts": {"test": 1}}',
      '{',
      '{"scripts": {"test": "echo \\"Error: no test specified\\""}}',
    ];
    for (const text of none) assert.equal(testCommand('package.json', text, null), null, text);
  });

  it('is a target or a recipe', () => {
    assert.deepEqual(testCommand('Makefile', 'all: build\n\ntest: build\n\tgo test\n', null), {
      command: 'make test',
      runs: null,
      line: 3,
    });
    assert.equal(testCommand('justfile', 'test *args:\n  cargo test\n', null)?.command, 'just test');
    for (const text of ['testing:\n', 'test := 1\n', '\ttest:\n', '.PHONY: test\n'])
      assert.equal(testCommand('Makefile', text, null), null, text);
  });

  for (const piece of ['test ', '"scripts":{', '"test"'])
    it(`takes time in proportion to a text of ${piece}`, async () => {
      for (const name of ['package.json', 'Makefile'] as const)
        assert.ok((await growth((size) => testCommand(name, piece.repeat(size / piece.length), null))) < linear);
      const valid = (size: number) =>
        `{"scripts":{"test":"x"},"y":${JSON.stringify(piece.repeat(size / piece.length))}}`;
      assert.ok((await growth((size) => testCommand('package.json', valid(size), null))) < linear);
    });
});
