import { positionAt } from '../../text.ts';
import { givenUp, openBoxExplained } from '../../vocabulary/status-words.ts';
import { boxesOf } from '../boxes.ts';
import type { Rule } from '../rule.ts';
import { saysFinished, wholeStatuses } from '../whole-statuses.ts';
import { statusesDisagree } from './statuses-disagree.ts';

export const finishedOpenCriteria: Rule = {
  id: 'finished-open-criteria',
  title: 'Finished work has no open criteria or tasks.',
  severity: 'hint',
  openOnly: false,
  find: ({ item, judgements: { status } }, { found }) => {
    const { document } = item;
    const hasBox = (ticked: boolean): boolean => document.boxes.some(({ checked }) => checked === ticked);
    // Where no box is ticked, the author does not keep them.
    if (!item.finished || !hasBox(true) || !hasBox(false)) return [];
    const [stated] = wholeStatuses(item);
    // Work that was given up leaves its boxes open; where two statuses disagree, that is the question.
    if (!stated || !saysFinished(item, stated) || givenUp.test(stated.value)) return [];
    if (found.some(({ rule }) => rule === statusesDisagree.id)) return [];
    const { criteria, tasks, waived } = boxesOf(document);
    const all = [...criteria, ...tasks];
    const open = all.filter(({ checked }) => !checked).sort((a, b) => a.line - b.line);
    const [first] = open;
    if (!first || !all.some(({ checked }) => checked) || openBoxExplained.test(document.text)) return [];
    const [are, where] = open.length === 1 ? ['is', 'on'] : ['are', 'the first on'];
    const what = [...(criteria.length > 0 ? ['criteria'] : []), ...(tasks.length > 0 ? ['tasks'] : [])].join(' and ');
    // Whoever counts the boxes is to come to the same number.
    const besides = waived === 0 ? '' : ` (besides ${waived} optional or put off)`;
    const line = positionAt(document.lines, first.range.start).line + 1;
    return [
      {
        range: status.current.range,
        message: `The status is "${stated.value}", but ${open.length} of ${all.length} ${what} ${are} open, ${where} line ${line}${besides}. Tick what is done, say what was left out and where it goes, or reopen the work, so that nobody builds on what is not there.`,
      },
    ];
  },
  mend: () => null,
};
