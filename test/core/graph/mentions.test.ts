import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { readDocument } from '../../../src/core/document/document.ts';
import { createGraph } from '../../../src/core/graph/graph.ts';
import { mentionAt, mentionsIn } from '../../../src/core/graph/mentions.ts';
import { growth, linear } from '../../fakes/growth.ts';

const settings = { ...defaultSettings, include: ['**'] };

/** What `text`, the document `a.md`, speaks of: the words and whom they name. */
function mentioned(text: string, others: Readonly<Record<string, string>>): string[] {
  const graph = createGraph();
  for (const [path, content] of Object.entries({ ...others, 'a.md': text }))
    graph.set({ key: path, folder: '/w', report: checkDocument({ path, text: content }, settings) });
  return mentionsIn(readDocument('a.md', text), '/w', graph).map(
    ({ range, text: words, items }) =>
      `${text.slice(range.start, range.end) === words ? words : 'misplaced'} = ${items.map(({ key }) => key).join(' ')}`,
  );
}

const limit = { 'tasks/task-12 - Limit.md': '---\nid: TASK-12\n---\n# Limit' };

describe('the mentions of work items in a text', () => {
  it('are ids in any letter case, in front matter, sentences and alone in a code span', () => {
    const text = '---\nparent: task-12\n---\n# TASK-12 and more\n\nSee (TASK-12), `TASK-12`; **task-12**: TASK-12.';
    assert.deepEqual(mentioned(text, limit), [
      'task-12 = tasks/task-12 - Limit.md',
      ...Array(3).fill('TASK-12 = tasks/task-12 - Limit.md'),
      'task-12 = tasks/task-12 - Limit.md',
      'TASK-12 = tasks/task-12 - Limit.md',
    ]);
  });

  it('are not parts of other words, of paths, addresses and code', () => {
    const text = [
      'TASK-121 XTASK-12 TASK-12-b TASK-12b task-12.md feature/TASK-12 TASK-12/x',
      'https://example.org/TASK-12 https://example.org/?id=TASK-12 a@TASK-12 task-12@home',
      '`git checkout TASK-12`',
      '```\nTASK-12\n```',
      '    TASK-12',
    ].join('\n\n');
    assert.deepEqual(mentioned(text, limit), []);
  });

  it('are links, once, however they are written', () => {
    const text = [
      '[TASK-12](tasks/task-12%20-%20Limit.md#limit) [it](<tasks/task-12 - Limit.md>)',
      '[[Some page]] [[Limits]] [web](https://example.org/x.md) [none](tasks/x.md)',
      '[own](#goal)',
    ].join('\n\n');
    assert.deepEqual(
      mentioned(text, { ...limit, 'old/limits.md': '# Old' }).map((found) => found.split(' = ')[0]),
      ['TASK-12', 'tasks/task-12%20-%20Limit.md#limit', 'tasks/task-12 - Limit.md', 'Limits'],
    );
  });

  it('are the ids that the document has itself', () => {
    assert.deepEqual(mentioned('---\nid: "7"\n---\n# Export', {}), ['7 = a.md']);
    assert.deepEqual(mentioned('---\nid: T-7\n---\n# T-7: Export', {}), ['T-7 = a.md', 'T-7 = a.md']);
  });

  it('are numbers among dependencies only, or after # where a work item states that number', () => {
    const numbered = { '12-limit.md': '# Limit', '13.md': '---\nid: 13\n---\n# Export' };
    assert.deepEqual(mentioned('---\ndependencies: [12, "#13"]\n---\n# A\n\n12 of 13', numbered), [
      '12 = 12-limit.md',
      '#13 = 13.md',
    ]);
    assert.deepEqual(mentioned('# A\n\nSee #12 and #13.\n\n- [ ] #13 The first criterion.\n- (#13)', numbered), [
      '#13 = 13.md',
      '#13 = 13.md',
    ]);
  });

  it('are words and numbers where a work item calls itself that', () => {
    const stories = { 'stories/4.2.story.md': '# Story 4.2: Sorting', 'tasks/2-write.md': '# Write it' };
    assert.deepEqual(mentioned('# A\n\nAfter Story 4.2, do task 2.', stories), ['Story 4.2 = stories/4.2.story.md']);
  });

  it('go to the work item that states an id rather than to one whose file is named after it', () => {
    const both = { 'T-1-old.md': '# Old', 'new.md': '---\nid: T-1\n---\n# New' };
    assert.deepEqual(mentioned('# A\n\nT-1', both), ['T-1 = new.md']);
    assert.deepEqual(mentioned('# A\n\nT-2', { 'T-2-a.md': '# A', 'T-2-b.md': '# B' }), ['T-2 = T-2-a.md T-2-b.md']);
  });

  for (const piece of ['a', 'a-', '1 ', '`'])
    it(`are found in a text of ${piece} in proportion to its length`, async () => {
      const find = (size: number) => mentioned(`${piece.repeat(size)} T-1`, { 'T-1.md': '# A' });
      assert.ok((await growth(find)) < linear);
    });
});

describe('mentionAt', () => {
  it('finds what stands at a place or right before it', () => {
    const range = { start: 4, end: 8 };
    const mention = { range, text: 'T-12', kind: 'id', items: [] } as const;
    const next = { ...mention, range: { start: 8, end: 12 } };
    const found = (offset: number) => mentionAt([mention, next], offset)?.range.start ?? null;
    assert.deepEqual([3, 4, 7, 8, 12, 13].map(found), [null, 4, 4, 8, 8, null]);
  });
});
