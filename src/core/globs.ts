import picomatch from 'picomatch';

const longestPattern = 256;
const mostStars = 3;

/** A glob pattern that is refused; the message says why. */
export class InvalidGlob extends Error {
  override readonly name = 'InvalidGlob';
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/**
 * A test of paths (relative, with `/`) against glob patterns: true where one of them matches.
 * Throws an InvalidGlob for a pattern over 256 characters or with more than three `*` in a path segment: those can take minutes to match.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const known = matchers.get(patterns);
  if (known) return known;
  for (const pattern of patterns) {
    if (pattern.length > longestPattern)
      throw new InvalidGlob(`The glob pattern "${pattern.slice(0, 40)}…" is longer than ${longestPattern} characters.`);
    if (pattern.split('/').some((segment) => segment !== '**' && segment.split('*').length - 1 > mostStars)) {
      throw new InvalidGlob(`The glob pattern "${pattern}" has more than ${mostStars} "*" between two "/".`);
    }
  }
  const matcher = picomatch([...patterns], { dot: true });
  matchers.set(patterns, matcher);
  return matcher;
}
