import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../shared/desk/clock.ts';
import type { Timers } from '../../electron/host/timers.ts';
import type { Uptime } from '../../electron/host/uptime.ts';

type Waiting = { at: number; readonly work: () => void };

/** A clock and the timers that go with it, moved by hand. */
export class FakeTime {
  #now: number;
  /** What the clock is ahead of a computer that started a day before the test. */
  #ahead: number;
  #waiting: Waiting[] = [];

  constructor(start = '2026-10-09T07:00:00Z') {
    this.#now = Temporal.Instant.from(start).epochMilliseconds;
    this.#ahead = this.#now - 24 * 3_600_000;
  }

  readonly clock: Clock = () => Temporal.Instant.fromEpochMilliseconds(this.#now);

  readonly uptime: Uptime = () => (this.#now - this.#ahead) / 1000;

  readonly timers: Timers = {
    after: (milliseconds, work) => {
      const waiting = { at: this.#now + milliseconds, work };
      this.#waiting.push(waiting);
      return () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
      };
    },
  };

  /** Lets time pass; what was to happen meanwhile happens in order. */
  pass(duration: Temporal.DurationLike): void {
    const end = this.clock().add(duration).epochMilliseconds;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#now = next.at;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next.work();
    }
    this.#now = end;
  }

  /** The computer is restarted. */
  restart(): void {
    this.#ahead = this.#now;
  }

  /** Sets the clock, as somebody would by hand: timers and the running time do not notice. */
  set(duration: Temporal.DurationLike): void {
    const moved = this.clock().add(duration).epochMilliseconds - this.#now;
    this.#now += moved;
    this.#ahead += moved;
    for (const waiting of this.#waiting) waiting.at += moved;
  }

  #next(end: number): Waiting | undefined {
    return this.#waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}
