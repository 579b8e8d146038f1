// secretlint's trace of its own work, for its developers.
// biome-ignore lint/style/noDefaultExport: debug is imported as a default.
export default () => () => {};
