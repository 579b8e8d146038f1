import assert from 'node:assert/strict';
import { judgeGoal } from '../../../../src/core/checklist/points/goal.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readWorkItem } from '../../../../src/core/document/work-item.ts';

/** The verdict on the goal, and what it lacks. */
function told(text: string): string {
  const { verdict, gap } = judgeGoal(readWorkItem(readDocument('a.md', text)));
  return `${verdict} ${gap?.kind ?? ''}`;
}

describe('judgeGoal', () => {
  it('finds a goal that only names the work', () => {
    assert.equal(told('# Search\n\n## Goal\n\nImprove search performance\n'), 'met vague');
    assert.equal(told('# Search\n\n## Goal\n\nFix it.\n'), 'unmet vague');
    assert.equal(told('# Search\n\n**Goal:** Fix it\n'), 'unmet vague');
    assert.equal(told('# Search\n\n**Goal:** Performance improvements\n'), 'met vague');
    assert.equal(told('# Search\n\n**Scope:** backend\n'), 'unmet absent');
    // The title is a statement by itself.
    assert.equal(told('# Search answers within a second\n\n## Goal\n\nImprove search performance\n'), 'met ');
    assert.equal(told('# Search\n\n## Goal\n\nImprove search performance\n\nPeople wait for five seconds.\n'), 'met ');
    assert.equal(told('# Search\n\n## Goal\n\nhttps://example.com/search\n'), 'met ');
    assert.equal(told('# 検索\n\n## Goal\n\n商品が十万件ある店でも一覧が二百ミリ秒以内に表示される\n'), 'met ');
  });

  it('finds a goal that only repeats the title', () => {
    const title = '# Story 4.1: Export the list as a spreadsheet';
    assert.equal(told(`${title}\n\n## Goal\n\nExport the list, as a **spreadsheet**.\n`), 'met vague');
    assert.equal(told(`${title}\n\n## Goal\n\nExport the list as a spreadsheet for finance.\n`), 'met ');
  });

  it('prefers what says more', () => {
    const vague = '# Search\n\n## Goal\n\nImprove search performance\n';
    assert.equal(told(`${vague}\n## Why\n\nPeople leave the list while it loads.\n`), 'met ');
    assert.equal(told(`${vague}\n## Notes\n\nDescription: People leave the list while it loads.\n`), 'met ');
  });

  it('finds the place that holds nothing', () => {
    assert.equal(told('# Search\n\n## Goal\n\n[Say why]\n'), 'unmet placeholder');
    assert.equal(told('# Search\n\n## Notes\n\n## Goal\n'), 'unmet placeholder');
    assert.equal(told('# Search\n\n| Goal | TBD |\n|---|---|\n'), 'unmet placeholder');
    assert.equal(told('# Search\n\n**Goal:**\n'), 'unmet placeholder');
    assert.equal(told('# Search\n'), 'unmet absent');
  });
});
