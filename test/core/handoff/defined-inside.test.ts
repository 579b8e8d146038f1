import assert from 'node:assert/strict';
import { definedInside, headOfMethod, testTitle } from '../../../src/core/handoff/defined-inside.ts';
import { growth, linear } from '../../fakes/growth.ts';

describe('definedInside', () => {
  const names: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
    'a.ts': {
      '  async send(to: string): Promise<void> {': 'send',
      '  static #count<T>(of: T[]) {': '#count',
      '  get size(): number {': 'size',
      '  constructor(private readonly a: A) {': 'constructor',
      '  const later = async (at: number) => {': 'later',
      '  const later = at => {': 'later',
      '  function inner() {': 'inner',
      '  const limit = 5;': null,
      '  if (x) {': null,
      '  } else if (x) {': null,
      '  for (const a of b) {': null,
      '  send(mail);': null,
      '  run(() => {': null,
      "  it('x', () => {": null,
      '  return later(x);': null,
      '  name: string;': null,
    },
    'a.py': { '    async def send(self):': 'send', '    for x in y:': null, '    x = send(1)': null },
    'a.rs': { '    pub fn list(&self) -> Vec<T> {': 'list', '    let x = list();': null, '    let f = |x| x;': 'f' },
    'A.java': {
      '  public static <T> List<T> of(T a) throws E {': 'of',
      '  private class Inner {': 'Inner',
      '  if (x) {': null,
      '  } catch (E e) {': null,
      '  return of(a);': null,
      '  List<T> all = of(a);': null,
    },
    'a.go': { '\tgo func() {': null, '\tx := send()': null },
    'a.rb': { '  def send(to)': 'send' },
  };
  for (const [path, lines] of Object.entries(names)) {
    for (const [line, name] of Object.entries(lines)) {
      it(`${path}: ${line.trim()}`, () => assert.equal(definedInside(line, path), name));
    }
  }

  for (const piece of ['a ', 'get ', 'a*', 'x(', '=('])
    it(`takes time in proportion to a line of ${piece}`, async () => {
      for (const path of ['a.ts', 'a.c'])
        assert.ok((await growth((size) => definedInside(piece.repeat(size / piece.length), path))) < linear);
    });
});

describe('headOfMethod', () => {
  it('is the name of what begins to take arguments', () => {
    assert.equal(headOfMethod('  async #run(', 'a.ts'), '#run');
    for (const line of ['  if (', '  return (', '  a.b(', '  run(x)']) assert.equal(headOfMethod(line, 'a.ts'), null);
    assert.equal(headOfMethod('  run(', 'a.py'), null);
  });
});

describe('testTitle', () => {
  it('is what a test is called', () => {
    assert.equal(testTitle('  it.skip(\'does "it"\', async () => {', 'a.test.ts'), 'does "it"');
    assert.equal(testTitle('test("x y", t => {', 'a.mjs'), 'x y');
    for (const line of ['it(title, () => {', "await it('x')", "items('x')"])
      assert.equal(testTitle(line, 'a.ts'), null);
    assert.equal(testTitle("it('x', () => {", 'a.py'), null);
  });
});
