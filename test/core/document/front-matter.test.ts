import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../src/core/document/front-matter.ts';

/** The entries as `key=value`, with the source of the value in brackets where it differs. */
function entries(text: string): string[] {
  return (readFrontMatter(text)?.entries ?? []).map(({ key, text: value, valueRange }) => {
    const source = text.slice(valueRange.start, valueRange.end);
    return source === value ? `${key}=${value}` : `${key}=${value} [${source}]`;
  });
}

describe('readFrontMatter', () => {
  it('reads values as text, with their places', () => {
    const text =
      '---\nid: 0123\ndate: 2026-01-04\ndone: yes\n"a key": \'quoted\'\ndeps:\n  - a\n  - b # c\n# comment\n\nempty:\nlist: []\nnested:\n  x: 1\n---\n';
    assert.deepEqual(entries(text), [
      'id=123 [0123]',
      'date=2026-01-04',
      'done=yes',
      "a key=quoted ['quoted']",
      'deps=a, b [- a\n  - b # c]',
      'empty=',
      'list= [[]]',
      'nested=1 [x: 1]',
    ]);
  });

  it('reads TOML above its tables, and says what is wrong with it', () => {
    const text =
      '+++\nid = "a-1"\ntitle = \'A "b"\'\ntags = [\n  "x", # first\n  "y",\n]\ndue = 2026-01-04\nat = 2026-01-04T07:08:09Z\nempty = ""\n\n[extra]\nstatus = "no"\n+++\n';
    const found = readFrontMatter(text);
    assert.deepEqual([found?.language, found?.problem, found?.range.end], ['toml', null, text.length - 1]);
    assert.deepEqual(entries(text), [
      'id=a-1 ["a-1"]',
      'title=A "b" [\'A "b"\']',
      'tags=x, y [[\n  "x", # first\n  "y",\n]]',
      'due=2026-01-04',
      'at=2026-01-04T07:08:09.000Z [2026-01-04T07:08:09Z]',
      'empty= [""]',
    ]);
    for (const line of ['status = to do', 'id = "again"', 'open = "', '= 3']) {
      const broken = `+++\nid = "a-1"\n${line}\nowner = "Jo"\n+++\n`;
      const { problem } = readFrontMatter(broken) ?? {};
      assert.match(problem?.message ?? '', /^[^\n]+$/);
      assert.equal(broken.slice(0, problem?.offset).split('\n').length, 3, line);
      assert.ok(entries(broken).includes('owner=Jo ["Jo"]'), line);
    }
    assert.equal(readFrontMatter('+++\nid = 1\n---\n'), null);
    assert.equal(readFrontMatter('---\nid: 1\n+++\n'), null);
  });

  it('ends where its closing line does', () => {
    for (const text of ['---\na: 1\n---', '---\na: 1\n...\nb', '---\r\na: 1\r\n--- \r\nb', '--- \na: 1\n---\n']) {
      const found = readFrontMatter(text);
      assert.equal(found?.problem, null, text);
      assert.match(text.slice(0, found?.range.end), /(?:---|\.\.\.)$/);
      assert.deepEqual(entries(text), ['a=1']);
    }
  });

  it('is only where the first line says so and another line ends it', () => {
    for (const text of [
      '',
      '---',
      '---\na: 1',
      '\n---\na: 1\n---\n',
      '---js\na: 1\n---\n',
      '----\na: 1\n---\n',
      'x\n---\na: 1\n---\n',
    ])
      assert.equal(readFrontMatter(text), null, text);
  });

  it('is not a text between two rules', () => {
    assert.equal(readFrontMatter('---\n\nA letter.\n\n---\n'), null);
  });

  it('runs no code and takes nothing from the prototype', () => {
    assert.equal(readFrontMatter('---js\nmodule.exports = { a: process.exit(1) }\n---\n'), null);
    assert.deepEqual(entries('---\nconstructor: a\n__proto__: b\ntoString: c\n---\n'), [
      'constructor=a',
      '__proto__=b',
      'toString=c',
    ]);
  });

  it('says what is wrong with a broken block, and reads it line by line', () => {
    const text = '---\nid: task-1\nassignee: @jo\ntitle: "Export" # ours\ndeps:\n  - a\n---\n';
    const found = readFrontMatter(text);
    assert.match(found?.problem?.message ?? '', /\S/);
    assert.equal(text.slice(0, found?.problem?.offset).split('\n').length, 3);
    assert.deepEqual(entries(text), ['id=task-1', 'assignee=@jo', 'title=Export ["Export" # ours]', 'deps=a [- a]']);
  });

  it('says that a line of dashes does not end it', () => {
    assert.match(readFrontMatter('---\na: 1\n---foo\nb: 2\n---\n')?.problem?.message ?? '', /starts with "---"/);
  });

  it('keeps values short, whatever aliases make of them', () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${`${of},`.repeat(200)}]\n`;
    const text = `---\n${level('a', 'x')}${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}---\n`;
    assert.ok((readFrontMatter(text)?.entries ?? []).every((entry) => entry.text.length <= 2000));
    const empty = `---\n${level('a', '~')}${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}---\n`;
    assert.equal(readFrontMatter(empty)?.entries[3]?.text, '');
  });
});
