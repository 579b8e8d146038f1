import { openDependencyMap } from './dependency-map.ts';
import { copyReadinessReport, openReadinessReport } from './readiness-report.ts';

/** What is needed once somebody opens a panel, and not before: on the desktop a bundle of its own. */
export const panels = { openDependencyMap, openReadinessReport, copyReadinessReport };
