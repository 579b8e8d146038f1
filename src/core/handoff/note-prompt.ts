export const promptStart = '_To fill in: ';

/** A line of its own that waits for a person; whoever reads a note back knows it by its shape. */
export function prompt(ask: string): string {
  return `${promptStart}${ask}_`;
}
