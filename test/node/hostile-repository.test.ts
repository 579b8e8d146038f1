import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { gatherHandoffFacts } from '../../src/app/gather-handoff-facts.ts';
import { gitQuestions } from '../../src/app/git-questions.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import type { Since } from '../../src/app/since.ts';
import { sinceChoices } from '../../src/app/since-choices.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import { historyCommand } from '../../src/core/history.ts';
import { nodeGit } from '../../src/node/git.ts';
import { type HostileRepository, hostileRepository, missingObject } from './hostile-repository.ts';
import { inTemporaryFolder, plainEnvironment } from './temporary-repository.ts';

const readWorkItem = readWorkItemBy(defaultSettings);

/** Everything that we ever ask, and every verb that a later question may need. */
async function askEverything({ repository, redirected, environment }: HostileRepository): Promise<void> {
  const git = nodeGit({ environment: { ...plainEnvironment, ...environment } });
  const kinds = ['unpushed', 'uncommitted', 'staged', 'base'] as const;
  const questions: (Since | undefined)[] = [undefined, ...kinds.map((kind) => ({ kind }))];
  for (const since of [...questions, { kind: 'commit', of: 'HEAD~3' } as const]) {
    const gathered = await gatherHandoffFacts(git, repository.path, { readWorkItem, ...(since && { since }) });
    assert.ok(!('reason' in gathered), JSON.stringify(gathered));
    assert.equal(gathered.facts.files.length > 0, since?.kind !== 'staged');
  }
  assert.ok((await sinceChoices(git, repository.path, [])).length > 0);
  assert.ok(!('reason' in (await gatherHandoffFacts(git, redirected, { readWorkItem }))));
  await gitQuestions(git, repository.path).output(historyCommand(0));
  const verbs = [
    ['status', '--porcelain', '--ignore-submodules=dirty'],
    ['diff', '--no-textconv', '--ignore-submodules=dirty'],
    ['diff', '--no-textconv', '--ignore-submodules=dirty', '--', '--output=fired-option-like-file'],
    ['diff-files', '-p', '--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty'],
    ['log', '-p', '--no-ext-diff', '--no-textconv', '--all'],
    ['cat-file', '-p', missingObject],
    ['fetch', 'evil'],
    ['checkout-index', '--force', '--all', '--prefix=out/'],
  ];
  for (const args of verbs) await git.run(repository.path, args);
}

/** What a person types, or an extension starts, without a thought. */
const naked: readonly (readonly string[])[] = [
  ['status'],
  ['diff'],
  ['diff', '--no-ext-diff'],
  ['log', '-p', '-1'],
  ['log', '-p', '-3', '--show-signature'],
  ['st'],
  ['cat-file', '-p', missingObject],
  ['submodule', 'update'],
  ['submodule', 'status'],
  ['difftool', 'HEAD'],
  ['archive', '--format=evil', 'HEAD'],
  ['commit', '--allow-empty'],
  ['rebase', '--interactive', '--autostash', 'HEAD~1'],
  ['branch', 'another'],
  ['interpret-trailers', '--trailer', 'x'],
  ['diff', '--output=fired-option-like-file'],
  ['log', '-1', '--output=fired-option-like-branch'],
  ['credential', 'fill'],
  ['fetch', 'ssh://nowhere/x'],
  ['fetch', 'git://nowhere/x'],
  ['fetch', 'evil'],
  ['fetch', 'near'],
  ['checkout', '--', 'x.clean'],
];

/** What has nothing to do with the environment. */
const slow = new Set(['difftool', 'archive', 'checkout', 'st', 'cat-file', 'branch']);

const { GIT_EDITOR: _, ...withoutEditor } = plainEnvironment;

function askNaked({ repository, redirected, environment, touch }: HostileRepository): void {
  const run = (cwd: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): void => {
    try {
      execFileSync('git', args, {
        cwd,
        env: { ...withoutEditor, ...more },
        input: 'protocol=https\nhost=nowhere\n\n',
        stdio: ['pipe', 'ignore', 'ignore'],
        timeout: 10_000,
      });
    } catch {
      // Many fail: their programs do not do what git expects of them.
    }
  };
  touch(2);
  run(redirected, ['status']);
  for (const args of naked) run(repository.path, args);
  // A process filter that fails ends git: the others get their turn without it.
  repository.git('config', 'filter.p.process', '');
  touch(3);
  for (const args of naked) run(repository.path, args);
  repository.git('config', 'diff.external', '');
  for (const args of naked) run(repository.path, args);
  for (const [name, value] of Object.entries(environment)) {
    for (const args of naked.filter(([verb]) => !slow.has(verb ?? ''))) run(repository.path, args, { [name]: value });
  }
}

describe('a hostile repository', function () {
  this.timeout(120_000);

  it('starts nothing of at least 25 things that it names, where naked git starts them', () =>
    inTemporaryFolder(async (folder) => {
      const hostile = hostileRepository(folder);
      assert.ok(hostile.canaries.length >= 25);
      assert.deepEqual(hostile.fired(), []);
      await askEverything(hostile);
      assert.deepEqual(hostile.fired(), []);
      askNaked(hostile);
      const fired = hostile.fired();
      // All but the pagers, which git starts on a terminal only.
      assert.ok(fired.length >= 25, `only ${fired.length} were started: ${fired.join(', ')}`);
    }));
});
