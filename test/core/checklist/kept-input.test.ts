import assert from 'node:assert/strict';
import {
  addEverythingMissing,
  type CheckSettings,
  checkDocument,
  type DocumentInput,
  fixFinding,
  keptInput,
} from '../../../src/core/checklist/check-document.ts';
import { defaultVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';
import { settings } from './apply-fix.ts';

const text =
  '---\nstatus: open\n---\n\n# Invoices of a month\n\n## Goal\n\nFinance downloads a month of invoices as one file.\n';

/** Settings, and how often a document has been read by them. */
function counting(): { readonly settings: CheckSettings; readonly readings: () => number } {
  let headings = 0;
  const rolesOfHeading = (heading: string) => {
    if (heading === 'Goal') headings += 1;
    return defaultVocabulary.rolesOfHeading(heading);
  };
  const once = { ...settings, vocabulary: { ...defaultVocabulary, rolesOfHeading } };
  checkDocument({ path: 'a.md', text }, once);
  const perReading = headings;
  assert.ok(perReading > 0, 'the heading was not looked up');
  return { settings: once, readings: () => headings / perReading - 1 };
}

function askAll(input: DocumentInput, by: CheckSettings): unknown[] {
  const report = checkDocument(input, by);
  const fixes = report.findings.map(({ rule, range }) => fixFinding(input, by, rule, range.start));
  return [report, fixes, addEverythingMissing(input, by)];
}

describe('keptInput', () => {
  it('is read once, with the same answers', () => {
    const plain = counting();
    const answers = askAll({ path: 'a.md', text }, plain.settings);
    assert.ok(plain.readings() > 3);
    const kept = counting();
    assert.deepEqual(askAll(keptInput('a.md', text), kept.settings), answers);
    assert.equal(kept.readings(), 1);
    const input = keptInput('a.md', text);
    assert.equal(checkDocument(input, kept.settings), checkDocument(input, kept.settings));
  });

  it('is read again by other settings', () => {
    const { settings: first, readings } = counting();
    const input = keptInput('a.md', text);
    const rules = (by: CheckSettings) => checkDocument(input, by).findings.map(({ rule }) => rule);
    assert.ok(rules(first).includes('done-missing'));
    assert.ok(!rules({ ...first, rules: { 'done-missing': 'off' } }).includes('done-missing'));
    assert.ok(rules(first).includes('done-missing'));
    assert.equal(readings(), 3);
  });
});
