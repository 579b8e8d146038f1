import assert from 'node:assert/strict';
import { parseCommits } from '../../../src/core/handoff/parse-commits.ts';

const nobody = { name: null, email: null };

describe('parseCommits', () => {
  it("tells one's own commits by the name or the address", () => {
    const own = (author: string, address: string, self: Parameters<typeof parseCommits>[2]) =>
      parseCommits(`aa\0${author}\0${address}\0One\0\0`, new Set(), self).commits[0]?.own;
    const self = { name: 'Ann Lee', email: 'ann@work.example' };
    assert.equal(own('Ann Lee', 'ann@home.example', self), true);
    assert.equal(own('annlee', 'Ann@Work.example', self), true);
    assert.equal(own('Ben', 'ben@work.example', self), false);
    assert.equal(own('', '', self), false);
    assert.equal(own('Ben', 'ben@work.example', { ...self, name: null }), false);
    assert.equal(own('Ben', 'ben@work.example', nobody), true);
  });

  it('reads hashes and subjects, empty ones too', () => {
    assert.deepEqual(parseCommits('aa\0Ann\0a@x\0One\0\0bb\0Ben\0b@x\0\0\0', new Set(['aa']), nobody), {
      commits: [
        { hash: 'aa', subject: 'One', author: 'Ann', own: true, pushed: false },
        { hash: 'bb', subject: '', author: 'Ben', own: true, pushed: true },
      ],
      decisions: [],
    });
  });

  it('reads what the messages say was decided, commit by commit', () => {
    assert.deepEqual(
      parseCommits('aa\0A\0a\0One\0Why: speed\n\0bb\0B\0b\0Two\0Text\n\nDecision: B\n\0', new Set(), nobody).decisions,
      [
        { kind: 'Why', text: 'speed', commit: 'aa' },
        { kind: 'Decision', text: 'B', commit: 'bb' },
      ],
    );
  });

  it('reads nothing from nothing', () => {
    assert.deepEqual(parseCommits('', new Set(), nobody), { commits: [], decisions: [] });
  });
});
