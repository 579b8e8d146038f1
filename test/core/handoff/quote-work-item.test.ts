import assert from 'node:assert/strict';
import { quoteWorkItem } from '../../../src/core/handoff/quote-work-item.ts';

const next = (...lines: string[]) =>
  quoteWorkItem(lines.join('\n')).nextActions.map(({ text, line }) => `${line} ${text}`);
const unticked = (...lines: string[]) =>
  quoteWorkItem(lines.join('\n')).unticked.map(({ text, line }) => `${line} ${text}`);

describe('quoteWorkItem', () => {
  it('quotes a labelled next action in every form', () => {
    assert.deepEqual(
      next(
        'next: one',
        'Next action: two',
        '**Next step:** three',
        '- **Next steps**: four',
        '| Next | five |',
        '| **Next action** | six |',
        'next_action: seven',
      ),
      ['1 one', '2 two', '3 three', '4 four', '5 five', '6 six', '7 seven'],
    );
  });

  it('quotes the entries of a section of next steps that are not ticked', () => {
    assert.deepEqual(
      next('# T', '## Next steps', '', '1. One', '- [x] Done', '- [ ] Two', 'Three.', '## Notes', 'Four'),
      ['4 One', '6 Two', '7 Three.'],
    );
    assert.deepEqual(next('**Next steps:**', '- One', '# Other', '- Two'), ['2 One']);
  });

  it('does not take other sentences for it', () => {
    assert.deepEqual(next('Nextcloud: no', 'The next step: no', 'Next release comes in May', '# Next.js', '---'), []);
  });

  it('quotes unticked boxes with their line', () => {
    assert.deepEqual(unticked('- [ ] #1 One', '- [x] Two', '* [ ] Three', '  1. [ ] Four', '- [ ]', '- [] no'), [
      '1 #1 One',
      '3 Three',
      '4 Four',
    ]);
  });

  it('looks into no code and no comment', () => {
    assert.deepEqual(
      unticked('```', '- [ ] no', '~~~', '```', '- [ ] One', '<!-- - [ ] no', '- [ ] no -->', '- [ ] Two <!-- x -->'),
      ['5 One', '8 Two '],
    );
  });

  it('counts lines of every kind of line end', () => {
    assert.deepEqual(quoteWorkItem('a\r\nb\rc\n- [ ] One').unticked, [{ text: 'One', line: 4 }]);
  });
});
