import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFlatYaml } from '../../../src/core/document/flat-yaml.ts';
import { engines } from '../../../src/core/document/front-matter-engines.ts';

describe('readFlatYaml', () => {
  it('reads short values, and leaves all else to the whole parser', () => {
    const block =
      'id: TASK-7\ntitle: \'Say: “#1”\'\nnote: "a # b"\nstatus: To Do (soon)\nlabels: [api, \'a b\', "@c"]\nnone: []\nempty:\ncount: 12\nday: 2026-01-04\n';
    assert.deepEqual(readFlatYaml(block.replaceAll(/[“”]/g, '')), {
      id: 'TASK-7',
      title: 'Say: #1',
      note: 'a # b',
      status: 'To Do (soon)',
      labels: ['api', 'a b', '@c'],
      none: [],
      empty: null,
      count: 12,
      day: '2026-01-04',
    });
    for (const other of [
      '',
      'a: b',
      'a: b\r\n',
      'a: true\n',
      'a: [x, Null]\n',
      'a: 007\n',
      'a: 1.5\n',
      'a: b # c\n',
      'a: b: c\n',
      'a: b\n  c\n',
      'a:\n  - b\n',
      'a:\n- b\n',
      'a: {b: c}\n',
      'a: "\\n"\n',
      "a: 'it''s'\n",
      'a: *b\n',
      'a: b\na: c\n',
      '__proto__: b\n',
      'constructor: b\n',
      'a: [b\n',
      '# a\n',
      'a: b\n\n',
    ])
      assert.equal(readFlatYaml(other), null, JSON.stringify(other));
  });

  it('reads what it reads as the whole parser does', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        'Null',
        'true',
        'no',
        ' ',
        '  ',
        ', ',
        ',',
        '[',
        ']',
        "'",
        '"',
        '#',
        ' #',
        ':',
        ': ',
        '-',
        '- ',
        '0',
        '12',
        '.',
      ],
      ...[
        '@',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '{',
        '}',
        '~',
        '`',
        '?',
        '\\',
        '_',
        '=',
        '<<',
        '/',
        '2026-01-04',
        '1e3',
        '0x1',
        '+',
        '\t',
      ],
    );
    const value = fc.oneof(
      fc.constantFrom('', 'b', 'To Do', "'a: b'", '"#"', '[]', '[a, b c]', '[\'@d\',"e"]', '2026-01-04', '30'),
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.array(pieces, { maxLength: 4 }).map((parts) => `[${parts.join('')}]`),
    );
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'c-d', '_e', 'true', 'null', 'y'), value);
    let read = 0;
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        const block = entries.map(([key, text]) => `${key}: ${text}\n`).join('');
        const flat = readFlatYaml(block);
        if (!flat) return;
        read++;
        assert.deepEqual(flat, engines.yaml.parse(block));
      }),
      { numRuns: 5000 },
    );
    assert.ok(read > 500, `${read} of 5000 were read`);
  });
});
