import assert from 'node:assert/strict';
import { waitName } from '../../src/app/wait-name.ts';

const drawn = (text: string, blocking: boolean): string | null => {
  const found = waitName(text, blocking);
  return found && `${found.kind} ${found.name}`;
};

/** What stands below "Blocked by" or "Waiting for". */
const blocking = (text: string): string | null => drawn(text, true);

/** What stands below "Dependencies". */
const among = (text: string): string | null => drawn(text, false);

describe('the name of what is awaited', () => {
  it('is the team or role that is asked, however much is said of it', () => {
    const vendor = 'Waiting for the vendor to send the new certificate before we can switch';
    assert.equal(blocking(vendor), 'person vendor');
    assert.equal(blocking('Still waiting on legal, who have had the contract since March'), 'person legal');
    assert.equal(blocking('Blocked until the storage team publishes the new driver'), 'person storage team');
    assert.equal(among('Needs sign-off from the security team before release'), 'person security team');
    assert.equal(among('It is late. We cannot start before the design is approved by marketing'), 'person marketing');
    assert.equal(among('3: Compiler/Library team decide whether to accept it'), 'person Compiler/Library team');
    assert.equal(among('Approval: legal has to sign the contract'), 'person legal');
  });

  it('else is the thing, up to the verb or clause that says more of it', () => {
    assert.equal(blocking('access to the staging cluster'), 'other access to the staging cluster');
    assert.equal(blocking('a driver that knows about tapes (Ben asks them)'), 'other a driver');
    assert.equal(blocking('the test environment is down; somebody is rebuilding it'), 'other the test environment');
    assert.equal(blocking('https://example.org/7: no answer yet'), 'other https://example.org/7');
    assert.equal(among('Do not begin until .tools/plan/SKILL.md is on the main branch'), 'other .tools/plan/SKILL.md');
    assert.equal(among('The rest needs the review of the new layout.'), 'other the review of the new layout');
    assert.equal(among('Charting API to be published by summer'), 'other Charting API');
  });

  it('is the beginning of what is awaited where no words name it, and ends with a word', () => {
    assert.equal(blocking('Cannot be reproduced on a Mac'), 'other Cannot be reproduced on a Mac');
    assert.equal(
      blocking('It is not possible to read what the scales have sent before the harbor office opens'),
      'other It is not possible to read what the scales have sent…',
    );
    assert.equal(among('It would help to have feedback from someone famili…'), 'other feedback from someone');
  });

  it('is none where the text does not say that somebody has to do something', () => {
    for (const text of [
      'The charting library',
      'A screen reader (free access) for Windows',
      'Live feedback: a dashed line follows the pointer',
      'This operator needs to access the server of the tenant',
      'The name is kept until we choose another one',
      'The archive can be read until Friday',
      'Charting library, because the old one is slow',
    ])
      assert.equal(among(text), null, text);
  });
});
