/** The hashes of the blobs of at most `limit` bytes among what `git cat-file --batch-check` has printed; git-cat-file(1), "Batch output". */
export function smallBlobs(output: Buffer, limit: number): ReadonlySet<string> {
  const small = new Set<string>();
  for (const line of output.toString('latin1').split('\n')) {
    const [, hash, size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
    if (hash && Number(size) <= limit) small.add(hash);
  }
  return small;
}

/** The contents by hash that `git cat-file --batch` has printed: `<hash> SP <type> SP <size> LF <contents> LF` for each object. */
export function parseBatch(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const [hash = '', , size] = output.toString('latin1', at, end).split(' ');
    const start = end + 1;
    // An object that has gone in between is said to be missing, without a size.
    const length = /^\d+$/.test(size ?? '') ? Number(size) : null;
    if (length !== null) contents.set(hash, output.subarray(start, start + length));
    at = length === null ? start : start + length + 1;
  }
  return contents;
}
