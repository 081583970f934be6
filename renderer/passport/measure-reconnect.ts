import { passportTimes } from '../../shared/session/passport-plan.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import type { RelayLoop } from './relay-loop.ts';
import { within } from './within.ts';

/** Makes the ends look for new paths, as a call does after a break, until a byte has come over them. */
export async function measureReconnect(loop: RelayLoop, calledOff: AbortSignal): Promise<Finding> {
  const begun = performance.now();
  const back = await within(passportTimes.reconnect, calledOff, flowsAgain(loop));
  return back === undefined ? { test: 'reconnect', reason: 'not-back', value: null } : { test: 'reconnect', reason: 'fine', value: performance.now() - begun };
}

async function flowsAgain(loop: RelayLoop): Promise<true> {
  await loop.restart();
  const { near, far } = loop.flow;
  const came = new Promise<true>((resolve) => far.addEventListener('message', () => resolve(true), { once: true }));
  near.send(new ArrayBuffer(1));
  return came;
}
