import assert from 'node:assert/strict';
import { checkDocument, defaultSettings, fixFinding } from '../../../../src/core/checklist/check-document.ts';

const note = (body: string, state = 'open') => ({
  path: 'handoffs/2026-03-02-mail.md',
  text: `---\ntype: handoff\nstate: ${state}\n---\n# Handoff\n\n${body}\n`,
});

const findings = (body: string, state?: string) => checkDocument(note(body, state), defaultSettings).findings;

describe('handoff-unfinished', () => {
  it('stands at the first place, and says how many there are', () => {
    const [finding, ...more] = findings('_To fill in: a._\n\nText.\n\n_To fill in: b._');
    assert.equal(more.length, 0);
    assert.deepEqual(finding?.range, { start: { line: 6, character: 0 }, end: { line: 6, character: 16 } });
    assert.match(finding?.message ?? '', /^2 places are left to fill in\./);
    assert.match(findings('_To fill in: b._')[0]?.message ?? '', /^One place is left/);
  });

  it('is quiet where all is filled in, and once the work is picked up', () => {
    assert.deepEqual(findings('None.'), []);
    assert.deepEqual(findings('_To fill in: a._', 'picked-up'), []);
  });

  it('says nothing in other documents', () => {
    const text = '---\ntype: task\n---\n# Send the mail\n\n_To fill in: a._\n';
    const { findings } = checkDocument({ path: 'tasks/mail.md', text }, defaultSettings);
    assert.ok(findings.every(({ rule }) => rule !== 'handoff-unfinished'));
  });

  it('leads through all of them with its fix', () => {
    const fix = fixFinding(note('_To fill in: a {b}._\n\n_To fill in: $c._'), defaultSettings, 'handoff-unfinished', {
      line: 6,
      character: 0,
    });
    assert.deepEqual(
      fix?.edits.map(({ range, snippet }) => [range.start.line, snippet]),
      [
        [6, `\${1:_To fill in: a {b\\}._}`],
        [8, `\${2:_To fill in: \\$c._}`],
      ],
    );
  });

  it('can be suppressed', () => {
    assert.deepEqual(findings('<!-- async-ready-disable handoff-unfinished -->\n\n_To fill in: a._'), []);
  });
});
