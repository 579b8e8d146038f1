import assert from 'node:assert/strict';
import { outlineOf, touchedParts } from '../../../src/core/handoff/outline.ts';

const outline = (path: string, ...lines: string[]) =>
  outlineOf(lines.join('\n'), path).map(({ name, first, last }) => `${first}-${last} ${name}`);

describe('outlineOf', () => {
  it('finds methods and functions in functions, and no variables, calls or conditions', () => {
    const code = [
      ...['export class Queue<T> extends Base {', '  #size = 1;', '', '  async #onInterval(', '    now: number,'],
      ...['  ): Promise<void> {', '    if (now) {', '      const x = 1;', '    }', '  }', '', '  get size(): number {'],
      ...['    const later = (at: number) => {', '      wait(at, () => {', '        at();', '      });', '    };'],
      ...['    return later(1);', '  }', '}', '', 'const limit = 1;'],
    ];
    const found = ['1-20 Queue', '4-10 Queue.#onInterval', '12-19 Queue.size', '13-17 Queue.size.later', '22-22 limit'];
    assert.deepEqual(outline('a.ts', ...code), found);
    assert.deepEqual(outline('a.ts', 'wait(', '  1,', ');', 'if (', '  x', ') {', '}'), []);
  });

  it('knows the shapes of several languages', () => {
    assert.deepEqual(
      outline('a.rs', 'impl<T> Store<T> {', '    pub fn list(&self) -> Vec<T> {', '        let x = 1;', '    }', '}'),
      ['1-5 Store', '2-4 Store.list'],
    );
    assert.deepEqual(
      outline(
        'a.py',
        'class Mail(Base):',
        '    """Text."""',
        '',
        '    async def send(self):',
        '# out',
        '        x = 1',
        'y = 2',
      ),
      ['1-6 Mail', '4-6 Mail.send'],
    );
    assert.deepEqual(
      outline(
        'A.java',
        'public class A {',
        '  public static int run(String[] args) {',
        '    return go(1);',
        '  }',
        '}',
      ),
      ['1-5 A', '2-4 A.run'],
    );
    assert.deepEqual(outline('a.rb', 'class Mail', '  def send(to)', '    post(to)', '  end', 'end'), [
      '1-5 Mail',
      '2-4 Mail.send',
    ]);
    assert.deepEqual(outline('a.go', 'func (m *Mailer) Send(', '\tto string,', ') error {', '\treturn nil', '}'), [
      '1-5 Send',
    ]);
    assert.deepEqual(
      outline('a.svelte', '<script>', '  let a = 1;', '  function add() {', '    a++;', '  }', '</script>'),
      ['3-5 add'],
    );
    assert.deepEqual(outline('a.md', '# def x():'), []);
  });

  it('names tests by their titles', () => {
    assert.deepEqual(
      outline(
        'a.test.ts',
        "describe('the queue', () => {",
        "  it.only('waits', async () => {",
        '    go();',
        '  });',
        '});',
      ),
      ['1-5 the queue', '2-4 waits'],
    );
  });
});

describe('touchedParts', () => {
  const parts = outlineOf(
    ['class A {', '  one() {', '    1;', '    2;', '  }', '', '  two() {', '    3;', '  }', '}', 'x();'].join('\n'),
    'a.js',
  );
  const touched = (...changed: (readonly [number, number])[]) =>
    touchedParts(
      parts,
      changed.map(([first, last]) => ({ first, last })),
    );

  it('names the innermost parts, those with most changed lines first, and the place of most', () => {
    assert.deepEqual(touched([3, 3], [7, 8]), { names: ['A.two', 'A.one'], place: { line: 7, name: 'A.two' } });
    assert.deepEqual(touched([1, 1], [11, 11]), { names: ['A'], place: { line: 1, name: 'A' } });
    assert.deepEqual(touched([3, 3], [11, 12]).place, { line: 3, name: 'A.one' });
    assert.deepEqual(touched([11, 11]), { names: [], place: { line: 11, name: null } });
    assert.deepEqual(touched(), { names: [], place: null });
  });

  it('takes what was taken out for that in which both lines around it lie', () => {
    assert.deepEqual(touched([5, 4]), { names: ['A.one'], place: { line: 4, name: 'A.one' } });
    assert.deepEqual(touched([7, 6]), { names: ['A'], place: { line: 6, name: 'A' } });
    assert.deepEqual(touched([1, 0]), { names: [], place: { line: 1, name: null } });
  });
});
