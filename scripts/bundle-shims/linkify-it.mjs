// markdown-it makes one of these for the bare addresses in inline content, which is not read here.

// biome-ignore lint/style/noDefaultExport: linkify-it is imported as a default.
export default class LinkifyIt {}
