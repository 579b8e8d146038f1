import assert from 'node:assert/strict';
import { readDocument } from '../../../src/core/document/document.ts';
import { unlinkedPaths } from '../../../src/core/document/unlinked-paths.ts';

const pathsIn = (text: string): string[] => {
  const document = readDocument('a.md', text);
  return unlinkedPaths(document).map(({ range }) => text.slice(range.start, range.end));
};

describe('unlinkedPaths', () => {
  it('finds paths in words and in code, with their lines', () => {
    const paths = [
      'src/a.ts',
      '`src/a.ts:42`',
      '../b.md',
      './docs/',
      'README.md',
      '`.github/ci.yml:3-9`',
      'a-b/@c/d_e.js',
    ];
    assert.deepEqual(
      pathsIn(`# A\n\n## References\n\n${paths.map((path) => `- See ${path}, please.\n`).join('')}`),
      paths,
    );
    assert.deepEqual(pathsIn(`# A\n\n## References\n\n| File |\n| --- |\n| \`src/a.ts\` |\n`), ['`src/a.ts`']);
    assert.deepEqual(pathsIn('# A\n\n**Files:** src/a.ts and b/c.md\n'), ['src/a.ts', 'b/c.md']);
  });

  it('finds none in what is a link, or shown to nobody', () => {
    const links = [
      '[src/a.ts](x)',
      '[`src/a.ts`](<src/a.ts>)',
      '![a](src/a.png)',
      '[src/a.ts][a]',
      '[a]: src/a.ts',
      '[[docs/a.md]]',
      'https://example.org/src/a.ts',
      '<a href="src/a.ts">',
      '<!-- src/a.ts -->',
      '`npm run src/a.ts`',
      'src/*.ts',
      'src/{a,b}.ts',
      '@scope/name',
      'v1.2',
      'and/or',
      '$HOME/a.ts',
      '~/a.ts',
      '/etc/hosts.conf',
      'C:\\a\\b.ts',
    ];
    for (const link of links) assert.deepEqual(pathsIn(`# A\n\n## References\n\n- ${link}\n`), [], link);
  });

  it('looks at what is said of resources only', () => {
    assert.deepEqual(pathsIn('---\nfiles: src/a.ts\n---\n# A\n\n## Goal\n\nWrite src/a.ts and `src/b.ts`.\n'), []);
    assert.deepEqual(pathsIn('# A\n\n## References\n\n```\nsrc/a.ts\n```\n\n### src/b.ts\n'), []);
  });

  it('leaves out a file without its folder behind an address: it is one of those there', () => {
    const references = (text: string): string[] => pathsIn(`# A\n\n## References\n\n- ${text}\n`);
    assert.deepEqual(references('[theirs](https://example.com/x), the schema.json'), []);
    assert.deepEqual(references('the schema.json of [theirs](https://example.com/x)'), ['schema.json']);
    assert.deepEqual(references('[theirs](https://example.com/x), as in src/schema.json'), ['src/schema.json']);
  });

  it('leaves out what was changed, and what is done', () => {
    const records = ['File List', 'Modified Files', 'Files changed', 'Files (done)', 'Files ✅'];
    for (const title of records) assert.deepEqual(pathsIn(`# A\n\n## ${title}\n\n- src/a.ts\n`), [], title);
    assert.deepEqual(pathsIn('# A\n\n## Dev Agent Record\n\n### References\n\n- src/a.ts\n'), []);
    assert.deepEqual(pathsIn('# A\n\n## References\n\n- [x] src/a.ts\n- [ ] src/b.ts\n'), ['src/b.ts']);
    for (const title of ['Files to change', 'Key files'])
      assert.deepEqual(pathsIn(`# Complete the list\n\n## ${title}\n\n- src/a.ts\n`), ['src/a.ts'], title);
  });

  it('leaves long listings at their first lines, and takes no longer for hard ones', () => {
    const listing = Array.from({ length: 50 }, (_, at) => `- src/${at}.ts\n`).join('');
    assert.equal(pathsIn(`# A\n\n## References\n\n${listing}`).length, 20);
    for (const hard of ['../', 'a/', 'a.', '[', '[](', '`', '<', 'a-', '`a/', '@:'])
      assert.ok(pathsIn(`# A\n\n## References\n\n${hard.repeat(30_000)}\n`).length <= 20);
  }).timeout(1000);
});
