/** Escapes text for a TextMate snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The text of a snippet without tab stops. */
export function snippetText(snippet: string): string {
  return snippet.replace(/\\([\\$}])/g, '$1');
}
