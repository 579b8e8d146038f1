import type { Grouping } from './groupings.ts';

/** Something that a work item may be chosen by: its group in one of the groupings. */
export interface Facet {
  readonly grouping: Grouping;
  /** Of the group. */
  readonly key: string;
  readonly name: string;
}

/** A facet, and how many work items have it. */
export interface CountedFacet extends Facet {
  readonly count: number;
}

/** Which work items are shown. */
export interface Filter {
  /** Words that their title, path, id, status, owner or labels hold, all of them. */
  readonly text: string;
  /** One of each grouping that is named has to fit. */
  readonly facets: readonly Facet[];
}

/** Lets everything through. */
export const noFilter: Filter = { text: '', facets: [] };

export function isFiltering({ text, facets }: Filter): boolean {
  return text.trim() !== '' || facets.length > 0;
}

/** The filter in a few words: `“redis”, Mine, In review`. */
export function filterName({ text, facets }: Filter): string {
  return [...(text.trim() === '' ? [] : [`“${text.trim()}”`]), ...facets.map(({ name }) => name)].join(', ');
}
