import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clonedRepository, lines, repositoryAt, type TemporaryRepository } from './temporary-repository.ts';

export interface HostileRepository {
  readonly repository: TemporaryRepository;
  /** A folder whose `.git` is a file that leads to a repository of its own. */
  readonly redirected: string;
  /** What somebody may have in the environment of VS Code. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names of all canaries that were set. */
  readonly canaries: readonly string[];
  /** Names of those that were started since then. */
  fired(): string[];
  /** Gives files another time than the index has, so that git has to compare their content, through the filters. */
  touch(time: number): void;
}

/** An object that is not there: a partial clone would have it fetched. */
export const missingObject = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

/** A repository that starts a program wherever git lets a repository or its environment do so. */
export function hostileRepository(folder: string): HostileRepository {
  const repository = clonedRepository(folder);
  const { git } = repository;
  const canaries: string[] = [];
  const nest = join(folder, 'canaries');
  mkdirSync(nest);
  /** A program that leaves a mark when it is started, and then does what is asked of it. */
  const canary = (name: string, then = 'cat'): string => {
    canaries.push(name);
    const path = join(nest, name.replace(/[^\w.-]/g, '_'));
    writeFileSync(path, `#!/bin/sh\ntouch '${folder}/fired-${name}'\n${then}\n`, { mode: 0o755 });
    return path;
  };
  /** A name of a file by which git, taking it for an option, would write one. */
  const written = (name: string): string => {
    canaries.push(name);
    return `--output=fired-${name}`;
  };

  const attributes = [
    ...['*.clean filter=c', '*.process filter=p', '*.strange filter=s=t', '*.dotted filter=a.b', '*.inc filter=inc'],
    ...['*.txt diff=t', '*.cmd diff=cmd'],
  ];
  repository.commit('.gitattributes', `${attributes.join('\n')}\n`);
  const names = ['x.clean', 'x.process', 'x.strange', 'x.dotted', 'x.inc', 'x.txt', 'x.cmd', 'x.global'];
  for (const name of [...names, 'x.local', written('option-like-file')]) repository.commit(name, 'x\n');
  repository.commit('b.txt', lines(1, 5));
  git('submodule', '--quiet', 'add', join(folder, 'seed'), 'sub');
  git('commit', '--quiet', '--message', 'Add sub');
  git('update-ref', `refs/heads/${written('option-like-branch')}`, 'HEAD');
  git('symbolic-ref', 'HEAD', 'refs/heads/--output=fired-option-like-branch');
  const signature = `gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----`;
  writeFileSync(join(folder, 'signed'), git('cat-file', 'commit', 'HEAD').replace('\n\n', `\n${signature}\n\n`));
  git('reset', '--quiet', '--soft', git('hash-object', '-t', 'commit', '-w', join(folder, 'signed')).trim());

  const submodule = repositoryAt(join(repository.path, 'sub'));
  submodule.commit('new.txt', 'x\n');
  submodule.git('config', 'filter.sub.clean', canary('filter of a submodule'));
  submodule.write('.gitattributes', '*.txt filter=sub\n');

  const hooks = join(folder, 'hooks');
  mkdirSync(hooks);
  for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-commit']) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\ntouch '${folder}/fired-hook ${hook}'\n`, { mode: 0o755 });
    canaries.push(`hook ${hook}`);
  }
  const globalAttributes = join(folder, 'attributes');
  writeFileSync(globalAttributes, '*.global filter=global\n');
  writeFileSync(join(repository.path, '.git/info/attributes'), '*.local filter=local\n');
  const included = join(folder, 'included');
  writeFileSync(included, `[filter "inc"]\n\tclean = ${canary('filter of an included file')}\n`);

  const fail = 'exit 1';
  const settings: Readonly<Record<string, string>> = {
    'core.fsmonitor': canary('core.fsmonitor', fail),
    'core.hooksPath': hooks,
    'core.attributesFile': globalAttributes,
    'filter.c.clean': canary('filter clean'),
    'filter.c.smudge': canary('filter smudge'),
    'filter.c.required': 'true',
    'filter.p.process': canary('filter process', fail),
    'filter.s=t.clean': canary('filter of a strange name'),
    'filter.a.b.clean': canary('filter of a dotted name'),
    'filter.global.clean': canary('filter of core.attributesFile'),
    'filter.local.clean': canary('filter of info-attributes'),
    'include.path': included,
    'diff.external': canary('diff.external', 'true'),
    'diff.t.textconv': canary('diff textconv', 'true'),
    'diff.cmd.command': canary('diff driver', 'true'),
    'core.sshCommand': canary('core.sshCommand', fail),
    'core.gitProxy': canary('core.gitProxy', fail),
    'core.askPass': canary('core.askPass', 'echo x'),
    'core.pager': canary('core.pager'),
    'pager.status': canary('pager.status'),
    'core.editor': canary('core.editor', fail),
    'sequence.editor': canary('sequence.editor', fail),
    'gpg.program': canary('gpg.program', fail),
    'log.showSignature': 'true',
    'credential.helper': `!${canary('credential.helper', 'true')}`,
    'alias.st': `!${canary('alias')}`,
    'submodule.sub.update': `!${canary('submodule update', 'true')}`,
    'difftool.evil.cmd': canary('difftool', 'true'),
    'diff.tool': 'evil',
    'difftool.prompt': 'false',
    'trailer.x.command': canary('trailer', 'true'),
    'tar.evil.command': canary('tar', 'true'),
    'core.repositoryFormatVersion': '1',
    'extensions.partialClone': 'evil',
    'remote.evil.promisor': 'true',
    'remote.evil.url': `ext::${canary('remote of protocol ext', fail)}`,
    'remote.near.url': join(folder, 'origin.git'),
    'remote.near.uploadpack': canary('remote uploadpack', fail),
    'protocol.ext.allow': 'always',
    'protocol.allow': 'always',
  };
  for (const [name, value] of Object.entries(settings)) git('-c', 'core.hooksPath=/dev/null', 'config', name, value);

  const redirected = join(folder, 'redirected');
  const elsewhere = repositoryAt(join(folder, 'elsewhere'));
  elsewhere.commit('x.far', 'x\n');
  elsewhere.commit('.gitattributes', '*.far filter=far\n');
  elsewhere.git('config', 'filter.far.clean', canary('filter of a redirected repository'));
  mkdirSync(redirected);
  writeFileSync(join(redirected, '.git'), `gitdir: ${join(elsewhere.path, '.git')}\n`);
  writeFileSync(join(redirected, 'x.far'), 'x\n');

  const binaries = join(folder, 'exec');
  mkdirSync(binaries);
  writeFileSync(
    join(binaries, 'git-submodule'),
    `#!/bin/sh
touch '${folder}/fired-GIT_EXEC_PATH'
`,
    { mode: 0o755 },
  );
  canaries.push('GIT_EXEC_PATH', 'GIT_TRACE');
  const environment: Readonly<Record<string, string>> = {
    GIT_EXEC_PATH: binaries,
    GIT_TRACE: join(folder, 'fired-GIT_TRACE'),
    GIT_EXTERNAL_DIFF: canary('GIT_EXTERNAL_DIFF', 'true'),
    GIT_SSH_COMMAND: canary('GIT_SSH_COMMAND', fail),
    GIT_ASKPASS: canary('GIT_ASKPASS', 'echo x'),
    GIT_PROXY_COMMAND: canary('GIT_PROXY_COMMAND', fail),
    GIT_PAGER: canary('GIT_PAGER'),
    GIT_EDITOR: canary('GIT_EDITOR', fail),
    GIT_SEQUENCE_EDITOR: canary('GIT_SEQUENCE_EDITOR', fail),
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${canary('GIT_CONFIG_PARAMETERS', fail)}'`,
    PAGER: canary('PAGER'),
  };

  const touch = (time: number): void => {
    for (const name of [...names, 'x.local', 'sub/a.txt']) utimesSync(join(repository.path, name), time, time);
    utimesSync(join(redirected, 'x.far'), time, time);
  };
  touch(1);
  writeFileSync(join(repository.path, 'b.txt'), 'changed\n');
  writeFileSync(join(repository.path, 'x.cmd'), 'changed\n');
  // What the set-up itself has started does not count.
  const places = [folder, repository.path, redirected];
  for (const name of canaries) {
    for (const place of places) rmSync(join(place, `fired-${name}`), { force: true });
  }
  const fired = () => canaries.filter((name) => places.some((place) => existsSync(join(place, `fired-${name}`))));
  return { repository, redirected, environment, canaries, fired, touch };
}
