import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { startHub } from '../../hub/hub.ts';
import type { HubOptions, RunningHub } from '../../hub/hub.ts';
import type { HubTime } from '../../hub/hub-time.ts';
import { hubFolder } from './hub-folder.ts';
import { offices } from './sample-hub.ts';

export interface TestHub extends RunningHub {
  readonly folder: string;
  /** Everything logged, a line each. */
  readonly logged: readonly string[];
}

/** A real hub on a loopback port, with two offices; closed when the test is over. */
export async function testHub(options: Partial<HubOptions> = {}): Promise<TestHub> {
  const folder = options.folder ?? join(hubFolder(), 'hub');
  const logged: string[] = [];
  const hub = await startHub({ host: '127.0.0.1', port: 0, folder, log: (event, values = {}) => void logged.push(JSON.stringify({ event, ...values })), ...options });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= hub.close());
  onTestFinished(close);
  for (const office of offices) await hub.admin.putOffice(office);
  return { ...hub, close, folder, logged };
}

/** The hub's time, moved on by hand; repeated work goes on in real time, and often. */
export class MovedTime implements HubTime {
  #ahead = 0;
  #wrong = 0;

  readonly clock = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Date.now() + this.#ahead + this.#wrong);
  readonly elapsed = (): number => performance.now() + this.#ahead;

  readonly every = (milliseconds: number, work: () => void): (() => void) => {
    const timer = setInterval(work, Math.min(milliseconds, 50));
    return () => clearInterval(timer);
  };

  pass(duration: Temporal.DurationLike): void {
    this.#ahead += Temporal.Duration.from(duration).total('milliseconds');
  }

  /** Somebody sets the clock; what only goes forward does not notice. */
  set(duration: Temporal.DurationLike): void {
    this.#wrong += Temporal.Duration.from(duration).total('milliseconds');
  }
}
