import assert from 'node:assert/strict';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { readProjectFile, withProjectSettings } from '../../src/core/project-file.ts';

const whole = `include: ["planning/**/*.md"]
exclude:
  - docs/archive/**
rules:
  done-missing: error
  resources-missing: off
labels:
  goal: [Ziel]
  next-action: Nächster Schritt
statuses:
  in-progress: in Arbeit
  finished: [Erledigt]
stale-after-days: 21
handoffs:
  folder: notes/handoffs
team:
  - name: Mara Lindt
    handle: "@mara"
    aliases: mara@example.com
    timezone: Europe/Berlin
  - name: Jon Bell
`;

const messages = (text: string): string[] =>
  readProjectFile(text).problems.map(({ message, range }) => `${text.slice(range.start, range.end)} → ${message}`);

describe('readProjectFile', () => {
  it('reads all that a team can decide', () => {
    assert.deepEqual(readProjectFile(whole), {
      problems: [],
      settings: {
        include: ['planning/**/*.md'],
        exclude: ['docs/archive/**'],
        rules: { 'done-missing': 'error', 'resources-missing': 'off' },
        words: {
          labels: { goal: ['Ziel'], next: ['Nächster Schritt'] },
          statuses: { 'in-progress': ['in Arbeit'], finished: ['Erledigt'] },
        },
        staleAfterDays: 21,
        handoffsFolder: 'notes/handoffs',
        team: [
          { name: 'Mara Lindt', handle: 'mara', aliases: ['mara@example.com'], timezone: 'Europe/Berlin' },
          { name: 'Jon Bell', aliases: [] },
        ],
      },
    });
  });

  it('decides nothing where there is nothing', () => {
    for (const text of ['', '# only a comment\n', '---\n', 'rules:\n', 'labels: {}\n']) {
      assert.deepEqual(
        readProjectFile(text),
        { problems: [], settings: { words: { labels: {}, statuses: {} } } },
        text,
      );
    }
  });

  it('says what cannot be used and where, and uses the rest', () => {
    const text = `include: [a.md, "${'*a'.repeat(5)}", 3]
rules:
  done-mising: off
  done-missing: loud
  goal-missing: hint
labels:
  aim: [Ziel]
statuses: [done]
handoffs:
  folder: 3
  fodler: notes
stale-after-days: soon
colour: red
`;
    assert.deepEqual(messages(text), [
      `include: [a.md, "${'*a'.repeat(5)}", 3] → "include" takes a list of words.`,
      `${'*a'.repeat(5)} → The glob pattern "${'*a'.repeat(5)}" has more than 3 "*" between two "/".`,
      'done-mising: off → There is no rule "done-mising".',
      'done-missing: loud → "done-missing" takes error, warning, information, hint, off.',
      'folder: 3 → "handoffs.folder" takes the path of a folder.',
      'fodler: notes → "handoffs" takes "folder", not "fodler".',
      'stale-after-days: soon → "stale-after-days" takes a whole number of days, 0 for never.',
      'colour: red → "colour" is none of include, exclude, rules, labels, statuses, stale-after-days, handoffs, team.',
      'aim: [Ziel] → "aim" is none of goal, resources, status, next-action, dependencies, done.',
      'statuses: [done] → "statuses" takes "key: value" lines.',
    ]);
    const { settings } = readProjectFile(text);
    assert.deepEqual(settings.include, ['a.md']);
    assert.equal(settings.staleAfterDays, undefined);
    assert.deepEqual(settings.rules, { 'goal-missing': 'hint' });
  });

  it('says which words are too long to be looked for', () => {
    const long = 'Ziel '.repeat(13);
    const text = `labels:\n  goal: [Ziel, "${long}"]\n`;
    assert.deepEqual(messages(text), [
      `${long} → "${long.slice(0, 40)}…" is not looked for: a label has at most 60 characters.`,
    ]);
    assert.deepEqual(readProjectFile(text).settings.words.labels, { goal: ['Ziel'] });
  });

  it('says what is wrong with the people of the team, and takes the others', () => {
    const text = `team:
  - Anna
  - handle: jo
  - name: Mara
    timezone: Berlin
    timezon: Europe/Berlin
  - name: Jon
    timezone: +02:00
    aliases: [jb, 3]
  - name: JB
  - name: Li
    handle: 8
`;
    assert.deepEqual(messages(text), [
      'Anna → Each of "team" takes a "name".',
      'jo → Each of "team" takes a "name".',
      'timezon → "timezon" is none of name, handle, aliases, timezone.',
      'Berlin → "Berlin" is no time zone: take its IANA name, such as Europe/Berlin.',
      '+02:00 → "+02:00" is no time zone: take its IANA name, such as Europe/Berlin.',
      'aliases: [jb, 3] → "team.aliases" takes a list of words.',
      'JB → "jb" names two people.',
      '8 → "handle" takes a word.',
    ]);
    assert.deepEqual(
      readProjectFile(text).settings.team?.map(({ name }) => name),
      ['Mara', 'Jon', 'Li'],
    );
    assert.deepEqual(messages('team:\n  mara: Europe/Berlin\n'), [
      'team: → "team" takes a list of people, each with a "name".',
    ]);
  });

  it('knows no keys that every object has', () => {
    assert.deepEqual(messages('labels:\n  constructor: [x]\n'), [
      'constructor: [x] → "constructor" is none of goal, resources, status, next-action, dependencies, done.',
    ]);
  });

  it('says where a file stops being YAML', () => {
    assert.deepEqual(messages('include: [a]\nrules: {\n  x\n'), [
      'x → This is not valid YAML: unexpected end of the stream within a flow collection.',
    ]);
    assert.deepEqual(messages('- a\n'), ['- a → This file takes "key: value" lines.']);
  });
});

describe('withProjectSettings', () => {
  const settings = withProjectSettings(
    { ...defaultSettings, include: ['mine/**'], rules: { 'goal-missing': 'off' } },
    readProjectFile(whole).settings,
  );
  const check = (text: string, path = 'tasks/a.md') => checkDocument({ path, text }, settings);

  it('lets the team win over the person, and keeps what the team has left open', () => {
    assert.deepEqual(settings.include, ['planning/**/*.md']);
    assert.equal(settings.staleAfterDays, 21);
    assert.deepEqual(settings.rules, { 'goal-missing': 'off', 'done-missing': 'error', 'resources-missing': 'off' });
  });

  it('reads documents by the words of the team', () => {
    const text =
      '# Export\n\nStatus: Erledigt\n\n## Ziel\n\nBuchhalter laden einen Monat Rechnungen als Datei.\n\n## Nächster Schritt\n\nDateien prüfen.\n';
    const report = check(text);
    assert.deepEqual([report.finished, report.inProgress], [true, false]);
    assert.deepEqual(
      ['In Arbeit', 'Offen', 'In Progress'].map((status) => check(text.replace('Erledigt', status)).inProgress),
      [true, false, true],
    );
    assert.equal(report.points.goal.verdict, 'met');
    assert.equal(check(text.replace('Erledigt', 'offen')).points.status.nextAction, 'met');
  });

  it('reads documents by the words of the person too, but where the team has given them another meaning', () => {
    const { vocabulary } = withProjectSettings(defaultSettings, readProjectFile(whole).settings, {
      labels: { goal: ['Absicht'], done: ['Ziel'] },
      statuses: { finished: ['weg'], active: ['Erledigt'] },
    });
    assert.deepEqual(vocabulary.rolesOfLabel('Absicht'), ['goal']);
    assert.deepEqual(vocabulary.rolesOfLabel('Ziel'), ['goal']);
    assert.equal(vocabulary.statusKind('weg'), 'finished');
    assert.equal(vocabulary.statusKind('Erledigt'), 'finished');
  });

  it('decides what is a work item, and how loud a finding is', () => {
    assert.equal(check('# Anything\n', 'planning/a/b.md').workItem, true);
    assert.equal(check('---\ntype: task\n---\n', 'docs/archive/a.md').workItem, false);
    const { findings } = check('---\ntype: task\nstatus: open\n---\n\n# A thing\n');
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['next-action-missing information', 'done-missing error'],
    );
  });
});
