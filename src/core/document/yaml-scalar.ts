/** A YAML scalar that needs no quotes, in a list in brackets either. */
const isPlain = /^[\p{L}\p{N}](?:[^:#,[\]{}"'\r\n]|:(?! |$)|(?<! )#)*$/u;

/** What YAML takes for something else than text. */
const isWord = /^(?:true|false|null|yes|no|on|off)$/i;

/** The text as a YAML scalar of one line, with quotes where it needs some or `quote` asks for them. */
export function yamlScalar(text: string, quote: '"' | "'" | '' = ''): string {
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  // A path may begin with dots.
  if (quote === '' && isPlain.test(text.replace(/^\.+\/?/, '')) && !isWord.test(text)) return text;
  return JSON.stringify(text);
}
