import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  extensions,
  type Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { allNoteRules } from '../../../src/core/checklist/all-note-rules.ts';
import { allRules } from '../../../src/core/checklist/all-rules.ts';
import { checkDocument, defaultSettings, fixFinding } from '../../../src/core/checklist/check-document.ts';
import { readFixtures } from '../../core/checklist/read-fixtures.ts';
import { done, findings, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

interface Case {
  readonly rule: string;
  readonly path: string;
  /** With LF as line ends. */
  readonly text: string;
  /** Of the quick fix. */
  readonly title: string;
  /** The fix's tab stops, in the order in which Tab leads through them: whether words are to be typed there. */
  readonly stops: readonly boolean[];
}

const extension = extensions.getExtension('async-ready.async-ready');
assert.ok(extension);
const fixtures = readFixtures(new URL('test/fixtures/', `${pathToFileURL(extension.extensionPath)}/`));

/** Of each rule that mends something, the fixture with the fewest findings of it. */
const ofDocuments = [...allRules, ...allNoteRules].flatMap(({ id: rule }): Case[] => {
  const tripped = fixtures.flatMap(({ path, text: written }) => {
    const text = written.replaceAll('\r\n', '\n');
    const found = checkDocument({ path, text }, defaultSettings).findings.filter((finding) => finding.rule === rule);
    const fix = found[0] && fixFinding({ path, text }, defaultSettings, rule, found[0].range.start);
    if (!fix) return [];
    const stops = fix.edits.flatMap(({ snippet }) =>
      [...snippet.matchAll(/\$\{\d([:|])/g)].map(([, kind]) => kind === ':'),
    );
    return [{ rule, path, text, title: fix.title, stops, count: found.length }];
  });
  return tripped.sort((a, b) => a.count - b.count).slice(0, 1);
});

const complete = `${withoutDone}${done}`;
const numbered = (id: string, dependency = ''): string =>
  `---\nid: ${id}\ndependencies: [${dependency}]\nstatus: todo\n---\n${complete.replace('**Status:** In Progress\n\n', '')}`;

/** What the work items below speak of. */
const others = {
  'docs/design.md': '# The design\n',
  'lf/tasks/one.md': numbered('MAIL-1'),
  'crlf-bom/tasks/one.md': numbered('MAIL-1'),
  'tasks/two.md': numbered('MAIL-2'),
  'tasks/four.md': numbered('MAIL-4'),
  'tasks/five.md': numbered('MAIL-5'),
  'tasks/twelve.md': numbered('MAIL-12'),
};

const ofWorkspaces: readonly Case[] = [
  {
    rule: 'link-broken',
    path: 'tasks/a.md',
    text: complete.replace('https://example.com/templates', '../../docs/desing.md'),
    title: 'Link to ../../docs/design.md instead',
    stops: [],
  },
  {
    rule: 'mention-unlinked',
    path: 'tasks/b.md',
    text: complete.replace('## Next', '- ../../docs/design.md\n\n## Next'),
    title: 'Link ../../docs/design.md',
    stops: [],
  },
  {
    rule: 'reference-unknown',
    path: 'tasks/c.md',
    text: numbered('MAIL-3', 'MAIL-112'),
    title: 'Replace it with MAIL-12',
    stops: [],
  },
  {
    rule: 'id-duplicate',
    path: 'tasks/d.md',
    text: numbered('MAIL-1'),
    title: 'Make it MAIL-13, which is free',
    stops: [],
  },
];

describe('the quick fix of', () => {
  const settings = () => workspace.getConfiguration('asyncReady');

  before(async function () {
    // It is ours that is tried here, and takes a while.
    if (process.env.TEST_RELEASE === 'oldest') return this.skip();
    for (const [path, text] of Object.entries(others)) await writeFile(path, text);
    // On, whatever their severity is by default.
    const on = Object.fromEntries([...ofDocuments, ...ofWorkspaces].map(({ rule }) => [rule, 'warning']));
    await settings().update('rules', on, ConfigurationTarget.Global);
    await commands.executeCommand('asyncReady.refresh');
  });
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  after(async () => {
    await settings().update('rules', undefined, ConfigurationTarget.Global);
    await removeFiles();
  });

  const isOf =
    (rule: string) =>
    ({ code }: Diagnostic): boolean =>
      typeof code === 'object' && code.value === rule;
  const countOf = (uri: Uri, rule: string): number => findings(uri).filter(isOf(rule)).length;
  const show = (uri: Uri) => (): string => `${uri.path} has ${rules(uri).join(', ')}`;

  /** The quick fix of that title at a place, with its edit. */
  async function fixAt(uri: Uri, place: Range, title: string): Promise<CodeAction | undefined> {
    const kind = CodeActionKind.QuickFix.value;
    const command = 'vscode.executeCodeActionProvider';
    const actions = await commands.executeCommand<CodeAction[]>(command, uri, place, kind, 20);
    return actions.find((action) => action.title === title && action.edit !== undefined);
  }

  /** Applies the quick fix of that title at the first finding of the rule, as soon as it is offered. */
  async function fix({ uri }: TextDocument, { rule, title }: Case): Promise<Range> {
    const place = findings(uri).find(isOf(rule))?.range;
    assert.ok(place);
    let offered: CodeAction | undefined;
    await until(
      async () => {
        offered = await fixAt(uri, place, title);
        return offered !== undefined;
      },
      () => `“${title}” is not offered. ${show(uri)()}`,
    );
    assert.ok(offered?.edit && (await workspace.applyEdit(offered.edit)));
    return place;
  }

  /** Types words at the tab stops, as an author would. */
  async function fill(stops: readonly boolean[]): Promise<void> {
    for (const [at, words] of stops.entries()) {
      if (at > 0) await commands.executeCommand('jumpToNextSnippetPlaceholder');
      if (words) await commands.executeCommand('type', { text: 'The page shows the delivery date to all who ordered' });
    }
    await commands.executeCommand('leaveSnippet');
  }

  for (const each of [...ofDocuments, ...ofWorkspaces])
    for (const [folder, stored] of [
      ['lf', each.text],
      ['crlf-bom', `\ufeff${each.text.replaceAll('\n', '\r\n')}`],
    ] as const)
      it(`${each.rule} mends it once, and one undo gives every byte back (${folder})`, async () => {
        const { rule, path, stops, title } = each;
        const uri = await writeFile(`${folder}/${path}`, stored);
        const { document } = await window.showTextDocument(uri);
        const before = document.getText();
        await until(() => countOf(uri, rule) > 0, show(uri));
        const count = countOf(uri, rule);

        await fix(document, each);
        assert.doesNotMatch(document.getText(), folder === 'lf' ? /\r/ : /[^\r]\n/);
        await commands.executeCommand('undo');
        assert.equal(document.getText(), before);
        await document.save();
        assert.equal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri)), stored);
        await until(() => countOf(uri, rule) === count, show(uri));

        const place = await fix(document, each);
        await fill(stops);
        await until(
          () => countOf(uri, rule) === count - 1,
          () => `${show(uri)()}:\n${document.getText()}`,
        );
        if (count === 1) assert.equal(await fixAt(uri, place, title), undefined);
      });

  it('more than twenty rules is tried here', () => {
    assert.ok(ofDocuments.length > 20, ofDocuments.map(({ rule }) => rule).join());
  });
});
