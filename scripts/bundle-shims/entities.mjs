// markdown-it decodes HTML entities in inline content, code fences' info and link targets; none of these is read here.
// The tables for it are a seventh of a bundle, and take longer to load than all the rest.

/** @param {string} text */
export const decodeHTML = (text) => text;

/** @param {string} text */
export const decodeHTMLStrict = (text) => text;
