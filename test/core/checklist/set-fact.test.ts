import assert from 'node:assert/strict';
import { addFact } from '../../../src/core/checklist/mending/add-fact.ts';
import { type SettableFact, setFact } from '../../../src/core/checklist/set-fact.ts';
import { readDocument } from '../../../src/core/document/document.ts';
import { titleStatus } from '../../../src/core/document/statuses.ts';
import { readWorkItem } from '../../../src/core/document/work-item.ts';
import { linesOf, type Position } from '../../../src/core/text.ts';
import { normalizeLabel } from '../../../src/core/vocabulary/lookup.ts';

const read = (text: string) => readWorkItem(readDocument('tasks/a.md', text));
const tools = { read, addFact, titleStatus, normalizeLabel };

/** The text with another status or owner; null where none can be set. */
function set(text: string, fact: SettableFact, value: string): string | null {
  const edits = setFact(tools, text, fact, value);
  if (edits === null) return null;
  const lines = linesOf(text);
  const offset = ({ line, character }: Position): number => (lines.starts[line] ?? Number.NaN) + character;
  return edits.reduceRight(
    (result, { range, text: added }) => result.slice(0, offset(range.start)) + added + result.slice(offset(range.end)),
    text,
  );
}

/** Each text before `=>` and after it. */
function setsIn(fact: SettableFact, value: string, cases: readonly (readonly [before: string, after: string])[]): void {
  for (const [before, after] of cases)
    it(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, () =>
      assert.equal(set(before, fact, value), after));
}

describe('setFact', () => {
  describe('sets the status where the document states it', () => {
    setsIn('status', 'In Review', [
      ['---\nstatus: To Do\nid: a\n---\n\n# A\n', '---\nstatus: In Review\nid: a\n---\n\n# A\n'],
      ['---\nstatus: "To Do" # of three\n---\n\n# A\n', '---\nstatus: "In Review" # of three\n---\n\n# A\n'],
      ["---\nstatus: 'todo'\n---\n\n# A\n", "---\nstatus: 'In Review'\n---\n\n# A\n"],
      ['---\r\nstatus: todo\r\n---\r\n\r\n# A\r\n', '---\r\nstatus: In Review\r\n---\r\n\r\n# A\r\n'],
      ['---\nstatus:\nid: a\n---\n\n# A\n', '---\nstatus: In Review\nid: a\n---\n\n# A\n'],
      ['+++\nstatus = "todo" # so\n+++\n\n# A\n', '+++\nstatus = "In Review" # so\n+++\n\n# A\n'],
      ['+++\nstatus = ""\n+++\n\n# A\n', '+++\nstatus = "In Review"\n+++\n\n# A\n'],
      ['+++\nid = 1\n\n[x]\n+++\n\n# A\n', '+++\nid = 1\n\nstatus = "In Review"\n[x]\n+++\n\n# A\n'],
      ['# A\n\n**Status:** Blocked (legal)\n**Owner:** Mara\n', '# A\n\n**Status:** In Review\n**Owner:** Mara\n'],
      ['# A\n\nStatus: **todo**\n', '# A\n\nStatus: **In Review**\n'],
      ['# A\n\n- **Status**: `todo`\n', '# A\n\n- **Status**: `In Review`\n'],
      [
        '# A\n\n| Field | Value |\n| --- | --- |\n| Status | todo |\n| Owner | Mara |\n',
        '# A\n\n| Field | Value |\n| --- | --- |\n| Status | In Review |\n| Owner | Mara |\n',
      ],
      [
        '# A\n\n## Status\n\nTo do\n\n## Goal\n\nIt works.\n',
        '# A\n\n## Status\n\nIn Review\n\n## Goal\n\nIt works.\n',
      ],
      [
        '# A\n\n## Status\n\nIn progress since Monday. Half is done.\n',
        '# A\n\n## Status\n\nIn Review\n\nIn progress since Monday. Half is done.\n',
      ],
      ['# [WIP] Export\n\nIt works.\n', '# [IN REVIEW] Export\n\nIt works.\n'],
    ]);
  });

  describe('adds a status where there is none', () => {
    setsIn('status', 'Done', [
      ['---\nid: a\n---\n\n# A\n', '---\nid: a\nstatus: Done\n---\n\n# A\n'],
      ['# A\n\n**Owner:** Mara\n', '# A\n\n**Owner:** Mara\n\n**Status:** Done\n'],
      ['# A\n\n## Goal\n\nIt works.\n', '# A\n\n## Status\n\nDone\n\n## Goal\n\nIt works.\n'],
    ]);
  });

  describe('sets the owner in the style of the document', () => {
    setsIn('owner', '@kenji', [
      ["---\nassignee:\n  - '@priya'\nid: a\n---\n\n# A\n", "---\nassignee:\n  - '@kenji'\nid: a\n---\n\n# A\n"],
      ['---\nassignee: []\nstatus: todo\n---\n\n# A\n', '---\nassignee: ["@kenji"]\nstatus: todo\n---\n\n# A\n'],
      ['---\nassignee: [ "@mara", "@ben" ]\n---\n\n# A\n', '---\nassignee: [ "@kenji" ]\n---\n\n# A\n'],
      ['---\nowner:\nstatus: todo\n---\n\n# A\n', '---\nowner: "@kenji"\nstatus: todo\n---\n\n# A\n'],
      ['# A\n\n**Status:** To do\n**Owner:** TBD\n', '# A\n\n**Status:** To do\n**Owner:** @kenji\n'],
      ['# A\n\nOwner: Mara\n', '# A\n\nOwner: @kenji\n'],
    ]);
  });

  describe('sets values with quotes in them, and keeps the comment behind', () => {
    setsIn('status', "Won't do", [
      ["+++\nstatus = 'todo' # so\n+++\n\n# A\n", '+++\nstatus = "Won\'t do" # so\n+++\n\n# A\n'],
      ["+++\nstatus = '''todo''' # so\n+++\n\n# A\n", '+++\nstatus = "Won\'t do" # so\n+++\n\n# A\n'],
      ['+++\nid = 1\n+++\n\n# A\n', '+++\nid = 1\nstatus = "Won\'t do"\n+++\n\n# A\n'],
      ["---\nstatus: 'To do' # so\n---\n\n# A\n", "---\nstatus: 'Won''t do' # so\n---\n\n# A\n"],
    ]);
    setsIn('owner', 'Ann "Ace" O\'Neill', [
      ['+++\nowner = "Ben" # so\n+++\n\n# A\n', '+++\nowner = "Ann \\"Ace\\" O\'Neill" # so\n+++\n\n# A\n'],
      ["+++\nowner = ['Ben', '#2'] # so\n+++\n\n# A\n", '+++\nowner = ["Ann \\"Ace\\" O\'Neill"] # so\n+++\n\n# A\n'],
      ["---\nowner: ['Ben', Cem] # so\n---\n\n# A\n", "---\nowner: ['Ann \"Ace\" O''Neill'] # so\n---\n\n# A\n"],
    ]);
  });

  it('does nothing where a comment would be lost', () => {
    assert.equal(set('+++\nowner = [ "Ben", # first\n "Cem" ]\n+++\n\n# A\n', 'owner', 'Ann'), null);
    assert.equal(set('---\nowner:\n  - Ben # first\n  - Cem\n---\n\n# A\n', 'owner', 'Ann'), null);
  });

  it('does nothing where it would not be read back', () => {
    assert.equal(set('---\nstatus: >\n  to\n  do\n---\n\n# A\n', 'status', 'Done'), null);
    assert.equal(set('# A\n\nStatus: To do\n', 'status', 'TBD: a\n\n# B'), null);
  });
});
