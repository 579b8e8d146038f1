import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allRules } from '../../../src/core/checklist/all-rules.ts';
import { checkDocument, defaultSettings, fixFinding } from '../../../src/core/checklist/check-document.ts';
import { isSilenced } from '../../../src/core/checklist/check-workspace.ts';
import { suppressFinding } from '../../../src/core/checklist/suppress-finding.ts';
import type { Finding, Fix } from '../../../src/core/report.ts';
import { applied, findingsIn, fixed, settings } from './apply-fix.ts';
import { fixtures } from './fixtures.ts';

const noPrompt = (): string => assert.fail('a comment has no prompt');

/** The findings of a text as `line rule`, lines from 1. */
const found = (text: string): string[] => findingsIn(text).map(({ rule, range }) => `${range.start.line + 1} ${rule}`);

/** A text that breaks these rules only. */
const text = (title: string): string =>
  `${title}\n\nStatus: open\nNext: write it\n\n## Goal\n\nFinance gets \`list.csv\`.\n`;

describe('suppressions', () => {
  it('have a text to try them on', () => {
    assert.deepEqual(found(text('# Export')), ['1 done-missing']);
  });

  const silent: Readonly<Record<string, string>> = {
    'the next line': '<!-- async-ready-disable-next-line done-missing -->\n# Export',
    'the next line, after a comment of several lines':
      '<!--\nasync-ready-disable-next-line\ndone-missing\n-->\n# Export',
    'the same line': '# Export <!-- async-ready-disable-line done-missing -->',
    'what follows': '<!-- async-ready-disable done-missing -->\n\n# Export',
    'all rules': '<!--async-ready-disable-next-line-->\n# Export',
    'one of several rules, parted by commas':
      '<!-- async-ready-disable-next-line done-missing,goal-missing -->\n# Export',
    'one of several rules, parted by white space':
      '<!-- async-ready-disable-next-line goal-missing done-missing -->\n# Export',
    'what follows, in front matter': '---\ntype: task # async-ready-disable done-missing\n---\n# Export',
    'the document, in front matter': '---\n# async-ready-disable-file done-missing\ntype: task\n---\n# Export',
    'again what was enabled':
      '<!-- async-ready-disable --><!-- async-ready-enable --><!-- async-ready-disable done-missing -->\n# Export',
  };
  for (const [name, head] of Object.entries(silent)) {
    it(`silence ${name}`, () => {
      const left = found(text(head)).filter((line) => !line.endsWith(' suppression-unused'));
      assert.deepEqual(left, []);
    });
  }

  it('silence a document from its last line', () => {
    assert.deepEqual(found(`${text('# Export')}\n<!-- async-ready-disable-file done-missing -->\n`), []);
  });

  const loud: Readonly<Record<string, string>> = {
    'another rule': '<!-- async-ready-disable-file resources-missing -->\n# Export',
    'two lines below': '<!-- async-ready-disable-next-line done-missing -->\n\n# Export',
    'another line': '<!-- async-ready-disable-line done-missing -->\n# Export',
    'what is enabled again': '<!-- async-ready-disable --><!-- async-ready-enable done-missing -->\n# Export',
    'what stands before': '# Export <!-- async-ready-disable done-missing -->',
    'by an unknown command': '<!-- async-ready-disable-lines done-missing -->\n# Export',
    'in fenced code': '```\n<!-- async-ready-disable-file -->\n```\n\n# Export',
    'in indented code': '    <!-- async-ready-disable-file -->\n\n# Export',
    'in inline code': 'See ``a ` <!-- async-ready-disable-file -->``.\n\n# Export',
    'by a comment of the body in front matter': '---\na: <!-- async-ready-disable-file -->\n---\n# Export',
    'by a comment of front matter in the body': '# async-ready-disable-file\n\n# Export',
  };
  for (const [name, head] of Object.entries(loud)) {
    it(`do not silence ${name}`, () => {
      const left = found(text(head)).filter((line) => line.endsWith(' done-missing'));
      assert.equal(left.length, 1, left.join());
    });
  }

  it('are read beside inline code', () => {
    assert.deepEqual(found(text('# Export `a` <!-- async-ready-disable-line done-missing --> `b`')), []);
    assert.deepEqual(found(text('# Export ` <!-- async-ready-disable-line done-missing -->')), []);
  });

  it('leave the verdicts as they are', () => {
    const points = (source: string) => {
      const { points } = checkDocument({ path: 'a.md', text: source }, settings);
      return Object.values(points).map(({ verdict, evidence }) => `${verdict} ${evidence}`);
    };
    assert.deepEqual(points(text('<!-- async-ready-disable-file -->\n# Export')), points(text('# Export')));
  });
});

describe('suppression-unused', () => {
  const messages = (head: string): string[] =>
    findingsIn(text(head)).flatMap(({ rule, message }) => (rule === 'suppression-unused' ? [message] : []));

  it('says what is wrong', () => {
    assert.match(
      messages('<!-- async-ready-disable-file goal-missing -->\n# Export')[0] ?? '',
      /^This suppresses goal-missing/,
    );
    assert.match(messages('<!-- async-ready-disable-file goal -->\n# Export')[0] ?? '', /^There is no rule "goal"/);
    assert.match(messages('<!-- async-ready-enable -->\n# Export')[0] ?? '', /^Nothing is suppressed here/);
    assert.match(
      messages('<!-- async-ready-disable done-missing --><!-- async-ready-enable goal-missing -->\n# Export')[0] ?? '',
      /^Nothing is suppressed here/,
    );
    assert.deepEqual(messages('<!-- async-ready-disable -->\n# Export\n<!-- async-ready-enable goal-missing -->'), []);
  });

  it('is not suppressed itself', () => {
    const clean = text('# Export\n\nDepends on: nothing\nDone when: finance has opened the list');
    assert.deepEqual(found(clean), []);
    assert.equal(found(`${clean}\n<!-- async-ready-disable-file -->\n`).length, 1);
    assert.equal(found(`${clean}\n<!-- async-ready-disable-file suppression-unused -->\n`).length, 1);
  });

  it('leaves alone what rules would find that do not run', () => {
    const finished =
      '# Export\n\nStatus: done\n\n<!-- async-ready-disable-file -->\n<!-- async-ready-disable-file goal-missing -->\n';
    assert.deepEqual(found(finished), []);
    const input = { path: 'a.md', text: text('<!-- async-ready-disable-file goal-missing -->\n# Export') };
    const rulesOf = (rules: (typeof settings)['rules']) =>
      checkDocument(input, { ...settings, rules }).findings.map(({ rule }) => rule);
    assert.deepEqual(rulesOf({}), ['done-missing', 'suppression-unused']);
    assert.deepEqual(rulesOf({ 'goal-missing': 'off' }), ['done-missing']);
    assert.deepEqual(rulesOf({ 'suppression-unused': 'off' }), ['done-missing']);
  });

  const removals: readonly (readonly [string, string, string])[] = [
    ['a comment with its line', '<!-- async-ready-disable-file goal-missing -->\n# Export', '# Export'],
    ['a comment at the end of a line', '# Export <!-- async-ready-disable-line goal-missing -->', '# Export'],
    [
      'an id',
      '<!-- async-ready-disable-file goal-missing, done-missing -->\n# Export',
      '<!-- async-ready-disable-file done-missing -->\n# Export',
    ],
    [
      'the last id',
      '<!-- async-ready-disable-file done-missing, goal -->\n# Export',
      '<!-- async-ready-disable-file done-missing -->\n# Export',
    ],
    ['a YAML comment', '---\ntype: task # async-ready-disable-line x\n---\n# Export', '---\ntype: task\n---\n# Export'],
    [
      'a line of YAML',
      '---\n# async-ready-disable-line x\ntype: task\n---\n# Export',
      '---\ntype: task\n---\n# Export',
    ],
  ];
  for (const [name, before, after] of removals) {
    it(`is mended by removing ${name}`, () => {
      assert.equal(fixed(text(before), 'suppression-unused', noPrompt), text(after));
      const windows = (source: string): string => source.replaceAll('\n', '\r\n');
      assert.equal(fixed(windows(text(before)), 'suppression-unused', noPrompt), windows(text(after)));
      assert.ok(!found(text(after)).some((line) => line.endsWith('suppression-unused')));
    });
  }
});

/** The text with the comment for a finding; null where none is offered. */
function suppressed(text: string, { rule, range }: Finding, path = 'item.md'): string | null {
  const fix: Fix | null = suppressFinding({ path, text }, settings, rule, range.start);
  for (const edit of fix?.edits ?? []) assert.deepEqual(edit.range.start, edit.range.end, 'only adds');
  return fix && applied(text, fix, noPrompt);
}

describe('suppressFinding', () => {
  const places: readonly (readonly [string, string, string, string])[] = [
    [
      'above a heading',
      'done-missing',
      text('# Export'),
      text('<!-- async-ready-disable-next-line done-missing -->\n# Export'),
    ],
    [
      'above a heading, below front matter',
      'done-missing',
      text('---\ntype: task\n---\n# Export'),
      text('---\ntype: task\n---\n<!-- async-ready-disable-next-line done-missing -->\n# Export'),
    ],
    [
      'in the comment that is there',
      'done-missing',
      text('<!-- async-ready-disable-next-line goal -->\n# Export'),
      text('<!-- async-ready-disable-next-line goal done-missing -->\n# Export'),
    ],
    [
      'above a key of the front matter',
      'dependencies-placeholder',
      text('---\ndependencies: TBD\n---\n# Export'),
      text('---\n# async-ready-disable-next-line dependencies-placeholder\ndependencies: TBD\n---\n# Export'),
    ],
    [
      'in the cell of a table',
      'dependencies-placeholder',
      text('# Export\n\n| Field | Value |\n|---|---|\n| Dependencies | TBD |\n| Owner | Jo |'),
      text(
        '# Export\n\n| Field | Value |\n|---|---|\n| Dependencies | TBD <!-- async-ready-disable-line dependencies-placeholder --> |\n| Owner | Jo |',
      ),
    ],
    [
      'at the end of a line of a paragraph, before its hard break',
      'dependencies-placeholder',
      text('# Export\n\nOwner: Jo  \nDepends on: TBD  \nPriority: high'),
      text(
        '# Export\n\nOwner: Jo  \nDepends on: TBD <!-- async-ready-disable-line dependencies-placeholder -->  \nPriority: high',
      ),
    ],
    [
      'for the document, where its first line opens the front matter',
      'done-missing',
      '---\nstatus: open\nnext: write it\ngoal: a list for all of finance\nlinks: a.ts\n---\n',
      '---\n# async-ready-disable-file done-missing\nstatus: open\nnext: write it\ngoal: a list for all of finance\nlinks: a.ts\n---\n',
    ],
  ];
  for (const [name, rule, before, after] of places) {
    it(`writes ${name}`, () => {
      const finding = findingsIn(before).find((candidate) => candidate.rule === rule);
      assert.ok(finding, JSON.stringify(findingsIn(before)));
      assert.equal(suppressed(before, finding), after);
    });
  }

  for (const { path, text: source } of fixtures) {
    it(`silences each finding of ${path}, and nothing else`, () => {
      for (const text of [source, source.includes('\r') ? source : source.replaceAll('\n', '\r\n')]) {
        let left = text;
        for (let finding = next(left, path); finding; finding = next(left, path)) {
          const rules = findingsIn(left, path).map(({ rule }) => rule);
          const after = suppressed(left, finding, path);
          assert.ok(after, `${finding.rule} at ${finding.range.start.line + 1} in:\n${left}`);
          rules.splice(rules.indexOf(finding.rule), 1);
          assert.deepEqual(
            findingsIn(after, path).map(({ rule }) => rule),
            rules,
          );
          if (text.includes('\r')) assert.doesNotMatch(after, /[^\r]\n/);
          left = after;
        }
      }
    });
  }
  const next = (text: string, path: string): Finding | undefined =>
    findingsIn(text, path).find(({ rule }) => rule !== 'suppression-unused');

  it('has nothing for a finding that is not there, nor for suppression-unused', () => {
    const input = { path: 'item.md', text: text('<!-- async-ready-disable-file goal-missing -->\n# Export') };
    assert.equal(suppressFinding(input, settings, 'goal-missing', { line: 1, character: 2 }), null);
    assert.equal(suppressFinding(input, settings, 'done-missing', { line: 0, character: 0 }), null);
    const unused = findingsIn(input.text).find(({ rule }) => rule === 'suppression-unused');
    assert.ok(unused);
    assert.ok(fixFinding(input, settings, unused.rule, unused.range.start));
    assert.equal(suppressed(input.text, unused), null);
  });

  it('writes no HTML comment into MDX', () => {
    const inMdx = (text: string): string | null => {
      const [finding] = checkDocument({ path: 'a.mdx', text }, settings).findings;
      assert.ok(finding);
      return suppressed(text, finding, 'a.mdx');
    };
    assert.equal(inMdx(text('# Export')), null);
    assert.equal(
      inMdx(text('---\ntype: task\n---\n# Export')),
      text('---\n# async-ready-disable-file done-missing\ntype: task\n---\n# Export'),
    );
  });

  it('and the reading of suppressions survive any document', () => {
    const pieces = [
      ...['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'].flatMap((command) => [
        `<!-- async-ready-${command} `,
        `# async-ready-${command} `,
      ]),
      ...allRules.map(({ id }) => `${id} `),
      ...[
        '-->',
        '\n',
        '\r\n',
        '---\n',
        '# ',
        '`',
        '```',
        '- [x] ',
        '| a | b |',
        '|---|---|',
        'Status: ',
        'done',
        'blocked',
        ', ',
        '## Done when',
      ],
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (source) => {
        for (const finding of findingsIn(source)) {
          suppressed(source, finding);
          if (finding.rule !== 'suppression-unused') continue;
          const mended = fixed(source, finding.rule, noPrompt);
          assert.ok(mended.length < source.length, 'removes something');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks the settings what is a work item', () => {
    const input = { path: 'notes.md', text: '# Notes\n' };
    assert.equal(suppressFinding(input, defaultSettings, 'goal-missing', { line: 0, character: 2 }), null);
    assert.ok(suppressFinding(input, settings, 'goal-missing', { line: 0, character: 2 }));
  });

  it('are written for what is found beyond the document, wherever it stands', () => {
    const texts: Readonly<Record<string, string>> = {
      'link-broken': `${text('# Export')}\nSee [x](gone.md) and this.\n`,
      'id-duplicate': `---\nid: T-1\n---\n${text('# Export')}`,
      'reference-unknown': `---\ndependencies:\n  - T-1\n---\n${text('# Export')}`,
      'dependency-cycle': `${text('# Export')}\n| Depends on |\n| --- |\n| T-1 |\n`,
    };
    for (const [rule, source] of Object.entries(texts)) {
      const lines = source.split('\n');
      const line = lines.findIndex((words) => /gone|T-1/.test(words));
      const position = { line, character: lines[line]?.search(/gone|T-1/) ?? 0 };
      const fix = suppressFinding({ path: 'a.md', text: source }, settings, rule, position);
      assert.ok(fix, rule);
      const after = applied(source, fix, noPrompt);
      assert.match(fix.title, / here$/, rule);
      const moved = after.split('\n').findIndex((words) => /gone|T-1/.test(words));
      const report = checkDocument({ path: 'a.md', text: after }, settings);
      assert.ok(isSilenced(report.suppressions, rule, { line: moved, character: position.character }), rule);
      assert.ok(!isSilenced(report.suppressions, 'goal-missing', { line: moved, character: 0 }), rule);
      assert.ok(!report.findings.some((finding) => finding.rule === 'suppression-unused'), rule);
    }
  });

  it('of all rules are left alone where something beyond the document can be found', () => {
    const disabled = (line: string): string => `${text('# Export')}\n${line} <!-- async-ready-disable-line -->\n`;
    const unused = (source: string): boolean => found(source).some((line) => line.endsWith('suppression-unused'));
    assert.ok(unused(disabled('Nothing here.')));
    assert.ok(!unused(disabled('[x](gone.md)')));
    assert.ok(!unused(disabled('**Depends on:** T-1')));
    assert.ok(!unused(text('# Export').replace('Status: open', 'Status: blocked <!-- async-ready-disable-line -->')));
  });
});
