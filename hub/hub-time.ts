import { systemClock } from '../shared/desk/clock.ts';
import type { Clock } from '../shared/desk/clock.ts';

/** Where the hub's time comes from; tests pass their own. */
export interface HubTime {
  /** The hour, for what is written down. */
  readonly clock: Clock;
  /** Milliseconds of a clock that only goes forward, for what is waited for. */
  readonly elapsed: () => number;
  /** Works again and again, so many milliseconds apart, until the function returned is called. */
  readonly every: (milliseconds: number, work: () => void) => () => void;
}

export const systemTime: HubTime = {
  clock: systemClock,
  elapsed: () => performance.now(),
  every: (milliseconds, work) => {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};
