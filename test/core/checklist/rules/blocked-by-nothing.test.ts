import assert from 'node:assert/strict';
import { findingsIn, fixed, someWords } from '../apply-fix.ts';

const rulesOf = (text: string): string[] => findingsIn(text).map(({ rule }) => rule);
const asks = (text: string): boolean => rulesOf(text).includes('blocked-by-nothing');

describe('blocked-by-nothing', () => {
  for (const status of ['Blocked', '⛔ BLOCKED', 'waiting', 'waiting on', 'Stuck.']) {
    it(`asks of "${status}" what it waits on`, () => assert.ok(asks(`# Export\n\n**Status:** ${status}\n`)));
  }

  const empty: Readonly<Record<string, string>> = {
    'an empty label': '# Export\n\n**Status:** Blocked\n**Blocked by:** TBD\n',
    'an empty section': '# Export\n\n**Status:** Blocked\n\n## Blockers\n',
    'a section that says none': '# Export\n\n**Status:** Blocked\n\n## Blockers\n\nNone\n',
    'an empty list in front matter': '---\nstatus: blocked\nblocked_by: []\n---\n\n# Export\n',
  };
  for (const [name, text] of Object.entries(empty)) {
    it(`takes ${name} for nothing`, () => assert.ok(asks(text)));
  }

  const quiet: Readonly<Record<string, string>> = {
    'open work': '# Export\n\n**Status:** To Do\n',
    'a dependency': '# Export\n\n**Status:** Blocked\n**Depends on:** task-3\n',
    'a status that says it': '# Export\n\n**Status:** Blocked by legal\n',
    'a status that says it in parentheses': '# Export\n\n**Status:** Blocked (legal)\n',
    'a status that says it after a dash': '# Export\n\n**Status:** Blocked - legal\n',
    'a reason of its own':
      '---\nstatus: blocked\nblocked_reason: legal\n---\n\n# Export\n\nLegal has to say yes, we are blocked.\n',
    'a sentence': '# Export\n\n**Status:** Blocked\n\nThis cannot go on until legal says yes.\n',
  };
  for (const [name, text] of Object.entries(quiet)) {
    it(`is quiet about ${name}`, () => assert.ok(!asks(text)));
  }

  it('is asked instead of the dependencies, and mended as they are', () => {
    for (const text of [
      '# Export\n\n**Status:** Blocked\n',
      '---\nstatus: blocked\ndependencies: []\n---\n\n# Export\n',
    ]) {
      const dependencies = (source: string) =>
        rulesOf(source).filter((rule) => /^(?:dependencies|blocked)-/.test(rule));
      assert.deepEqual(dependencies(text), ['blocked-by-nothing']);
      assert.deepEqual(dependencies(fixed(text, 'blocked-by-nothing', someWords)), []);
    }
  });

  it('is left to a person where it is said that there are none', () => {
    const finding = findingsIn('# Export\n\nStatus: Blocked\nDependencies: none\n').find(
      ({ rule }) => rule === 'blocked-by-nothing',
    );
    assert.equal(finding?.fixable, false);
  });
});
