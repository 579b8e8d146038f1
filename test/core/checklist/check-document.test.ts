import assert from 'node:assert/strict';
import { allRules } from '../../../src/core/checklist/all-rules.ts';
import { type CheckSettings, checkDocument, defaultSettings } from '../../../src/core/checklist/check-document.ts';
import { InvalidGlob } from '../../../src/core/globs.ts';
import { type DocumentReport, pointIds } from '../../../src/core/report.ts';
import { fixture } from './fixtures.ts';

/** A report as lines: title, id, status and style, then each point with its line (counted from 1) and evidence. */
function told(report: DocumentReport): string[] {
  const { title, titleRange, id, status, style, finished, points } = report;
  return [
    `${titleRange.start.line + 1} ${title} (${id ?? 'no id'}): ${status ?? 'no status'}${finished ? ', finished' : ''}; ${style}`,
    ...pointIds.map((point) => {
      const { verdict, range, evidence } = points[point];
      return `${point} ${verdict} ${range.start.line + 1}: ${evidence}`;
    }),
  ];
}

const check = (path: string): DocumentReport => checkDocument({ path, text: fixture(path).text }, defaultSettings);

describe('checkDocument', () => {
  const verdicts: Readonly<Record<string, readonly string[]>> = {
    'backlog-ready.md': [
      '3 Retry a failed webhook delivery (task-8): In Progress; front-matter',
      'goal met 10: A receiver that is down for a minute loses events today. Deliver them again.',
      'resources met 14: src/webhooks/deliver.ts, https://example.com/runbooks/webhooks',
      'status met 4: In Progress; next: Move the sender into a queue worker',
      'dependencies met 7: task-3',
      'done met 16: #1 An event is tried five times within an hour',
    ],
    'backlog-done.md': [
      '3 Add the export button (task-2): Done, finished; front-matter',
      'goal met 9: Finance wants the list as a spreadsheet.',
      'resources unmet 3: No file, link or other resource is named.',
      'status met 4: Done',
      'dependencies unmet 6: "dependencies" is empty, which may mean that nobody has thought of it.',
      'done met 13: #1 The button saves a file',
    ],
    'taskmaster.md': [
      '2 Add rate limiting to the public API (14): pending; headings',
      'goal met 6: Limit each client to 100 requests a minute and answer 429 beyond.',
      'resources met 8: server/limits.js',
      'status met 3: pending; next: Keep the counters in the store of server/limits.js. A client is its API key.',
      'dependencies met 4: 3, 9',
      'done met 10: Send 101 requests within a minute and expect the last one to be refused.',
    ],
    'metadata-table.md': [
      '1 Work package 4: Import contacts from a file (no id): To Do; table',
      'goal met 9: People bring their address book with them and need not type it again.',
      'resources unmet 1: No file, link or other resource is named.',
      'status met 5: To Do; next: Read the columns of the file',
      'dependencies met 7: None',
      'done met 18: A file with 1,000 rows is imported within a minute',
    ],
    'plain-headings-gaps.md': [
      '1 Rotate the database password (no id): no status; headings',
      'goal unmet 3: The section "Goal" is empty.',
      'resources unmet 1: No file, link or other resource is named.',
      'status unmet 5: The section "Status" holds only placeholder text. No next action is named.',
      'dependencies unmet 1: Nothing says whether this work waits on anybody or anything.',
      'done unmet 9: The section "Definition of Done" is empty.',
    ],
    'all-steps-ticked.md': [
      '1 Task 9: Publish the style guide (no id): In progress; labels',
      'goal met 7: Writers find the words we use at docs/style.md.',
      'resources met 9: docs/style.md',
      'status unmet 11: Every step is ticked, and no next action is named.',
      "dependencies met 5: the design team's colours",
      'done met 16: The guide is linked from the start page',
    ],
  };
  for (const [path, expected] of Object.entries(verdicts)) {
    it(`tells what ${path} says`, () => assert.deepEqual(told(check(path)), expected));
  }

  it('takes prose below the title for a goal, but no list of labels', () => {
    const goal = (text: string): string => {
      const { points } = checkDocument({ path: 'a.md', text }, defaultSettings);
      return `${points.goal.verdict} ${points.goal.range.start.line + 1}`;
    };
    assert.equal(goal('# Export\n\nPeople want to take their list with them when they leave.\n'), 'met 3');
    assert.equal(goal('# Export\n\nOwner: the team that looks after the list and its pages\n'), 'unmet 1');
    assert.equal(goal('# Export\n\n## Goal\n\nA list.\n'), 'unmet 5');
    assert.equal(goal('# Export the list as a spreadsheet\n\n## Goal\n'), 'met 1');
    assert.equal(goal('# Export the list as a spreadsheet\n\n## Goal\n\n[Say why]\n'), 'unmet 3');
  });

  it('takes the id of another work item of the series for a resource, not its own', () => {
    const resources = (text: string): string => {
      const { points } = checkDocument({ path: 'a.md', text: `---\nid: PAY-12\n---\n\n${text}\n` }, defaultSettings);
      return `${points.resources.verdict} ${points.resources.evidence}`;
    };
    assert.equal(resources('PAY-12 builds on what PAY-7 has brought.'), 'met PAY-7');
    assert.match(resources('PAY-12 is pay-as-you-go, see PAYROLL-3 and REPAY-7.'), /^unmet/);
  });

  it('asks for a definition of done that says something', () => {
    const done = (criteria: string): string =>
      checkDocument({ path: 'a.md', text: `# Export\n\n## Done when\n\n${criteria}\n` }, defaultSettings).points.done
        .verdict;
    assert.equal(done('It works.'), 'unmet');
    assert.equal(done('- It works'), 'met');
    assert.equal(done('The file opens in a spreadsheet.'), 'met');
    assert.equal(done('- [ ] TBD'), 'unmet');
    assert.equal(done('x\n\n## Impact\n\n- Tests: every list has one that opens it'), 'met');
    assert.equal(done('x\n\n## Impact\n\n- Tests: yes'), 'unmet');
  });

  it('tells what a section says, with its title only where that is no label of the point', () => {
    const evidence = (heading: string): string =>
      checkDocument({ path: 'a.md', text: `# Export\n\n## ${heading}\n\n- It opens.\n` }, defaultSettings).points.done
        .evidence;
    assert.equal(evidence('Acceptance Criteria:'), 'It opens.');
    assert.equal(evidence('Acceptance Criteria for Release 1:'), 'Acceptance Criteria for Release 1: It opens.');
  });

  it('gives verdicts, but no findings, on what is no work item', () => {
    const report = check('adr/0003-use-a-queue.md');
    assert.equal(report.workItem, false);
    assert.deepEqual(report.findings, []);
    assert.equal(report.points.done.verdict, 'unmet');
  });

  it('lets the settings decide what a work item is, exclude over include', () => {
    const input = { path: 'README.md', text: '# Read me\n' };
    const workItem = (include: string[], exclude: string[]): boolean =>
      checkDocument(input, { ...defaultSettings, include, exclude }).workItem;
    assert.equal(workItem([], []), false);
    assert.equal(workItem(['*.md'], []), true);
    assert.equal(workItem(['*.md'], ['R*']), false);
    assert.throws(() => workItem(['(a+)+'], []), InvalidGlob);
  });

  it('takes severities from the settings', () => {
    const input = { path: 'a.md', text: '# Export\n' };
    const settings = { ...defaultSettings, include: ['**'] };
    const severities = (rules: (typeof settings)['rules']) =>
      checkDocument(input, { ...settings, rules }).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(severities({ 'goal-missing': 'off', 'done-missing': 'error', 'resources-missing': 'off' }), [
      'status-missing warning',
      'next-action-missing information',
      'done-missing error',
    ]);
  });

  it('speaks more softly of vague words that meet their point, unless the settings say how', () => {
    const severity = (goal: string, rules: CheckSettings['rules'] = {}): string | undefined => {
      const input = { path: 'a.md', text: `# Search\n\n## Goal\n\n${goal}\n` };
      const { findings } = checkDocument(input, { ...defaultSettings, include: ['**'], rules });
      return findings.find(({ rule }) => rule === 'goal-vague')?.severity;
    };
    assert.equal(severity('Fix it'), 'warning');
    assert.equal(severity('Improve search performance'), 'information');
    assert.equal(severity('Improve search performance', { 'goal-vague': 'warning' }), 'warning');
    assert.equal(severity('Improve search performance', { 'goal-vague': 'off' }), undefined);
  });

  it('has rules with an id of their own', () => {
    assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length);
  });

  it('tells its evidence in one line that a terminal can show', () => {
    const text =
      '# Export\n\nStatus: open \u001b]0;x\u0007 \u202e.\n\n## Next (\u001b[31m)\n\n- one\n  \u0008two\n\n## Goal (\u001b[31m)\n';
    const report = checkDocument({ path: 'a.md', text }, { ...defaultSettings, include: ['**'] });
    assert.doesNotMatch(JSON.stringify(report.points) + JSON.stringify(report.findings), /\\u00|\\n|\u202e/);
  });

  it('has a title even where the document has none', () => {
    const title = (text: string): string => checkDocument({ path: 'tasks/12-export.md', text }, defaultSettings).title;
    assert.equal(title(''), '12-export');
    assert.equal(title('# \n\ntext'), '12-export');
    assert.equal(title('---\ntitle: Export\n---\n\n## Goal\n'), 'Export');
    assert.equal(title('## Goal\n\ntext'), '12-export');
    assert.equal(title('text\n\n# **Export** the [list](x.md)\n'), 'Export the list');
  });
});
