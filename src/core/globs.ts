import picomatch from 'picomatch';

const longestPattern = 256;
const mostStars = 3;
const mostGlobstars = 3;

/** A glob pattern that is refused; the message says why. */
export class InvalidGlob extends Error {
  override readonly name = 'InvalidGlob';
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/**
 * A test of paths (relative, with `/`) against glob patterns (`*`, `**`, `?`, `[…]`, `{…}`): true where one of them matches.
 * Throws an InvalidGlob for a pattern that can take minutes to match: one over 256 characters,
 * with more than three `*` in a path segment or three `**` segments, or with groups as in regular expressions.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const known = matchers.get(patterns);
  if (known) return known;
  for (const pattern of patterns) {
    const fault = globFault(pattern);
    if (fault) throw new InvalidGlob(`The glob pattern "${pattern.slice(0, 40)}" ${fault}.`);
  }
  // The expressions alone: what picomatch puts around them takes longer than they do.
  const expressions = patterns.map((pattern) => picomatch.makeRe(pattern, { dot: true }));
  const matcher = (path: string): boolean =>
    expressions.some((expression, at) => expression.test(path) || path === patterns[at]);
  matchers.set(patterns, matcher);
  return matcher;
}

/** Why a pattern is refused, as the rest of a sentence about it; null when it can be used. */
export function globFault(pattern: string): string | null {
  const segments = pattern.split('/');
  if (pattern.length > longestPattern) return `is longer than ${longestPattern} characters`;
  if (segments.some((segment) => segment !== '**' && segment.split('*').length - 1 > mostStars))
    return `has more than ${mostStars} "*" between two "/"`;
  if (segments.filter((segment) => segment === '**').length > mostGlobstars)
    return `has more than ${mostGlobstars} "**"`;
  if (/(?<!\\)[()]|[\])}]\+/.test(pattern))
    return 'has a group or a repetition, which are not read here; put "\\" before a bracket that is part of a name';
  return null;
}
