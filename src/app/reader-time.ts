import type { ReaderTime } from '../core/handoff/when.ts';
import type { Clock } from './ports.ts';

/** The clock of the user, for telling when something was. */
export function readerTime(clock: Clock): ReaderTime {
  return { now: clock.now().getTime(), offsetAt: (time) => clock.utcOffset(new Date(time)) };
}
