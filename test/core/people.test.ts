import assert from 'node:assert/strict';
import { namesOfPerson, people, speaksOf } from '../../src/core/people.ts';

const ann = ['Ann Lee', 'ann.lee@example.com'];

describe('speaksOf', () => {
  for (const words of [
    'Ann Lee',
    'ann lee',
    'Ann',
    '@annlee',
    '@ann-lee',
    'ann.lee',
    'Änn Lée',
    'ann.lee@example.com',
    'Ann Lee <ann@elsewhere.org>',
    'Ben, Ann',
    'Ben and Ann Lee',
    'Ann (Berlin)',
  ])
    it(`takes “${words}” for Ann Lee`, () => assert.ok(speaksOf(words, ann)));

  for (const words of ['', 'Ben', 'Lee', 'Anna', 'Ann Smith', 'Anne Lee', 'Ben (for Ann)', '@ann-smith', 'anyone', '@'])
    it(`takes “${words}” for somebody else`, () => assert.ok(!speaksOf(words, ann)));

  it('knows nobody by no name', () => {
    assert.ok(!speaksOf('Ann', []));
    assert.ok(!speaksOf('Ann', ['', '@']));
  });

  it('takes the name in an address that hides the real one', () => {
    assert.ok(speaksOf('@octo-ann', ['42+octo-ann@users.noreply.github.com']));
  });

  it('takes a first name that git has for the whole one in a document', () => {
    assert.ok(speaksOf('Ann Lee', ['Ann']));
  });
});

describe('people', () => {
  it('tells several apart', () => {
    assert.deepEqual(people('Ann, @ben; Cleo (on call) and Dai & Eve/Finn'), [
      'Ann',
      '@ben',
      'Cleo',
      'Dai',
      'Eve',
      'Finn',
    ]);
    assert.deepEqual(people(' '), []);
    assert.deepEqual(people('Sandy Andor'), ['Sandy Andor']);
  });
});

describe('namesOfPerson', () => {
  const team = [
    { name: 'Ann Lee', handle: 'kit', aliases: ['A. Lee'] },
    { name: 'Ben', aliases: [] },
  ];

  it('adds what the roster has for one of the names', () => {
    assert.deepEqual(namesOfPerson(['ann lee', ''], team), ['ann lee', 'Ann Lee', 'kit', 'A. Lee']);
    assert.deepEqual(namesOfPerson(['@kit'], team), ['@kit', 'Ann Lee', 'kit', 'A. Lee']);
  });

  it('takes a first name where only one of the team has it', () => {
    assert.deepEqual(namesOfPerson(['Ann'], team), ['Ann', 'Ann Lee', 'kit', 'A. Lee']);
    assert.deepEqual(namesOfPerson(['Ann'], [...team, { name: 'Ann Smith', aliases: [] }]), ['Ann']);
  });

  it('adds nothing for who is not in it', () => {
    assert.deepEqual(namesOfPerson(['Cleo'], team), ['Cleo']);
  });
});
