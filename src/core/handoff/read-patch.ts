/** What stands between two lines of a patch: which lines of the old text made room for which of the new one. */
export interface Hunk {
  /** Lines count from 1; where there are none, the line after which they were removed or come. */
  readonly newStart: number;
  readonly newCount: number;
  /** The line of the old text before the hunk that git takes for the start of what it stands in; may be empty. */
  readonly context: string;
}

/** Gets what a patch says, in its order. */
export interface PatchSink {
  /** @returns whether anything else of the file is wanted, beside its counts. */
  file(path: string): boolean;
  /** How many lines the next hunk takes out of the file, and how many it adds. */
  counts(path: string, removed: number, added: number): void;
  hunk(hunk: Hunk): void;
  removed(line: string): void;
  /** @param number of the line in the new text, from 1. */
  added(line: string, number: number): void;
  /** After the last line of a hunk. */
  hunkEnd(): void;
}

/** In UTF-16 code units; what a longer line holds beyond is not looked at. */
const longestLine = 10_000;

/**
 * Reads a patch without context lines, `git diff -U0 --src-prefix=a/ --dst-prefix=b/`, piece by piece; the format is
 * in git-diff(1), "Generating patch text with -p". Lines of a hunk are counted, so that no text can pass for a header.
 * @returns what takes the next piece.
 */
export function patchReader(sink: PatchSink): (piece: string) => void {
  let rest = '';
  let path: string | null = null;
  let wanted = false;
  let old = 0;
  let added = 0;
  let number = 0;

  function header(line: string): void {
    if (line.startsWith('diff --git ') || line.startsWith('+++ ')) {
      path = line.startsWith('+') && line !== '+++ /dev/null' ? pathOf(line.slice(4)) : null;
      wanted = path !== null && sink.file(path);
    } else if (line.startsWith('@@ ')) hunkHeader(line);
  }

  function hunkHeader(line: string): void {
    const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/s.exec(line);
    if (!match) return;
    old = Number(match[1] ?? 1);
    added = Number(match[3] ?? 1);
    number = Number(match[2]);
    if (path !== null) sink.counts(path, old, added);
    if (wanted) sink.hunk({ newStart: number, newCount: added, context: match[4] ?? '' });
  }

  function take(line: string): void {
    if (old === 0 && added === 0) {
      header(line);
      return;
    }
    if (line.startsWith('-')) {
      old--;
      if (wanted) sink.removed(line.slice(1));
    } else if (line.startsWith('+')) {
      added--;
      if (wanted) sink.added(line.slice(1), number);
      number++;
    } // A remark of git's begins with a backslash: there is no newline at the end of the file.
    if (wanted && old === 0 && added === 0) sink.hunkEnd();
  }

  return (piece) => {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      // Nothing is cut out of a line that nobody wants, but for its first character.
      const upTo = Math.min(end, start + longestLine);
      if (rest === '') take(piece.slice(start, upTo));
      else {
        take(rest + piece.slice(start, Math.min(end, start + longestLine - rest.length)));
        rest = '';
      }
      start = end + 1;
    }
    rest += piece.slice(start, start + longestLine - rest.length);
  };
}

/** The path of a `+++` line: behind `b/`, before the tab that git puts behind a name with spaces, unquoted. */
function pathOf(name: string): string {
  const path = name.startsWith('"') ? unquoted(name) : name.replace(/\t$/, '');
  return path.slice('b/'.length);
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A name that git has quoted as a string of C (quote.c); with core.quotePath off, no byte above 127 is escaped. */
function unquoted(name: string): string {
  return name
    .slice(1, name.lastIndexOf('"'))
    .replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal?: string, letter = '') =>
      octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
