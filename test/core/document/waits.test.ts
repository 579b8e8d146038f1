import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';

const settings = { ...defaultSettings, include: ['**'] };
const reportOn = (text: string) => checkDocument({ path: 'item.md', text }, settings);
const waits = (text: string) => reportOn(text).waits.map(({ text, since, blocking }) => [text, since, blocking]);

describe('what a work item says that it waits on', () => {
  it('is in labelled lines, with since when', () => {
    assert.deepEqual(waits('# Sign in\n\nStatus: open\nBlocked by: the contract with Northwind (since 2026-11-02)\n'), [
      ['the contract with Northwind (since 2026-11-02)', '2026-11-02', true],
    ]);
  });

  it('is in sections, each open entry of its own', () => {
    const text = [
      '# Sign in',
      '',
      '## Dependencies',
      '',
      '- [x] Keys from Ops',
      '- [ ] Mara: the design, asked 3 March 2026',
      '- Blocks the release',
      '- Waiting for legal',
      '',
    ].join('\n');
    assert.deepEqual(waits(text), [
      ['Mara: the design, asked 3 March 2026', '2026-03-03', false],
      ['Waiting for legal', null, true],
    ]);
  });

  it('is in front matter', () => {
    assert.deepEqual(waits('---\nstatus: open\nblocked_by: legal\n---\n\n# Sign in\n'), [['legal', null, true]]);
    const [legal, keys] = [
      ['legal', null, true],
      ['keys, from Ops', null, true],
    ];
    assert.deepEqual(waits('---\nblocked_by:\n  - legal\n  - "keys, from Ops"\n---\n\n# Sign in\n'), [legal, keys]);
    assert.deepEqual(waits('---\nblocked_by: [legal, "keys, from Ops"]\n---\n\n# Sign in\n'), [legal, keys]);
  });

  it('is in the status where nothing else says it', () => {
    assert.deepEqual(waits('# Sign in\n\n**Status:** Blocked (legal, since 2026-03-02)\n'), [
      ['legal, since 2026-03-02', '2026-03-02', true],
    ]);
    assert.deepEqual(waits('# Sign in\n\n**Status:** Blocked\n'), []);
  });

  it('is nothing where the text says so, a place is empty, or the work is finished', () => {
    assert.deepEqual(waits('# Sign in\n\nStatus: open\nDepends on: nothing\n'), []);
    assert.deepEqual(waits('# Sign in\n\nStatus: open\n\n## Dependencies\n\nTBD\n'), []);
    assert.deepEqual(waits('# Sign in\n\nStatus: done\nBlocked by: legal\n'), []);
  });
});

describe('what a work item plans', () => {
  it('is its milestone, labels and due date, in front matter or labelled lines', () => {
    const inFrontMatter = reportOn(
      '---\nstatus: open\nmilestone: v2\nlabels: [backend, "#api", backend]\ndue: 2026-12-01\n---\n\n# Sign in\n',
    );
    assert.deepEqual(
      [inFrontMatter.milestone, inFrontMatter.labels, inFrontMatter.due],
      ['v2', ['backend', 'api'], '2026-12-01'],
    );
    const inText = reportOn(
      '# Sign in\n\n**Status:** open\n**Sprint:** 14\n**Tags:** api; web\n**Due:** 1 December 2026\n',
    );
    assert.deepEqual([inText.milestone, inText.labels, inText.due], ['14', ['api', 'web'], '2026-12-01']);
  });

  it('is nothing where nothing is planned', () => {
    const { milestone, labels, due, statusKind } = reportOn('---\nlabels: []\nmilestone:\n---\n\n# Sign in\n');
    assert.deepEqual([milestone, labels, due, statusKind], [null, [], null, null]);
  });

  it('knows what the status says', () => {
    const kindOf = (status: string) => reportOn(`# Sign in\n\nStatus: ${status}\n`).statusKind;
    assert.deepEqual(['To do', 'In review', 'Blocked (legal)', 'Shipped', 'Purple'].map(kindOf), [
      'active',
      'in-progress',
      'blocked',
      'finished',
      null,
    ]);
  });
});
