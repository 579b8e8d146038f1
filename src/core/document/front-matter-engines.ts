import { JSON_SCHEMA, load } from 'js-yaml';

/** Thrown for front matter in a language that is not read, above all one that would have to be executed. */
function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

/**
 * gray-matter's engines, safe: YAML by js-yaml with the JSON schema, so that dates and the like stay text, and nothing that executes.
 * gray-matter's own engines evaluate `---js` blocks; the build puts this module in their place.
 */
export const engines = {
  yaml: { parse: (block: string) => (load(block, { schema: JSON_SCHEMA }) ?? {}) as object, stringify: refuse },
  json: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  javascript: { parse: refuse, stringify: refuse },
};
