import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../../src/core/checklist/check-document.ts';

/** The kind of dependencies, and the evidence for it. */
function told(text: string): string {
  const { kind, evidence } = checkDocument({ path: 'a.md', text }, defaultSettings).points.dependencies;
  return `${kind}: ${evidence}`;
}

const absent = 'absent: Nothing says whether this work waits on anybody or anything.';

describe('judgeDependencies', () => {
  it('finds what is listed', () => {
    assert.equal(told('Depends on: #12\n'), 'listed: #12');
    assert.equal(told('## Dependencies\n\n- The bank\n'), 'listed: The bank');
    assert.equal(told('---\nlinks:\n  blocked_by: [A-1]\n---\n'), 'listed: [A-1]');
    assert.equal(told('Depends on: none\nBlocks: #4\n'), 'listed: #4');
  });

  it('finds a written none', () => {
    assert.equal(told('Depends on: none\n'), 'none-stated: none');
    assert.equal(told('## Dependencies\n\nNone.\n'), 'none-stated: None.');
    assert.equal(told('---\ndependencies: []\n---\n\n## Dependencies\n\nNone.\n'), 'none-stated: None.');
  });

  it('finds sentences, outside of code', () => {
    assert.equal(told('We are blocked by the platform team.\n'), 'listed: We are blocked by the platform team.');
    assert.equal(told('- [depends on the index](index.md)\n'), 'listed: depends on the index');
    assert.equal(told('This work has no dependencies.\n'), 'none-stated: This work has no dependencies.');
    assert.equal(told('```\ndepends on #12\n```\n'), absent);
    assert.equal(told('It depends on the weather and waits for nobody.\n'), absent);
    assert.equal(told('The page depends on UTF-8.\n'), absent);
  });

  it('finds an order among changes, and what waits on this one', () => {
    for (const text of [
      'It reuses the new parser once that change lands.',
      'Then wait for the billing adapter before the switch.',
      'This unblocks #31.',
      'Blocked by Story 4.2.',
      'If the other proposal is accepted, drop this one.',
    ])
      assert.equal(told(`${text}\n`), `listed: ${text}`);
    for (const text of [
      'Requires FR-003.',
      'Blocked by error TS18048.',
      'It depends on ES2023.',
      'It [blocks](a.md) the page.',
    ])
      assert.equal(told(`${text}\n`), absent, text);
    assert.equal(told('Waits for `@State` to change.\n'), absent);
    assert.equal(told('Waits for WP3 and an answer of @ana.\n').split(':')[0], 'listed');
    for (const text of ['When that button is pressed, wait.', 'Wait for the answer.', 'Once it lands, the bird rests.'])
      assert.equal(told(`${text}\n`), absent, text);
  });

  it('takes for a written none what is said of the work, not of a program', () => {
    assert.equal(told('- **Independent** of the other packages.\n'), 'none-stated: Independent of the other packages.');
    assert.equal(told('_Independent of the others._\n'), 'none-stated: Independent of the others.');
    assert.equal(told('No blockers.\n'), 'none-stated: No blockers.');
    assert.equal(told('The second phase has no known blockers.\n').split(':')[0], 'none-stated');
    assert.equal(told('The binary has no dependencies.\n'), absent);
    assert.equal(told('- No external dependencies\n'), absent);
    assert.equal(told('A service that is independent of the cloud.\n'), absent);
  });

  it('takes work for a dependency, not the libraries of a program', () => {
    assert.equal(told('# A\n\n## Dependencies\n\nPython libraries\n\n- a 1.2\n- b 2.0\n'), absent);
    assert.equal(told('# A\n\n## Dependencies\n\nNpm packages:\n\n- a 1.2\n- Epic 3\n'), 'listed: Epic 3');
    assert.equal(told('# A\n\n## Dependencies\n\nThe package must be published first.\n').split(':')[0], 'listed');
    assert.equal(told('# A\n\n## Dependencies\n\nNone.\n\nSee #4 for later.\n'), 'none-stated: None.');
  });

  it('tells an empty field from none', () => {
    assert.match(told('---\ndependencies: []\n---\n'), /^empty-default: "dependencies" is empty/);
    assert.match(told('**Depends on:** TBD\n'), /^empty-default: "depends on" holds only placeholder text/);
    assert.equal(told('## Dependencies\n'), 'absent: The section "Dependencies" is empty.');
  });

  it('leaves risks and what a system runs on alone', () => {
    assert.equal(told('# A\n\n## Risks and dependencies\n\nIt may be slow.\n'), absent);
    assert.equal(told('# A\n\n## Risks and dependencies\n\nThe team of the bank is small.\n').split(':')[0], 'listed');
    assert.equal(told('## Runtime\n\n### Dependencies\n\nA database.\n'), absent);
    assert.equal(told('## Runtime\n\nFast.\n\n## Dependencies\n\nA database.\n').split(':')[0], 'listed');
  });
});
