import assert from 'node:assert/strict';
import { findingsIn, fixed, someWords } from '../apply-fix.ts';

const rule = 'question-unaddressed';
const open = (text: string): string => `# Export\n\nStatus: open\n\n${text}\n`;
const asked = (questions: string, heading = 'Open Questions'): string => open(`## ${heading}\n\n${questions}`);

/** The lines, counted from 1, on which the rule finds something. */
const linesOf = (text: string): number[] =>
  findingsIn(text).flatMap(({ rule: found, range }) => (found === rule ? [range.start.line + 1] : []));

describe(rule, () => {
  const told: Readonly<Record<string, string>> = {
    'an item': asked('- Do we round?'),
    'a paragraph': asked('Do we round?'),
    'an item with emphasis': asked('1. **Do we round?**'),
    'an open box': asked('- [ ] Do we round?'),
    'a question below "Questions"': asked('- Do we round?', '❓ Questions'),
    'a labelled line': open('**Open question:** Do we round?'),
    'the last of several': asked('- @noor: Do we round?\n- Which way?\n\n## Notes\n\nNone.'),
    'a list above a paragraph': asked('- Do we round?\n\nThe office has a form.'),
    'a nested one above another entry': asked('- Rounding\n  - Do we?\n- Signs'),
    'one above the answer to the next': asked('1. Do we round?\n2. Which way?\n\n   Half up.'),
    'a part of its own': asked('### Rounding\n\n- Do we round?\n\n## Notes\n\nNone.'),
    'a question above a heading of its level': open('## Rounding\n\nQuestion: Do we?\n\n## Notes\n\nNone.'),
  };
  for (const [name, text] of Object.entries(told)) it(`finds ${name}`, () => assert.equal(linesOf(text).length, 1));

  const quiet: Readonly<Record<string, string>> = {
    'a question elsewhere': open('Do we round?'),
    'a question within a sentence': open('The page shows a question: Do we round?'),
    'a log': open('## Work Log\n\n- Question: Do we round?'),
    'a mention': asked('- Do we round? (@noor)'),
    'a team': asked('- To the tax team, do we round?'),
    'a name at the start': asked('- Noor: Do we round?'),
    'a name at the end': asked('- Do we round? → Noor'),
    'a role': asked('- Do we round, legal?'),
    'a name above all': asked('For @noor:\n\n- Do we round?'),
    'a sentence after it': asked('- Do we round? Half up.'),
    'an entry below it': asked('- Do we round?\n  - Half up'),
    'a paragraph below it': asked('Do we round?\n\nHalf up.'),
    'an answer beside it': asked('- Do we round?\n- A: which way is a question of @noor?'),
    'an answer to all below the list': asked('- Do we round?\n- Which way?\n\nThe tests will answer these.'),
    'an answer in the item above': asked('- Rounding\n  - Do we?\n  - Which way?\n\n  We round half up.'),
    'bullets below a number': asked('1. Do we round?\n\n- Half up, or is it half even?\n- So far: half up'),
    'a paragraph below several': asked('Do we round?\n\nWhich way?\n\nHalf up.'),
    'a part that goes on to tell': asked('### Rounding\n\n- Do we round?\n\nThe office has a form.'),
    'a part about something else': asked('### Test Plan\n\n- Do the amounts add up?'),
    'what a later release may bring': asked('- Should we round in a future release?'),
    'the text of a template': asked('This is where to call out what is open. Do we round?'),
    'options below a heading': open('## Rounding\n\nQuestion: Do we?\n\n### Options\n\nUp.'),
    'a ticked box': asked('- [x] Do we round?'),
    'a struck one': asked('- ~~Do we round?~~'),
    'one that says that it is answered': asked('- [resolved] Do we round?'),
    'what is no question': asked('- Rounding'),
    'a quoted one': asked('> Do we round?'),
    'a proposal': asked('- Do we round?', 'Unresolved Questions'),
  };
  for (const [name, text] of Object.entries(quiet))
    it(`is quiet about ${name}`, () => assert.deepEqual(linesOf(text), []));

  it('tells the questions of a section once, and puts a name before each', () => {
    const text = asked('- Do we round?\n- @noor: Which way?\n- Question: And $?');
    assert.deepEqual(linesOf(text), [7]);
    const finding = findingsIn(text).find((found) => found.rule === rule);
    assert.match(finding?.message ?? '', /^Nobody is asked this question, nor 1 below it,/);
    const mended = asked('- @name: Do we round?\n- @noor: Which way?\n- Question: @name: And $?');
    assert.equal(fixed(text, rule), mended);
    assert.deepEqual(linesOf(fixed(text, rule, someWords)), []);
  });
});
