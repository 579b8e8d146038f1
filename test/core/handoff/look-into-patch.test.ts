import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type FileInsides,
  lookIntoFile,
  lookIntoPatch,
  textBefore,
} from '../../../src/core/handoff/look-into-patch.ts';

function insides(patch: string, pieces = [patch]): Record<string, FileInsides> {
  const look = lookIntoPatch(
    (path) => !path.endsWith('.lock'),
    (path) => path.endsWith('.md'),
  );
  for (const piece of pieces) look.read(piece);
  return Object.fromEntries(look.files());
}

const patch = [
  'diff --git a/a.ts b/a.ts',
  'index 457bd5e..076d6b7 100644',
  '--- a/a.ts',
  '+++ b/a.ts',
  '@@ -2 +2,2 @@ function foo() {',
  '-  a();',
  '+  b(); // TODO: and c',
  '+  d();',
  '@@ -5 +6,5 @@ function foo() {',
  '-const x = 1;',
  '+/** Says hello. */',
  '+function bar() {',
  '+}',
  '+',
  '+const x = 2;',
  'diff --git "a/new\\nl\\303\\274.md" "b/new\\nl.md"',
  '--- "a/new\\nl.md"',
  '+++ "b/new\\nl.md"',
  '@@ -1,2 +1 @@',
  '---- a/b.ts',
  '-+++ b/b.ts',
  '+@@ -1 +1 @@ function no() {',
  '\\ No newline at end of file',
  'diff --git a/x.lock b/x.lock',
  '--- a/x.lock',
  '+++ b/x.lock',
  '@@ -0,0 +1 @@',
  '+TODO: nothing of this',
  'diff --git a/sp ace.c b/sp ace.c',
  '--- a/sp ace.c\t',
  '+++ b/sp ace.c\t',
  '@@ -9,0 +10 @@ int main(void)',
  '+  FIXME: this',
  'diff --git a/gone.ts b/gone.ts',
  'deleted file mode 100644',
  '--- a/gone.ts',
  '+++ /dev/null',
  '@@ -1 +0,0 @@',
  '-const gone = 1;',
  '',
].join('\n');

const expected: Record<string, FileInsides> = {
  'a.ts': {
    touched: ['foo', 'bar', 'x'],
    todos: [{ kind: 'TODO', line: 2, text: 'TODO: and c' }],
    changed: [
      { first: 2, last: 3 },
      { first: 6, last: 10 },
    ],
    hunks: [],
  },
  'new\nl.md': {
    touched: [],
    todos: [],
    changed: [{ first: 1, last: 1 }],
    hunks: [{ newStart: 1, newCount: 1, removed: ['--- a/b.ts', '+++ b/b.ts'] }],
  },
  'sp ace.c': {
    touched: ['main'],
    todos: [{ kind: 'FIXME', line: 10, text: 'FIXME: this' }],
    changed: [{ first: 10, last: 10 }],
    hunks: [],
  },
};

describe('lookIntoPatch', () => {
  it('tells which functions are touched, what was marked, and keeps the lines of documents', () => {
    assert.deepEqual(insides(patch), expected);
  });

  it('reads the same in pieces of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (lengths) => {
        const pieces: string[] = [];
        for (let at = 0, piece = 0; at < patch.length; piece++) {
          const length = lengths[piece % lengths.length] ?? 1;
          pieces.push(patch.slice(at, at + length));
          at += length;
        }
        assert.deepEqual(insides('', pieces), expected);
      }),
    );
  });

  it('does not take a function that comes after another for a change of that', () => {
    const added = (...lines: string[]) =>
      insides(
        [
          '+++ b/a.ts',
          `@@ -9,0 +10,${lines.length} @@ function above() {`,
          ...lines.map((line) => `+${line}`),
          '',
        ].join('\n'),
      )['a.ts']?.touched;
    assert.deepEqual(added('', '// Says hello.', 'function hello() {', '  x();', '}'), ['hello']);
    assert.deepEqual(added('  x();', '}', '', 'function hello() {'), ['above', 'hello']);
    assert.deepEqual(added('}', ''), []);
    assert.deepEqual(added('  // only a remark inside'), ['above']);
  });

  it('leaves out the names of what is gone, also where its body is taken out bit by bit', () => {
    const lines = [
      ['@@ -1 +0,0 @@', '-function gone() {'],
      ['@@ -3 +1,0 @@ function gone() {', '-  x();'],
      ['@@ -5,2 +1,2 @@ function gone() {', '-function kept(a) {', '-function old() {', '+function kept(b) {'],
      ['+function renamed() {', '@@ -9 +9 @@ function kept(a) {', '-  y();', '+  z();', ''],
    ];
    assert.deepEqual(insides(['+++ b/a.ts', ...lines.flat()].join('\n'))['a.ts']?.touched, ['kept', 'renamed']);
  });

  it('does not take a marked line for new that has only moved', () => {
    const moved = ['+++ b/a.ts', '@@ -1 +1,2 @@', '-// TODO: one', '+  // TODO: one', '+// TODO: two', ''].join('\n');
    assert.deepEqual(
      insides(moved)['a.ts']?.todos.map(({ text }) => text),
      ['TODO: two'],
    );
  });

  it('keeps nothing of a document from which too much was taken out, and a bounded number of marked lines', () => {
    const many = (count: number, text: string) => Array.from({ length: count }, () => text);
    const removed = many(20_000, `-${'x'.repeat(100)}`);
    const document = ['+++ b/a.md', '@@ -1,20000 +1 @@', ...removed, '+y', ''].join('\n');
    assert.deepEqual(insides(document)['a.md']?.hunks, []);
    const marked = ['+++ b/a.ts', '@@ -0,0 +1,5000 @@', ...many(5000, '+// TODO: x'), ''].join('\n');
    assert.equal(insides(marked)['a.ts']?.todos.length, 1000);
  });

  it('holds no more of a long line than it looks at', () => {
    const line = `+// TODO: ${'x'.repeat(100_000)}`;
    const [todo] = insides(['+++ b/a.ts', '@@ -0,0 +1 @@', line, ''].join('\n'))['a.ts']?.todos ?? [];
    assert.ok((todo?.text.length ?? 0) <= 10_000);
  });
});

describe('lookIntoFile', () => {
  it('takes all of a new file for added', () => {
    assert.deepEqual(lookIntoFile('a.ts', 'const a = 1;\r\n// TODO: b\r\n'), {
      touched: ['a'],
      todos: [{ kind: 'TODO', line: 2, text: 'TODO: b' }],
      changed: [],
      hunks: [],
    });
    assert.deepEqual(lookIntoFile('a.test.ts', "describe('a', () => {\n  it('does b', () => {});\n});\n").touched, [
      'a',
      'does b',
    ]);
  });
});

describe('textBefore', () => {
  it('takes back what the hunks did', () => {
    const hunk = (newStart: number, newCount: number, ...removed: string[]) => ({ newStart, newCount, removed });
    assert.equal(textBefore('1\n2\n3\n', []), '1\n2\n3\n');
    assert.equal(textBefore('1\nb\n3\n', [hunk(2, 1, '2')]), '1\n2\n3\n');
    assert.equal(textBefore('1\n3\n', [hunk(1, 0, '2')]), '1\n2\n3\n');
    assert.equal(textBefore('0\n1\n2\n', [hunk(1, 1), hunk(3, 0, '3')]), '1\n2\n3\n');
  });
});
