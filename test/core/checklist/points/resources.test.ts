import assert from 'node:assert/strict';
import { judgeResources } from '../../../../src/core/checklist/points/resources.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readWorkItem } from '../../../../src/core/document/work-item.ts';

/** What the work needs, as a document tells it. */
function told(text: string): string {
  const { verdict, evidence } = judgeResources(readWorkItem(readDocument('a.md', text)));
  return `${verdict}: ${evidence()}`;
}

const missing = 'unmet: No file, link or other resource is named.';

describe('judgeResources', () => {
  it('finds what a reader can follow', () => {
    for (const reference of [
      'https://docs.acme.dev/export',
      '.editorconfig.json',
      'vite.config.ts',
      'README',
      'npm run',
      'issue 12',
    ])
      assert.equal(told(`Look at ${reference} first.\n`), `met: ${reference}`);
    assert.equal(told('Start it by `make export DAY=today`.\n'), 'met: make export DAY=today');
    assert.equal(told('All of `rules/`.\n'), 'met: rules/');
    assert.match(told('All of `rules/*`.\n'), /^met/);
  });

  it('leaves alone what only looks like a reference', () => {
    for (const text of [
      '- [ ] #1 It works',
      'UTF-8, SHA-256 and FR-001',
      'Runs on Node.js and Vue.js',
      'Read me a story and make the bed',
      'Go to the test',
      'Calls `Math.max`, `user.name` and `app.start`',
    ])
      assert.equal(told(`${text}\n`), missing, text);
  });

  it('leaves alone what a reader does not see, examples, and links to the work that this one waits on', () => {
    assert.equal(told('<!-- from notes/old.md -->\n\nText.\n'), missing);
    assert.equal(told('<!-- a --> <!-- from notes/old.md --> see `new.md`\n'), 'met: new.md');
    assert.equal(told('<!-- never closed: old.md'), missing);
    assert.equal(told('Users paste an address (e.g. https://host/owner/repo/issues/9).\n'), missing);
    assert.equal(told('Users paste an address, e.g. a link. See src/paste.ts.\n'), 'met: src/paste.ts');
    assert.equal(told('- [depends on the index](index.md)\n'), missing);
    assert.equal(told('Look at [the index](path or address), [the log](URL) and [it](..).\n'), missing);
    assert.equal(told('# A\n\n## Links\n\n- [the index](path or address)\n').split(':')[0], 'unmet');
    assert.equal(told('- [the index](index.md)\n'), 'met: index.md');
  });

  it('takes a section for a resource that lists some or leads somewhere', () => {
    assert.equal(told('# A\n\n## Discussion\n\nSome prefer the old way, others do not.\n'), missing);
    assert.match(told('# A\n\n## Discussion\n\nOn the board, see #12.\n'), /^met/);
    assert.match(told('# A\n\n## Documentation\n\n- The handbook of the bank\n'), /^met/);
  });

  it('does not take for a resource what somebody who was not there cannot find', () => {
    assert.equal(
      told('# A\n\n## Resources\n\nAs discussed with the bank.\n'),
      'unmet: "As discussed with the bank" leads nowhere for somebody who was not there.',
    );
    assert.match(told('Links: see the chat of last week\n'), /^unmet: "see the chat" leads/);
    assert.match(told('# A\n\n## References\n\n- the usual docs\n'), /^unmet: "the usual docs" leads/);
    assert.equal(told('# A\n\n## References\n\n- as discussed, notes/call.md\n'), 'met: as discussed, notes/call.md');
    assert.match(told('# A\n\n## References\n\n- as discussed\n- see the chat\n'), /^unmet: "as discussed" leads/);
    assert.match(told('# A\n\n## References\n\n- as discussed\n- The handbook of the bank\n'), /^met/);
    assert.equal(told('# A\n\n## Resources\n\nAs discussed.\n\n## B\n\nSee `src/a.ts`.\n'), 'met: src/a.ts');
    assert.equal(told('# A\n\n## Resources\n\nNone.\n'), 'met: None.');
    assert.equal(told('Resources: none\n'), 'met: none');
  });
});
