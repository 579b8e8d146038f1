/** What YAML takes for something else than text, however it is written. */
const word = /^(?:null|true|false)$/i;

/** Texts without quotes, by themselves and in a list: they begin with a letter, and hold no mark of YAML. */
const plain = '[A-Za-z](?:[ -"$-9;-~]*[!"$-9;-~])?';
const listed = String.raw`[A-Za-z](?:[\w ./-]*[\w./-])?|'[\w @./-]*'|"[\w @./-]*"`;

/** A day is text to the JSON schema; a number is one with few digits and no zero before them. */
const figure = String.raw`\d{4}-\d\d-\d\d|[1-9]\d{0,8}|0`;

/** A line with a key and nothing, a list, a text in quotes, a text or a figure. */
const line = new RegExp(
  String.raw`([A-Za-z_][\w-]{0,99}):(?: *| +(?:\[((?:(?:${listed})(?:, *(?:${listed}))*)?)\]|'([ -&(-~]*)'|"([ !#-[\]-~]*)"|(${plain})|(${figure})))\n`,
  'y',
);

/**
 * The data of a YAML block that has nothing but short values beside its keys, as most front matter does; a tenth of the time
 * of a whole parser, which reads it to the same.
 * @param block lines that all end with `\n`.
 * @returns null for everything else.
 */
export function readFlatYaml(block: string): Record<string, unknown> | null {
  const data: Record<string, unknown> = {};
  line.lastIndex = 0;
  while (line.lastIndex < block.length) {
    const match = line.exec(block);
    if (!match) return null;
    const key = match[1] ?? '';
    const value = valueIn(match);
    // A key that is there twice is an error, and `__proto__` is no key to write to.
    if (key in data || value === undefined) return null;
    data[key] = value;
  }
  return block === '' ? null : data;
}

/** Undefined where that is left to the parser. */
function valueIn([, , list, single, double, text, figure]: RegExpExecArray): unknown {
  if (list === undefined) {
    if (figure !== undefined) return figure.includes('-') ? figure : Number(figure);
    return text !== undefined && word.test(text) ? undefined : (single ?? double ?? text ?? null);
  }
  const items = list === '' ? [] : list.split(',').map((item) => item.trim());
  if (items.some((item) => word.test(item))) return undefined;
  return items.map((item) => (/^['"]/.test(item) ? item.slice(1, -1) : item));
}
