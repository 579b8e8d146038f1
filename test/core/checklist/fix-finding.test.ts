import assert from 'node:assert/strict';
import { checkDocument, defaultSettings, fixFinding } from '../../../src/core/checklist/check-document.ts';
import { applied, findingsIn, fixed, placeOf, settings, someWords } from './apply-fix.ts';
import { workItemVariants } from './fixtures.ts';

const rulesOf = (text: string, path: string): string[] => findingsIn(text, path).map(({ rule }) => rule);

describe('fixFinding on the fixtures', () => {
  for (const { path, text } of workItemVariants) {
    it(`${path}: each fix mends its finding and nothing else`, () => {
      const before = checkDocument({ path, text }, settings);
      for (const { rule, range, fixable } of before.findings) {
        const fix = fixFinding({ path, text }, settings, rule, range.start);
        assert.equal(fix !== null, fixable, rule);
        if (!fix) continue;
        const mended = applied(text, fix, someWords);
        const after = checkDocument({ path, text: mended }, settings);
        const others = [...before.findings.map((finding) => finding.rule)];
        others.splice(others.indexOf(rule), 1);
        assert.deepEqual(rulesOf(mended, path), others, `${rule}:\n${mended}`);
        assert.deepEqual(
          [after.title, after.id, after.finished, after.style],
          [before.title, before.id, before.finished, before.style],
        );
        if (text.includes('\r\n')) assert.doesNotMatch(mended, /[^\r]\n/);
        else assert.doesNotMatch(mended, /\r/);
      }
    });
  }
});

interface Case {
  readonly name: string;
  readonly rule: string;
  readonly text: string;
  readonly expected: string;
}

const dependenciesPrompt = '[Who or what this waits on and since when, or None]';

const cases: readonly Case[] = [
  {
    name: 'a goal goes before the first section',
    rule: 'goal-missing',
    text: '# Export\n\n## Tasks\n\n- [ ] a\n',
    expected:
      '# Export\n\n## Goal\n\n[What should be true when this is done, for whom, and why]\n\n## Tasks\n\n- [ ] a\n',
  },
  {
    name: 'a goal goes to the end where the title is the only heading',
    rule: 'goal-missing',
    text: '# Export\n\n- [ ] a\n',
    expected: '# Export\n\n- [ ] a\n\n## Goal\n\n[What should be true when this is done, for whom, and why]\n',
  },
  {
    name: 'an empty document gets its first section',
    rule: 'done-missing',
    text: '',
    expected: '## Definition of Done\n\n- [ ] [What a team-mate can check to see that it is done]\n',
  },
  {
    name: 'a document without a last line end gets one',
    rule: 'done-missing',
    text: '# Export',
    expected: '# Export\n\n## Definition of Done\n\n- [ ] [What a team-mate can check to see that it is done]\n',
  },
  {
    name: 'a section has the level of the others, not of their subsections',
    rule: 'resources-missing',
    text: '# Export\n\n## Plan\n\n### First\n\na\n\n### Second\n\nb\n',
    expected:
      '# Export\n\n## Plan\n\n### First\n\na\n\n### Second\n\nb\n\n## Resources\n\n- [what it is](path or address)\n',
  },
  {
    name: 'a document whose sections are all of the first level gets another of it',
    rule: 'resources-missing',
    text: '# Export\n\n# Plan\n\n## First\n\na\n\n# Notes\n\nb\n',
    expected: '# Export\n\n# Plan\n\n## First\n\na\n\n# Notes\n\nb\n\n# Resources\n\n- [what it is](path or address)\n',
  },
  {
    name: 'an empty section is filled below its heading',
    rule: 'done-placeholder',
    text: '# Export\n\n## Acceptance Criteria\n\n## Notes\n',
    expected:
      '# Export\n\n## Acceptance Criteria\n\n- [ ] [What a team-mate can check to see that it is done]\n\n## Notes\n',
  },
  {
    name: 'what fills a section does not become a heading above a rule',
    rule: 'goal-placeholder',
    text: '# Export\n\n## Goal\n\n---\n',
    expected: '# Export\n\n## Goal\n\n[What should be true when this is done, for whom, and why]\n\n---\n',
  },
  {
    name: 'an underlined heading keeps its underline',
    rule: 'goal-placeholder',
    text: 'Export\n======\n\nGoal\n----\n',
    expected: 'Export\n======\n\nGoal\n----\n\n[What should be true when this is done, for whom, and why]\n',
  },
  {
    name: 'a placeholder is replaced where it stands, and its marks are not read as a snippet',
    rule: 'done-placeholder',
    text: '# Export\n\n## Done when\n\n- [ ] [the $HOME of {user\\}]\n',
    expected: '# Export\n\n## Done when\n\n- [ ] [the $HOME of {user\\}]\n',
  },
  {
    name: 'an empty list item is filled',
    rule: 'done-placeholder',
    text: '# Export\n\n## Acceptance Criteria\n\n- [ ] \n- [ ] \n',
    expected:
      '# Export\n\n## Acceptance Criteria\n\n- [ ] [What a team-mate can check to see that it is done]\n- [ ] \n',
  },
  {
    name: 'what belongs to a label in a list stays in its item',
    rule: 'done-placeholder',
    text: '# Export\n\n- **Acceptance Criteria:**\n  <!-- list them -->\n- **Status:** open\n',
    expected:
      '# Export\n\n- **Acceptance Criteria:**\n\n  - [ ] [What a team-mate can check to see that it is done]\n\n  <!-- list them -->\n- **Status:** open\n',
  },
  {
    name: 'a status goes into front matter, after nested keys',
    rule: 'status-missing',
    text: '---\ntitle: Export\nlinks:\n  issue: 7 # ours\n---\n\nText.\n',
    expected: '---\ntitle: Export\nlinks:\n  issue: 7 # ours\nstatus: To Do\n---\n\nText.\n',
  },
  {
    name: 'a status in front matter is written like the other keys',
    rule: 'status-missing',
    text: '---\r\nTitle: Export\r\n---\r\n',
    expected: '---\r\nTitle: Export\r\nStatus: To Do\r\n---\r\n',
  },
  {
    name: 'an empty status in front matter is filled',
    rule: 'status-placeholder',
    text: '---\ntitle: Export\nstatus:\nowner: jo\n---\n',
    expected: '---\ntitle: Export\nstatus: To Do\nowner: jo\n---\n',
  },
  {
    name: 'a placeholder of a status in front matter is replaced',
    rule: 'status-placeholder',
    text: '---\ntitle: Export\nstatus: "TBD"\n---\n',
    expected: '---\ntitle: Export\nstatus: To Do\n---\n',
  },
  {
    name: 'a status goes below the other labels, with their colon and their hard break',
    rule: 'status-missing',
    text: '# Export\n\n**Owner**: Jo  \n**Priority**: high  \n\nText.\n',
    expected: '# Export\n\n**Owner**: Jo  \n**Priority**: high  \n**Status**: To Do  \n\nText.\n',
  },
  {
    name: 'a last label without the hard break of the others gets it',
    rule: 'status-missing',
    text: '# Export\n\n**Owner:** Jo\\\n**Priority:** high\n',
    expected: '# Export\n\n**Owner:** Jo\\\n**Priority:** high\\\n**Status:** To Do\\\n',
  },
  {
    name: 'a label that is alone in its paragraph gets another paragraph',
    rule: 'status-missing',
    text: '# Export\n\n__Owner:__ Jo\n\nText.\n',
    expected: '# Export\n\n__Owner:__ Jo\n\n__Status:__ To Do\n\nText.\n',
  },
  {
    name: 'labels on one line are not repeated',
    rule: 'status-missing',
    text: '# Export\n\n**Owner:** Jo | **Priority:** high\n\nText.\n',
    expected: '# Export\n\n**Owner:** Jo | **Priority:** high\n\n**Status:** To Do\n\nText.\n',
  },
  {
    name: 'a label in a list gets a sibling, below what is nested in it',
    rule: 'status-missing',
    text: '# Export\n\n- Owner: Jo\n  - since May\n- see below\n',
    expected: '# Export\n\n- Owner: Jo\n  - since May\n- Status: To Do\n- see below\n',
  },
  {
    name: 'a label whose value goes on in the next line is not cut in two',
    rule: 'status-missing',
    text: '# Export\n\nOwner: Jo\nand the others\n',
    expected: '# Export\n\nOwner: Jo\nand the others\nStatus: To Do\n',
  },
  {
    name: 'a label above its list keeps it',
    rule: 'status-missing',
    text: '# Export\n\n**Owner:** Jo\n\n**Acceptance Criteria:**\n\n- it works\n',
    expected: '# Export\n\n**Owner:** Jo\n\n**Status:** To Do\n\n**Acceptance Criteria:**\n\n- it works\n',
  },
  {
    name: 'an empty label is filled',
    rule: 'status-placeholder',
    text: '# Export\n\nStatus:\nOwner: Jo\n',
    expected: '# Export\n\nStatus: To Do\nOwner: Jo\n',
  },
  {
    name: 'a status goes into a table of two columns',
    rule: 'status-missing',
    text: '# Export\n\n| Field | Value |\n|---|---|\n| **Owner** | Jo |\n\nText.\n',
    expected: '# Export\n\n| Field | Value |\n|---|---|\n| **Owner** | Jo |\n| **Status** | To Do |\n\nText.\n',
  },
  {
    name: 'a table whose header is its first label keeps its ruler',
    rule: 'status-missing',
    text: '# Export\n\nOwner | Jo\n---|---\n',
    expected: '# Export\n\nOwner | Jo\n---|---\nStatus | To Do\n',
  },
  {
    name: 'a table in a quote stays in it',
    rule: 'status-missing',
    text: '# Export\n\n> | Owner | Jo |\n> |---|---|\n> | Priority | high |\n',
    expected: '# Export\n\n> | Owner | Jo |\n> |---|---|\n> | Priority | high |\n> | Status | To Do |\n',
  },
  {
    name: 'a table with a column for each label is left as it is',
    rule: 'status-missing',
    text: '# Export\n\n| Owner | Priority | Size |\n|---|---|---|\n| Jo | high | M |\n',
    expected: '# Export\n\n| Owner | Priority | Size |\n|---|---|---|\n| Jo | high | M |\n\n## Status\n\nTo Do\n',
  },
  {
    name: 'a table beside another is told from it',
    rule: 'status-missing',
    text: '# Export\n\n| Part | Size | Team |\n|---|---|---|\n| a | 1 | b |\n\n| Owner | Jo |\n|---|---|\n| Priority | high |\n',
    expected:
      '# Export\n\n| Part | Size | Team |\n|---|---|---|\n| a | 1 | b |\n\n| Owner | Jo |\n|---|---|\n| Priority | high |\n| Status | To Do |\n',
  },
  {
    name: 'a status section with a placeholder gets a status',
    rule: 'status-placeholder',
    text: '# Export\n\n## Status\n\nTBD\n\n## Notes\n',
    expected: '# Export\n\n## Status\n\nTo Do\n\n## Notes\n',
  },
  {
    name: 'next steps go to the end',
    rule: 'next-action-missing',
    text: '# Export\n\n## Goal\n\nPeople can take their list with them.\n\n\n',
    expected:
      '# Export\n\n## Goal\n\nPeople can take their list with them.\n\n## Next Steps\n\n1. [The first thing to do, concrete enough to start]\n',
  },
  {
    name: 'a step is added to those that are all ticked, below what is nested in the last',
    rule: 'next-action-missing',
    text: '# Export\n\nStatus: open\n\n## Next Steps\n\n- [x] a\n- [X] b\n  - why\n\n## Notes\n',
    expected:
      '# Export\n\nStatus: open\n\n## Next Steps\n\n- [x] a\n- [X] b\n  - why\n- [ ] [The first thing to do, concrete enough to start]\n\n## Notes\n',
  },
  {
    name: 'a step that is added to a list gets its next number, and stays in its quote',
    rule: 'next-action-missing',
    text: '# Export\n\nStatus: open\n\n> ## Tasks\n>\n> 8. [x] a\n> 9. [x] b\n',
    expected:
      '# Export\n\nStatus: open\n\n> ## Tasks\n>\n> 8. [x] a\n> 9. [x] b\n> 10. [ ] [The first thing to do, concrete enough to start]\n',
  },
  {
    name: 'a placeholder beside a label is replaced',
    rule: 'next-action-placeholder',
    text: '# Export\n\n**Next:** TBD\n',
    expected: '# Export\n\n**Next:** [The first thing to do, concrete enough to start]\n',
  },
  {
    name: 'a placeholder of resources beside a label is replaced',
    rule: 'resources-placeholder',
    text: '# Export\n\n**Links:** TBD\n\nText.\n',
    expected: '# Export\n\n**Links:** [what it is](path or address)\n\nText.\n',
  },
  {
    name: 'a prompt in front matter is left to its tool',
    rule: 'goal-missing',
    text: '---\nstatus: open\ngoal: TBD\n---\n\n## Tasks\n',
    expected:
      '---\nstatus: open\ngoal: TBD\n---\n\n## Goal\n\n[What should be true when this is done, for whom, and why]\n\n## Tasks\n',
  },
  {
    name: 'vague words stay until they are typed over',
    rule: 'goal-vague',
    text: '# Export\n\n## Goal\n\n**Fix it for $5**.\n',
    expected: '# Export\n\n## Goal\n\n**Fix it for $5**.\n',
  },
  {
    name: 'a link is added to a list that leads nowhere',
    rule: 'resources-vague',
    text: '# Export\n\n## Links\n\n* see the chat\n* as discussed\n\n## Notes\n',
    expected: '# Export\n\n## Links\n\n* see the chat\n* as discussed\n* [what it is](path or address)\n\n## Notes\n',
  },
  {
    name: 'words that have no place of their own get a section',
    rule: 'done-vague',
    text: '# Export\n\n## Testing\n\n```\nmake\n```\n',
    expected: '# Export\n\n## Testing\n\n```\nmake\n```\n\n- [ ] [What a team-mate can check to see that it is done]\n',
  },
  {
    name: 'dependencies go to the labels',
    rule: 'dependencies-missing',
    text: '# Export\n\nStatus: open\nOwner: Jo\n\n## Goal\n',
    expected: `# Export\n\nStatus: open\nOwner: Jo\nDependencies: ${dependenciesPrompt}\n\n## Goal\n`,
  },
  {
    name: 'dependencies go to a section where facts are kept in front matter',
    rule: 'dependencies-missing',
    text: '---\nstatus: open\n---\n\n# Export\n\n## Goal\n',
    expected: `---\nstatus: open\n---\n\n# Export\n\n## Goal\n\n## Dependencies\n\n- ${dependenciesPrompt}\n`,
  },
  {
    name: 'an empty list in front matter stays',
    rule: 'dependencies-empty',
    text: '---\nstatus: open\ndependencies: []\n---\n',
    expected: `---\nstatus: open\ndependencies: []\n---\n\n## Dependencies\n\n- ${dependenciesPrompt}\n`,
  },
  {
    name: 'an empty label of dependencies is filled',
    rule: 'dependencies-placeholder',
    text: '# Export\n\n**Depends on:** TBD  \n**Status:** open\n',
    expected: `# Export\n\n**Depends on:** ${dependenciesPrompt}  \n**Status:** open\n`,
  },
  {
    name: 'a value that YAML does not take is quoted',
    rule: 'front-matter-invalid',
    text: '---\nassignee: @jo "the" \\$o\nstatus: open\n---\n',
    expected: '---\nassignee: "@jo \\"the\\" \\\\$o"\nstatus: open\n---\n',
  },
  {
    name: 'a list item that YAML does not take is quoted',
    rule: 'front-matter-invalid',
    text: '---\nassignee:\n  - @jo\n---\n',
    expected: '---\nassignee:\n  - "@jo"\n---\n',
  },
  {
    name: 'a value with a second colon is quoted',
    rule: 'front-matter-invalid',
    text: '---\ntitle: Export: phase 2\n---\n',
    expected: '---\ntitle: "Export: phase 2"\n---\n',
  },
];

describe('fixFinding', () => {
  for (const { name, rule, text, expected } of cases) {
    it(name, () => {
      assert.equal(fixed(text, rule), expected);
      const mended = fixed(text, rule, someWords);
      const others = rulesOf(text, 'item.md').filter((other) => other !== rule);
      assert.deepEqual(
        rulesOf(mended, 'item.md').filter((other) => !others.includes(other)),
        [],
        mended,
      );
    });
  }

  const unfixable: readonly (readonly [string, string, string])[] = [
    ['a key that stands twice', 'front-matter-invalid', '---\nstatus: open\nstatus: done\n---\n'],
    ['a line that no quotes help', 'front-matter-invalid', '---\nstatus: open\n---- old\n---\n'],
    ['a document that ends in an open code block', 'done-missing', '# Export\n\n```sh\nmake\n'],
    ['a document that ends in an open comment', 'done-missing', '# Export\n\n<!-- to be continued\n'],
  ];
  for (const [name, rule, text] of unfixable) {
    it(`leaves ${name} to a person`, () => {
      const finding = findingsIn(text).find((found) => found.rule === rule);
      assert.ok(finding);
      assert.equal(finding.fixable, false);
      assert.equal(fixFinding({ path: 'item.md', text }, settings, rule, finding.range.start), null);
    });
  }

  it('gives a link a stop for what it is and one for where it is, whoever wrote its prompt', () => {
    for (const resources of ['', '\n## Resources\n', '\n## Resources\n\n- [what it is](path or address)\n']) {
      const text = `# Export\n${resources}`;
      const rule = resources === '' ? 'resources-missing' : 'resources-placeholder';
      const fix = fixFinding({ path: 'item.md', text }, settings, rule, placeOf(text, rule));
      assert.match(fix?.edits[0]?.snippet ?? '', /(?:^|- )\[\$\{1:what it is\}\]\(\$\{2:path or address\}\)\s*$/);
    }
  });

  it('has nothing for a finding that is not there any more', () => {
    const text = '# Export\n';
    assert.equal(fixFinding({ path: 'a.md', text }, settings, 'done-missing', { line: 0, character: 0 }), null);
    assert.equal(fixFinding({ path: 'a.md', text }, settings, 'no-such-rule', { line: 0, character: 2 }), null);
    assert.equal(fixFinding({ path: 'a.md', text }, defaultSettings, 'done-missing', { line: 0, character: 2 }), null);
    const off = { ...settings, rules: { 'done-missing': 'off' } } as const;
    assert.equal(fixFinding({ path: 'a.md', text }, off, 'done-missing', { line: 0, character: 2 }), null);
    assert.ok(fixFinding({ path: 'a.md', text }, settings, 'done-missing', { line: 0, character: 2 }));
  });
});
