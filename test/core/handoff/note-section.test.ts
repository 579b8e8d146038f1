import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { handoffNote } from '../../../src/core/handoff/handoff-note.ts';
import { noteAsSection } from '../../../src/core/handoff/note-section.ts';
import { fixtures } from '../checklist/fixtures.ts';
import { commit, file, repository } from './example-facts.ts';

const note = handoffNote({
  date: '2026-03-02T18:04:00+01:00',
  from: 'Ann Lee',
  to: 'Ben',
  gathered: repository({ files: [file()], commits: [commit()] }),
  workItems: [
    {
      ...{
        path: 'tasks/a.md',
        title: 'A',
        finished: false,
        questions: [],
        begun: false,
        planned: [],
        unticked: [{ text: 'Mail is sent', line: 9 }],
      },
      ...{ status: { text: 'In Progress', line: 2 }, dependencies: { text: 'TASK-3', line: 3 } },
      ...{ nextActions: [{ text: 'Ask Ben', line: 4 }], waitsOn: [] },
    },
  ],
  unsaved: [],
  ignoredLinks: [],
  errors: [],
  foldersUp: 1,
}).text;

const put = (text: string, signature = '2026-03-02 18:04 +01:00, Ann Lee'): string => {
  const edit = noteAsSection(text, text.includes('\r\n') ? '\r\n' : '\n', note, signature);
  return text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
};

describe('noteAsSection', () => {
  it('puts the note at the end, with its headings below that of the section', () => {
    const text = put('# A\n\nText.\n');
    assert.ok(text.startsWith('# A\n\nText.\n\n## Handoffs\n\n### 2026-03-02 18:04 +01:00, Ann Lee\n\n#### TL;DR\n\n'));
    assert.ok(!text.includes('type: handoff'));
    assert.match(text, /\n#### What changed\n[\s\S]*\n##### Only on my machine, not committed: 1 file\n/);
  });

  it('puts the next one above, and takes nothing away', () => {
    const once = put('# A\n\nText.\n', 'first');
    const twice = put(once, 'second');
    assert.equal(twice.match(/^## Handoffs$/gm)?.length, 1);
    assert.ok(twice.indexOf('### second\n') < twice.indexOf('### first\n'));
    assert.equal(twice.replace(/### second\n[\s\S]*?(?=### first)/, ''), once);
  });

  for (const { path, text } of fixtures) {
    it(`leaves what ${path} says as it was`, () => {
      const read = (whole: string) => {
        // The scope of a suppression may reach to the document's end.
        const { suppressions, ...report } = checkDocument({ path, text: whole }, defaultSettings);
        return { ...report, suppressions: suppressions.length };
      };
      for (const after of [put(text), put(put(text))]) {
        assert.deepEqual(read(after), read(text));
        assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text) || !text.includes('\n'));
      }
    });
  }
});
