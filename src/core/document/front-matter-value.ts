import type { FrontMatter } from './front-matter.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** A quoted string where a value or an element of a list may begin. */
const quoted =
  /(?<=^(?:\[[ \t]*|-[ \t]+)?|[[,]\s*|\n[ \t]*-[ \t]+)(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g;

/**
 * A value of front matter in the style of the one before: its quotes, its list, the comment behind it.
 * Null where it is no short value, or a comment within it would be lost.
 */
export function valueInStyleOf(before: string, value: string, language: FrontMatter['language']): string | null {
  if (/^[|>&*!{]/.test(before)) return null;
  const bare = before.replace(quoted, (string) => '_'.repeat(string.length));
  const end = (language === 'toml' ? /[ \t]*#.*$/ : /[ \t]+#.*$/).exec(bare)?.index ?? before.length;
  if (/\s#/.test(bare.slice(0, end))) return null;
  const open = /^(?:\[[ \t]*|-[ \t]+)/.exec(before)?.[0] ?? '';
  const quote = /^["']/.exec(before.slice(open.length))?.[0] as '"' | "'" | undefined;
  const close = open.startsWith('[') ? `${open.slice(1)}]` : '';
  const written = language === 'toml' ? tomlScalar(value, quote) : yamlScalar(value, quote);
  return open + written + close + before.slice(end);
}

/** A string of TOML (https://toml.io/en/v1.0.0#string); one in single quotes knows no escapes. */
const tomlScalar = (value: string, quote?: '"' | "'"): string =>
  quote === "'" && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
