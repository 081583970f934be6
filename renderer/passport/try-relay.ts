import type { RelayTest } from '../../shared/session/network-passport.ts';
import { passportTimes } from '../../shared/session/passport-plan.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { RelayLoop } from './relay-loop.ts';
import type { LoopTrouble } from './relay-loop.ts';
import { within } from './within.ts';

/** What was found, and the loop if it carries; the caller closes it. */
export interface RelayTried {
  readonly finding: Finding;
  readonly loop: RelayLoop | undefined;
}

/** Joins two ends through the relay by one transport alone. */
export async function tryRelay(test: RelayTest, server: RTCIceServer, calledOff: AbortSignal): Promise<RelayTried> {
  const begun = performance.now();
  const loop = new RelayLoop(server);
  const met = await within(passportTimes.relay, calledOff, loop.meet());
  if (met === true) return { finding: { test, reason: 'fine', value: performance.now() - begun }, loop };
  loop.close();
  return { finding: { test, reason: reasonOf(loop.trouble), value: null }, loop: undefined };
}

function reasonOf({ allocated, refused }: LoopTrouble): 'not-carried' | 'key-refused' | 'no-answer' {
  if (allocated) return 'not-carried';
  return refused ? 'key-refused' : 'no-answer';
}
