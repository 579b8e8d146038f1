import assert from 'node:assert/strict';
import { todoIn } from '../../../src/core/handoff/todo-lines.ts';

describe('todoIn', () => {
  const found: Readonly<Record<string, string>> = {
    '  // TODO: retry once': 'TODO: retry once',
    '// TODO(ann) retry once': 'TODO(ann) retry once',
    'x = 1  # FIXME: off by one': 'FIXME: off by one',
    '/* HACK around the old parser */': 'HACK around the old parser',
    ' * QUESTION: who owns this?': 'QUESTION: who owns this?',
    '<!-- TODO write the intro -->': 'TODO write the intro',
    '{/* TODO: label */}': 'TODO: label',
    '-- TODO drop the column': 'TODO drop the column',
    '- [ ] TODO ask Ben': 'TODO ask Ben',
    'TODO: say more': 'TODO: say more',
    '## FIXME later': 'FIXME later',
    'call(); // HACK: see the issue': 'HACK: see the issue',
  };
  for (const [line, text] of Object.entries(found)) {
    it(line.trim(), () => assert.deepEqual(todoIn(line), { kind: /[A-Z]+/.exec(text)?.[0], text }));
  }

  for (const line of [
    "const kinds = ['TODO', 'FIXME'];",
    "if (status === 'TODO:') return;",
    '## TODO',
    '// TODO',
    '| TODO | 330 |',
    'status: TODO',
    'See docs/TODO: it is a file',
    'AUTODONE: x',
    'the TODO list is long',
    'const TODO_LIMIT = 3;',
    '// todo: in small letters is a word of Spanish',
  ]) {
    it(`not in ${line}`, () => assert.equal(todoIn(line), null));
  }
});
