import assert from 'node:assert/strict';
import { anchorsOf, comparableAnchor } from '../../../src/core/graph/anchors.ts';
import { growth, linear } from '../../fakes/growth.ts';

const anchors = (text: string): string[] => [...anchorsOf(text).values()];

describe('anchorsOf', () => {
  it('names headings as GitHub does', () => {
    // The left-hand side is what github-slugger makes of the rendered headings.
    assert.deepEqual(
      anchors(
        [
          '# The goal',
          '## `code`, *emphasis* and _more_ of snake_case',
          '## [A link](x.md) & ![a picture](y.png)',
          '## Was *nun*? Größe!',
          'Underlined',
          '===',
          '## Closed ##',
          '## C#',
          '> ### In a quote',
          '- ## In a list',
        ].join('\n'),
      ),
      [
        'the-goal',
        'code-emphasis-and-more-of-snake_case',
        'a-link--a-picture',
        'was-nun-größe',
        'underlined',
        'closed',
        'c',
        'in-a-quote',
        'in-a-list',
      ],
    );
  });

  it('counts headings that say the same', () => {
    assert.deepEqual(anchors('# Setup\n## Setup\n## Setup'), ['setup', 'setup-1', 'setup-2']);
  });

  it('takes marks of HTML and of the document for anchors, and headings in code for none', () => {
    assert.deepEqual(
      anchors('```sh\n# no heading\n```\n~~~\n# none\n```\n~~~\n## One {#first}\n<a id="Two"></a>\n<h2>Three</h2>'),
      ['one', 'three', 'first', 'Two'],
    );
  });

  it('compares what the tools write differently as the same', () => {
    const known = anchorsOf('## 🎯 Goal -- and `why`');
    for (const link of [
      '-goal----and-why',
      'goal-and-why',
      '🎯-goal----and-why',
      'user-content--goal----and-why',
      'Goal-And-Why',
    ])
      assert.ok(known.has(comparableAnchor(link)), link);
    assert.ok(!known.has(comparableAnchor('goals-and-why')));
  });

  for (const piece of ['# [', '#', '-', '<h1', '<a ', '{#', '> ', '`', '_', '# \t'])
    it(`takes time in proportion to a text of ${piece}`, async () => {
      assert.ok((await growth((size) => anchorsOf(piece.repeat(size / piece.length)))) < linear);
    });
});
