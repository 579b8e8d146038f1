import assert from 'node:assert/strict';
import { memberCalled } from '../../src/core/team.ts';

describe('memberCalled', () => {
  const mara = { name: 'Mara Lindt', handle: 'mara', aliases: ['mara@example.com'] };
  const jon = { name: 'Jon', aliases: [] };

  it('finds people by all that they are called, whatever the letter case, with @ or without', () => {
    for (const name of ['Mara Lindt', 'mara lindt', 'mara', '@Mara', ' mara@example.com '])
      assert.equal(memberCalled([jon, mara], name), mara, name);
  });

  it('finds nobody by half a name', () => {
    for (const name of ['Lindt', 'mar', '', '@']) assert.equal(memberCalled([jon, mara], name), undefined, name);
  });
});
