/** Notes what cannot be used, in a sentence, at the place that the keys lead to; or at the value below them. */
export type Report = (message: string, keys: readonly string[], value?: string) => void;

export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of `key` as a mapping; an empty one where there is none. */
export function mapping(value: unknown, report: Report, key: string): Mapping {
  if (value === undefined || value === null) return {};
  if (isMapping(value)) return value;
  report(`"${key}" takes "key: value" lines.`, [key]);
  return {};
}

/** The value that `keys` lead to as a list of words, or one word; undefined where there is none. */
export function strings(value: unknown, report: Report, keys: readonly string[]): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const list = Array.isArray(value) ? value : [value];
  const found = list.filter((entry) => typeof entry === 'string' && entry !== '');
  if (found.length < list.length) report(`"${keys.join('.')}" takes a list of words.`, keys);
  return found;
}
