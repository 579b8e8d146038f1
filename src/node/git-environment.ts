/**
 * Configuration under which git starts nothing but itself, whatever the repository's own configuration says.
 * Sources: git-config(1) and gitattributes(5), every setting that names a program, a helper or a transport.
 */
const hardenedConfig: readonly (readonly [string, string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.attributesFile', '/dev/null'],
  ['core.quotePath', 'false'],
  ['core.sshCommand', 'false'],
  ['diff.external', ''],
  ['diff.orderFile', '/dev/null'],
  ['log.showSignature', 'false'],
  ['color.ui', 'false'],
  ['credential.helper', ''],
  ['protocol.allow', 'never'],
];

/**
 * The environment for a hardened git: `environment` without its `GIT_*`, and with our configuration, which wins over
 * every file. It goes through GIT_CONFIG_COUNT because `-c` cannot name a filter whose name holds `=`.
 * @param filterKeys keys such as `filter.lfs.clean`, as `git config --name-only` prints them; other keys are ignored.
 */
export function hardenedEnvironment(
  environment: NodeJS.ProcessEnv,
  filterKeys: readonly string[],
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !/^git_/i.test(name)) result[name] = value;
  }
  const config = [...hardenedConfig, ...blankFilters(filterKeys)];
  config.forEach(([key, value], index) => {
    result[`GIT_CONFIG_KEY_${index}`] = key;
    result[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return Object.assign(result, {
    GIT_CONFIG_COUNT: String(config.length),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    // protocol.<name>.allow of the repository would win over protocol.allow; this list wins over both.
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  });
}

function blankFilters(filterKeys: readonly string[]): [string, string][] {
  const drivers = new Set(filterKeys.flatMap((key) => /^(filter\..*)\.[^.]*$/s.exec(key)?.[1] ?? []));
  return [...drivers].flatMap((driver): [string, string][] => [
    [`${driver}.clean`, ''],
    [`${driver}.smudge`, ''],
    [`${driver}.process`, ''],
    // A required filter that is blank would make git give up.
    [`${driver}.required`, 'false'],
  ]);
}
