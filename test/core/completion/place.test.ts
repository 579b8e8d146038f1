import assert from 'node:assert/strict';
import { completionPlace } from '../../../src/core/completion/place.ts';
import { createVocabulary, defaultVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';

/** What could be written at `|`: what is wanted, how, and what is typed of it. */
function placeAt(marked: string, vocabulary = defaultVocabulary): string | null {
  const offset = marked.indexOf('|>');
  const text = marked.replace('|>', '');
  const place = completionPlace(text, offset, vocabulary);
  return place && `${place.wants} ${place.syntax} ${JSON.stringify(place.typed)}`;
}

const inBlock = (lines: string): string => `---\n${lines}\nother: x\n---\n# A\n`;

describe('what could be written', () => {
  it('in front matter is a key, or a value of the key', () => {
    assert.equal(placeAt(inBlock('|>')), 'key yaml ""');
    assert.equal(placeAt(inBlock('sta|>')), 'key yaml "sta"');
    assert.equal(placeAt(inBlock('status: |>')), 'status yaml ""');
    assert.equal(placeAt(inBlock('status: in pro|>')), 'status yaml "in pro"');
    assert.equal(placeAt(inBlock('owner: "@ma|>"')), 'person yaml "\\"@ma"');
    assert.equal(placeAt(inBlock('priority: |>')), 'value yaml ""');
    assert.equal(placeAt(inBlock('parent_task: |>')), 'work-item yaml ""');
    assert.equal(placeAt(inBlock('dependencies: [TASK-1, TA|>]')), 'work-item yaml "TA"');
    assert.equal(placeAt(inBlock('dependencies:\n  - TASK-1\n  # why\n  - |>')), 'work-item yaml ""');
    assert.equal(placeAt(inBlock('files:\n  - src/a|>')), 'path yaml "src/a"');
    assert.equal(placeAt(inBlock('references: [a.md, "src/|>"]')), 'path yaml "\\"src/"');
    assert.equal(placeAt(inBlock('status:|>')), null);
    assert.equal(placeAt(inBlock('status: done # sin|>')), null);
    assert.equal(placeAt(inBlock('note: x\n  - |>')), null);
  });

  it('knows what of a value follows, and what has to', () => {
    const placeOf = (marked: string) =>
      completionPlace(marked.replace('|>', ''), marked.indexOf('|>'), defaultVocabulary);
    assert.equal(placeOf(inBlock('status: in| progress'.replace('|', '|>')))?.rest, ' progress'.length);
    assert.equal(placeOf(inBlock('deps: [T-|>1, T-2]'))?.rest, 1);
    assert.equal(placeOf(inBlock('owner: "|>"'))?.rest, 0);
    assert.equal(placeOf(inBlock('sta|>tus'))?.closing, ': ');
    assert.equal(placeOf(inBlock('sta|>tus: x'))?.closing, '');
    assert.equal(placeOf('# A\n\n| Status | |>In progress | x |')?.rest, 'In progress'.length);
    assert.equal(placeOf('# A\n\n[[|>')?.closing, ']]');
    assert.equal(placeOf('# A\n\n[[|>]]')?.closing, '');
  });

  it('after a label is what that is for', () => {
    assert.equal(placeAt('# A\n\n**Status:** |>'), 'status text ""');
    assert.equal(placeAt('# A\n\nStatus: in|>'), 'status text "in"');
    assert.equal(placeAt('# A\n\n- **Owner**: Ma|>'), 'person text "Ma"');
    assert.equal(placeAt('# A\n\n| Depends on | |>'), 'work-item text ""');
    assert.equal(placeAt('# A\n\nDepends on: TASK-1, |>'), 'work-item text ""');
    assert.equal(placeAt('# A\n\nNote: |>'), null);
    const german = createVocabulary({ labels: { status: ['Stand'] }, statuses: {} });
    assert.equal(placeAt('# A\n\nStand: |>', german), 'status text ""');
  });

  it('in a section on dependencies is a work item', () => {
    assert.equal(placeAt('# A\n\n## Dependencies\n\n- TASK-1\n- |>'), 'work-item text ""');
    assert.equal(placeAt('# A\n\n**Depends on:**\n\n- [ ] lim|>'), 'work-item text "lim"');
    assert.equal(placeAt('# A\n\n## Dependencies\n\n## Next steps\n\n- |>'), null);
  });

  it('after its mark is a work item or a person', () => {
    assert.equal(placeAt('# A\n\nSee [[lim|>'), 'work-item [[ "lim"');
    assert.equal(placeAt('# A\n\nSee #1|>'), 'work-item # "#1"');
    assert.equal(placeAt('# A\n\nSee TASK-|>'), 'work-item id "TASK-"');
    assert.equal(placeAt('# A\n\nSee WP0|>'), 'work-item id "WP0"');
    assert.equal(placeAt('# A\n\nAsk (@ma|>'), 'person @ "@ma"');
    assert.equal(placeAt('---\nid: 1\n---\n# A\n\n@|>'), 'person @ "@"');
  });

  it('in sentences, headings, addresses and code is nothing of ours', () => {
    for (const marked of [
      '# A\n\nWe write a |>',
      '# A\n\n#|>',
      '# A\n\n##|>',
      '# A\n\n- [ ] #|>',
      '# A\n\n- |>',
      '# A\n\nmail@ma|>',
      '# A\n\nfeature/TASK-|>',
      '# A\n\nhttps://x.example/#1|>',
      '# A\n\n```yaml\nstatus: |>\n```',
      `# A\n\n${'x'.repeat(400)} @|>`,
      'status: x\n---\n|>',
      '---\nNo front matter |>',
    ])
      assert.equal(placeAt(marked), null, marked);
  });
});
