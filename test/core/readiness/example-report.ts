import type { ReadinessCounts, ReadinessReport } from '../../../src/core/readiness/readiness-report.ts';

export function counts(open: number, ready: number, finished = 0, setAside = 0): ReadinessCounts {
  const met = { goal: open, resources: ready, status: ready, dependencies: ready, done: ready };
  return { open, ready, finished, setAside, met };
}

/** A report on two folders and two people, with a history of two days. */
export const exampleReport: ReadinessReport = {
  version: 1,
  date: '2026-03-09T12:00:00+01:00',
  all: counts(4, 3, 1),
  folders: [
    { folder: '', counts: counts(1, 1) },
    { folder: 'tasks|old', counts: counts(3, 2, 1) },
  ],
  owners: [
    { owner: 'Ann <b>', open: 2, ready: 2, waitsOn: ['Ben'], holdsUp: [] },
    { owner: 'Ben', open: 1, ready: 0, waitsOn: [], holdsUp: ['Ann <b>', 'nobody'] },
    { owner: null, open: 1, ready: 1, waitsOn: ['Ben'], holdsUp: [] },
  ],
  history: {
    samples: [
      { day: '2026-03-02', counts: counts(2, 0) },
      { day: '2026-03-09', counts: counts(4, 3, 1) },
    ],
    unknown: ['The history of the branch does not go back beyond 2026-03-02.'],
  },
};
