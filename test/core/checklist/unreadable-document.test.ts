import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../../src/core/checklist/unreadable-document.ts';

describe('unreadableDocument', () => {
  const rulesOf = (path: string, settings = {}) =>
    unreadableDocument(path, 'It is not a text file.', { ...defaultSettings, ...settings }).findings.map(
      ({ rule }) => rule,
    );

  it('speaks up where a work item would be, and nowhere else', () => {
    assert.deepEqual(rulesOf('tasks/export.md'), ['document-unreadable']);
    assert.deepEqual(rulesOf('docs/logo.md'), []);
    assert.deepEqual(rulesOf('docs/logo.md', { include: ['docs/*'] }), ['document-unreadable']);
    assert.deepEqual(rulesOf('tasks/export.md', { exclude: ['tasks/*'] }), []);
    assert.deepEqual(rulesOf('tasks/export.md', { rules: { 'document-unreadable': 'off' } }), []);
  });

  it('says why, and meets no point', () => {
    const { title, points, findings } = unreadableDocument(
      'tasks/export.md',
      'It is not a text file.',
      defaultSettings,
    );
    assert.equal(title, 'export.md');
    assert.ok(
      Object.values(points).every(
        ({ verdict, evidence }) => verdict === 'unmet' && evidence === 'It is not a text file.',
      ),
    );
    assert.match(
      findings[0]?.message ?? '',
      /^This document cannot be read well\. It is not a text file\. Save it as UTF-8/,
    );
  });
});

describe('a work item with bytes that are no text', () => {
  it('has one finding, at the first of them', () => {
    const text = '---\ntype: task\nstatus: done\n---\n\n# Caf\ufffd, caf\ufffd\n';
    const { findings } = checkDocument({ path: 'a.md', text }, defaultSettings);
    assert.deepEqual(
      findings.map(({ rule, range }) => [rule, range.start]),
      [['document-unreadable', { line: 5, character: 5 }]],
    );
  });
});
