// markdown-it writes the host names of links anew; the links that it gives are not read here.

/** @param {string} host */
const same = (host) => host;

// biome-ignore lint/style/noDefaultExport: punycode.js is imported as a default.
export default { toASCII: same, toUnicode: same };
