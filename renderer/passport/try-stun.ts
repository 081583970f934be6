import { passportTimes } from '../../shared/session/passport-plan.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { within } from './within.ts';

/** Asks our own STUN server, and nobody else, by which address this computer is seen from outside. */
export async function tryStun(server: RTCIceServer, calledOff: AbortSignal): Promise<Finding> {
  const pc = new RTCPeerConnection({ iceServers: [server] });
  pc.createDataChannel('');
  const answered = await within(passportTimes.stun, calledOff, gathered(pc));
  pc.close();
  return { test: 'stun', reason: answered === true ? 'fine' : 'no-answer', value: null };
}

/**
 * Whether the server answered. A computer that is seen by its own address gets no other one: then the search ends in time and
 * fewer errors than addresses were told. A server that keeps silent lets no search end in time.
 */
async function gathered(pc: RTCPeerConnection): Promise<boolean> {
  let asked = 0;
  let failed = 0;
  const done = new Promise<boolean>((resolve) => {
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type === 'srflx') resolve(true);
      if (candidate?.type === 'host' && candidate.protocol === 'udp') asked += 1;
      if (candidate === null) resolve(failed < asked);
    });
    pc.addEventListener('icecandidateerror', () => (failed += 1));
  });
  await pc.setLocalDescription();
  return done;
}
