import { openDependencyMap } from './dependency-map.ts';

/** What is needed once somebody opens a panel, and not before: on the desktop a bundle of its own. */
export const panels = { openDependencyMap };
