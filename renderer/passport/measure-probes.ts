import { passportTimes, probing } from '../../shared/session/passport-plan.ts';
import { lossOneWay } from '../../shared/session/passport-verdicts.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import type { RelayLoop } from './relay-loop.ts';
import { within } from './within.ts';

/**
 * Sends packets round as sound does. From one end to the other is once out and once back by the desk's line: the journey of a
 * packet *is* the round trip to the relay, on one clock.
 * @param lossSeen false over TCP, which sends again by itself
 */
export async function measureProbes({ probes }: RelayLoop, lossSeen: boolean, calledOff: AbortSignal): Promise<readonly Finding[]> {
  const journeys: number[] = [];
  let sent = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const all = new Promise<void>((resolve) => {
    probes.far.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      journeys.push(performance.now() - new DataView(data).getFloat64(0));
      if (journeys.length === probing.count) resolve();
    });
    timer = setInterval(() => {
      if (probes.near.readyState === 'open' && sent < probing.count) send(probes.near);
      sent += 1;
    }, probing.everyMs);
  });
  await within(passportTimes.probes, calledOff, all);
  clearInterval(timer);
  return findings(journeys, Math.min(sent, probing.count), lossSeen);
}

function send(channel: RTCDataChannel): void {
  const packet = new ArrayBuffer(probing.bytes);
  new DataView(packet).setFloat64(0, performance.now());
  channel.send(packet);
}

function findings(journeys: readonly number[], sent: number, lossSeen: boolean): readonly Finding[] {
  const median = journeys.toSorted((a, b) => a - b)[Math.floor(journeys.length / 2)];
  if (median === undefined) return (['loss', 'round-trip'] as const).map((test) => ({ test, reason: 'nothing-came', value: null }));
  const loss: Finding = lossSeen ? { test: 'loss', reason: 'fine', value: lossOneWay(sent - journeys.length, sent) } : { test: 'loss', reason: 'over-tcp', value: null };
  return [loss, { test: 'round-trip', reason: 'fine', value: median }];
}
