/** Files whose lines define nothing by a name: prose and data. */
const nameless = /\.(?:md|markdown|mdx|txt|rst|adoc|org|jsonc?|ya?ml|csv|tsv|html?|xml|svg|log|lock)$|(?:^|\/)[^.]*$/i;

/** Languages in which a function begins with its type and its name alone. */
export const typeFirst = /\.(?:c|h|cc|cpp|cxx|hh|hpp|hxx|m|mm|java|cs|cu|glsl)$/i;

const name = String.raw`([\p{L}_$][\p{L}\p{N}_$.]*)`;

const definitions: readonly RegExp[] = [
  // Go's methods: what they belong to stands before their name.
  new RegExp(String.raw`^func\s+\([^)]*\)\s*${name}`, 'u'),
  new RegExp(
    String.raw`^(?:(?:export|default|declare|public|private|protected|internal|static|final|abstract|async|pub(?:\([^)]*\))?|unsafe|extern|inline|virtual|override|sealed|partial|open|data|const)\s+){0,6}` +
      String.raw`(?:function|def|class|interface|struct|enum|trait|impl|fn|func|fun|type|module|namespace|object|protocol|extension|record|defmodule|defp|sub|union)\b` +
      String.raw`\s*\*?\s*(?:<[^>]{0,80}>\s*)?${name}`,
    'u',
  ),
  new RegExp(
    String.raw`^(?:export\s+)?(?:declare\s+)?(?:pub\s+)?(?:const|let|var|val|static)\s+(?:mut\s+)?${name}\s*(?:[:=]|$)`,
    'u',
  ),
  // A shell's functions.
  new RegExp(String.raw`^${name}\s*\(\)\s*\{?$`, 'u'),
];

const cFunction = /^(?:[\w:*&<>,[\]~]{1,80}\s+[*&]*){1,6}([\w:~]+)\s*\([^;]*$/;
export const noType = /^(?:else|return|new|throw|case|goto|typedef|using|delete|if|for|while|switch|do)\b/;

/** In UTF-16 code units; git cuts the context of a hunk at 80 bytes. */
const longest = 200;

/** Whether lines of the file define anything by a name, judging by its path. */
export const definesNames = (path: string): boolean => !nameless.test(path);

/**
 * The name of the function, type or constant whose definition begins with the line; null where it is none. Told by
 * the shape of the line, as git tells it (`xdl_find_func()` and the patterns of userdiff.c): the work is done line by line.
 * @param path of a file that definesNames(): its ending says by which language.
 */
export function definedName(line: string, path: string): string | null {
  const start = line.slice(0, longest).trim();
  // Before the others: a type of C may begin with `struct`.
  const byType = typeFirst.test(path) && !noType.test(start) ? cFunction.exec(start)?.[1] : undefined;
  if (byType) return byType;
  for (const definition of definitions) {
    const match = definition.exec(start);
    if (match?.[1]) return match[1].replace(/\.$/, '');
  }
  return null;
}
