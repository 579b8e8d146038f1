import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { type DocumentStyle, metPoints } from '../../src/core/report.ts';
import { newWorkItem } from '../../src/core/work-item-template.ts';
import { someWords } from './checklist/apply-fix.ts';

const styles: readonly DocumentStyle[] = ['front-matter', 'table', 'labels', 'headings'];
const title = 'Export "the" list: phase 2';

describe('newWorkItem', () => {
  for (const style of styles) {
    const { text, fileName } = newWorkItem(title, style);
    const check = (document: string) => checkDocument({ path: fileName, text: document }, defaultSettings);

    it(`makes a work item in the style ${style} that says what is missing`, () => {
      const report = check(text);
      assert.equal(report.workItem, true);
      assert.deepEqual([report.title, report.style, report.status], [title, style, 'To Do']);
      assert.deepEqual(
        report.findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('dependencies-')),
        ['goal-placeholder', 'resources-placeholder', 'next-action-placeholder', 'done-placeholder'],
      );
      assert.equal(metPoints(report.points), 0);
    });

    it(`has all five points in the style ${style} once its prompts are replaced`, () => {
      const filled = text.replace(/\[[^\]\n]{2,}\](?:\(path or address\))?|TBD/g, someWords);
      const report = check(filled);
      assert.equal(report.workItem, true);
      assert.deepEqual(report.findings, []);
      assert.equal(metPoints(report.points), 5);
    });
  }

  it('says where the author begins to write', () => {
    const { text, firstStop } = newWorkItem(title, 'labels');
    assert.equal(
      text.slice(firstStop.start, firstStop.end),
      '[What should be true when this is done, for whom, and why]',
    );
  });

  it('makes a file name of the title', () => {
    const name = (words: string): string => newWorkItem(words, 'headings').fileName;
    assert.equal(name('  Export: "the"   LIST/v2 '), 'export-the-list-v2.md');
    assert.equal(name('Überprüfe Größe 日本'), 'überprüfe-größe-日本.md');
    assert.equal(name('../..'), 'work-item.md');
    assert.equal(name(`${'a'.repeat(59)} b`), `${'a'.repeat(59)}.md`);
  });

  it('keeps a title to one line', () => {
    assert.match(newWorkItem('a\n## b', 'headings').text, /^# a ## b\n/);
  });
});
