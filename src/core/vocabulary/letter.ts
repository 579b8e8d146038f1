/** A letter, near enough, for expressions without the `u` flag; with it and `\p{L}` they take longer to build and to run. */
export const letter = String.raw`[a-zA-Z\u00aa-\u1fff\u2c00-\ud7ff\uf900-\uffdc]`;
