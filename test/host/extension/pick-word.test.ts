import assert from 'node:assert/strict';
import { EventEmitter, type QuickPick, type QuickPickItem, window } from 'vscode';
import { pickWord } from '../../../src/vscode/host/pick-word.ts';

describe('a word that is picked or typed', () => {
  const { createQuickPick } = window;
  const changed = new EventEmitter<string>();
  const accepted = new EventEmitter<void>();
  const pick = {
    value: '',
    items: [] as readonly QuickPickItem[],
    activeItems: [] as readonly QuickPickItem[],
    onDidChangeValue: changed.event,
    onDidAccept: accepted.event,
    onDidHide: new EventEmitter<void>().event,
    show() {},
    dispose() {},
  };

  before(() => {
    window.createQuickPick = (() => pick as unknown as QuickPick<QuickPickItem>) as typeof createQuickPick;
  });
  after(() => {
    window.createQuickPick = createQuickPick;
  });

  const picked = (): Promise<string> =>
    pickWord(
      'Owner',
      '',
      [
        { word: 'Kenji', description: '' },
        { word: 'Mara', description: '' },
      ],
      null,
    );
  function type(value: string): void {
    pick.value = value;
    changed.fire(value);
  }

  it('is the whole of what is typed, though the list may know less of it', async () => {
    const word = picked();
    type('@ine');
    pick.activeItems = pick.items.filter(({ label }) => label === '@ine');
    assert.equal(pick.activeItems.length, 1);
    // Typed and accepted before the list has followed.
    pick.value = '@ines';
    accepted.fire();
    assert.equal(await word, '@ines');
  });

  it('is the one that is selected', async () => {
    const word = picked();
    type('ma');
    pick.activeItems = pick.items.filter(({ label }) => label === 'Mara');
    accepted.fire();
    assert.equal(await word, 'Mara');
  });
});
