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

  it('tells an empty field from none', () => {
    assert.match(told('---\ndependencies: []\n---\n'), /^empty-default: "dependencies" is empty/);
    assert.match(told('**Depends on:** TBD\n'), /^empty-default: "depends on" is empty/);
    assert.equal(told('## Dependencies\n'), 'absent: The section "Dependencies" is empty.');
  });

  it('leaves risks and what a system runs on alone', () => {
    assert.equal(told('# A\n\n## Risks and dependencies\n\nIt may be slow.\n'), absent);
    assert.equal(told('# A\n\n## Risks and dependencies\n\nThe team of the bank is small.\n').split(':')[0], 'listed');
    assert.equal(told('## Runtime\n\n### Dependencies\n\nA database.\n'), absent);
    assert.equal(told('## Runtime\n\nFast.\n\n## Dependencies\n\nA database.\n').split(':')[0], 'listed');
  });
});
