import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { everyRule } from '../src/core/checklist/every-rule.ts';
import { severities } from '../src/core/report.ts';
import { labelRoles, longestWord, statusKinds } from '../src/core/team-words.ts';

const root = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { commands, menus, views, viewsContainers, viewsWelcome, walkthroughs, configuration } = manifest.contributes;

const namesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .sort();

/** `asyncReady.writeHandoffNote` is implemented in `write-handoff-note.ts`. */
const fileOf = (id: string): string =>
  id.replace('asyncReady.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));

describe('the manifest', () => {
  it('has every rule, with its default severity and title, and no other', () => {
    const { properties } = configuration.properties['asyncReady.rules'];
    assert.deepEqual(
      Object.keys(properties),
      everyRule.map(({ id }) => id),
    );
    for (const { id, title, severity } of everyRule) {
      assert.equal(properties[id].default, severity, id);
      assert.equal(properties[id].description, title, id);
      assert.deepEqual(properties[id].enum, severities, id);
    }
  });

  it('takes the words that the project file takes', () => {
    const keysOf = (setting: string): string[] => Object.keys(configuration.properties[setting].properties);
    assert.deepEqual(keysOf('asyncReady.labels'), Object.keys(labelRoles));
    assert.deepEqual(keysOf('asyncReady.statuses'), Object.keys(statusKinds));
    for (const setting of ['asyncReady.labels', 'asyncReady.statuses'])
      for (const { items } of Object.values<{ items: object }>(configuration.properties[setting].properties))
        assert.deepEqual(items, { type: 'string', maxLength: longestWord }, setting);
  });

  it('has a file and a page for every rule, and none without a rule', () => {
    const ids = everyRule.map(({ id }) => id).sort();
    assert.deepEqual(namesIn('src/core/checklist/rules', '.ts'), ids);
    assert.deepEqual(namesIn('docs/rules', '.md'), ids);
    for (const { id, title, severity } of everyRule) {
      const page = readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8');
      assert.ok(page.startsWith(`# ${id}\n\n**${title}**`), `${id}: the page's first lines`);
      assert.match(page, new RegExp(`Default severity: ${severity}\\.`));
      for (const heading of ['Why', 'Bad', 'Good'])
        assert.match(page, new RegExp(`^## ${heading}$`, 'm'), `${id}: ${heading}`);
    }
  });

  it('has a file for every command, and a command for every file', () => {
    const ids: string[] = commands.map(({ command }: { command: string }) => command);
    const files = namesIn('src/vscode/commands', '.ts');
    for (const id of ids) assert.ok(files.includes(fileOf(id)), `${id}: src/vscode/commands/${fileOf(id)}.ts`);
    const registered = sources('src/vscode/commands').flatMap((source) =>
      [...source.matchAll(/\bid: '(asyncReady\.\w+)'/g)].map((match) => match[1]),
    );
    assert.deepEqual(registered.filter((id) => id && !internalCommands.includes(id)).sort(), [...ids].sort());
  });

  it('has the pictures and commands of its walkthrough', () => {
    const ids: string[] = commands.map(({ command }: { command: string }) => command);
    for (const { id, description, media, completionEvents } of walkthroughs[0].steps) {
      assert.ok(existsSync(join(root, media.svg)), `${id}: ${media.svg}`);
      const linked = [...description.matchAll(/\(command:(asyncReady\.\w+)\)/g)].map((match: string[]) => match[1]);
      const awaited = completionEvents.flatMap((event: string) => /^onCommand:(.*)/.exec(event)?.[1] ?? []);
      assert.match(description, /\(command:asyncReady\./, id);
      for (const command of [...linked, ...awaited]) assert.ok(ids.includes(command), `${id}: ${command}`);
    }
  });

  it('lists every command once: among those loaded at once, or with its id among the others', () => {
    const source = (file: string): string => readFileSync(join(root, 'src/vscode/commands', `${file}.ts`), 'utf8');
    const [atOnce, ids = ''] = source('all-commands').split('laterCommandIds');
    const later = source('later-commands');
    const all = [...commands.map(({ command }: { command: string }) => command), ...internalCommands];
    for (const id of all) {
      const isAtOnce = atOnce?.includes(`'./${fileOf(id)}.ts'`);
      assert.notEqual(isAtOnce, later.includes(`'./${fileOf(id)}.ts'`), id);
      assert.notEqual(isAtOnce, ids.includes(`'${id}'`), id);
    }
  });

  it('gives every command a title, a category and an icon', () => {
    for (const command of commands) {
      assert.ok(command.title, command.command);
      assert.equal(command.category, 'Async Ready');
      assert.match(command.icon, /^\$\([a-z-]+\)$/);
    }
  });

  it('names only its own commands and views in menus and welcome views', () => {
    const ids = new Set(commands.map(({ command }: { command: string }) => command));
    const entries = Object.values(menus).flat() as { command: string; when?: string }[];
    for (const { command } of entries) assert.ok(ids.has(command), command);
    const viewIds: string[] = Object.values(views)
      .flat()
      .map((view) => (view as { id: string }).id);
    for (const { view, contents } of viewsWelcome) {
      assert.ok(viewIds.includes(view), view);
      for (const [, command = ''] of contents.matchAll(/command:(asyncReady\.\w+)/g))
        assert.ok(ids.has(command), command);
    }
    for (const { when = '' } of entries) {
      for (const [, view = ''] of when.matchAll(/view == ([\w.]+)/g)) assert.ok(viewIds.includes(view), view);
    }
  });

  it('has a file for every view, with a name and an icon that is there', () => {
    for (const [container, list] of Object.entries(views) as [string, { id: string; name: string; icon: string }[]][]) {
      assert.ok(
        viewsContainers.activitybar.some(({ id }: { id: string }) => id === container),
        container,
      );
      for (const { id, name, icon } of list) {
        assert.ok(name, id);
        assert.ok(existsSync(join(root, icon)), icon);
        assert.ok(existsSync(join(root, 'src/vscode/views', `${fileOf(id)}.ts`)), id);
      }
    }
    for (const { icon } of viewsContainers.activitybar) assert.ok(existsSync(join(root, icon)), icon);
    assert.ok(existsSync(join(root, manifest.icon)), manifest.icon);
  });

  it('describes every setting, and the code reads each and no other', () => {
    const ids = Object.keys(configuration.properties);
    for (const id of ids) {
      const { description, markdownDescription, default: preset } = configuration.properties[id];
      assert.ok(description ?? markdownDescription, id);
      assert.notEqual(preset, undefined, id);
    }
    const code = sources('src/vscode').join('\n');
    for (const id of ids) assert.ok(code.includes(`'${id.replace('asyncReady.', '')}'`), `${id} is read nowhere`);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const id of [...ids, ...commands.map(({ title }: { title: string }) => title)])
      assert.ok(readme.includes(id), `README.md does not name ${id}`);
  });

  it('pins the types of VS Code to the oldest version supported', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('has a changelog whose first entry is its version', () => {
    assert.equal(/^## (\S+)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1], manifest.version);
  });

  it('pins every dependency', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version as string, /^\d+\.\d+\.\d+$/, name);
  });
});

/** Commands that only the extension itself calls. */
const internalCommands = ['asyncReady.showWorkItem', 'asyncReady.showHandoff', 'asyncReady.moveWorkItems'];
