import { bandwidthBytes, passportTimes } from '../../shared/session/passport-plan.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import type { RelayLoop } from './relay-loop.ts';
import { within } from './within.ts';

const chunk = new ArrayBuffer(16 * 1024);
/** Enough to keep the line busy, little enough to be gone when the time is up. */
const ahead = 128 * 1024;

/**
 * Sends as fast as the line takes it. What arrives went out and came back by the desk's line, so *both* ways carry at least
 * that much; which of them is the narrower one a loop cannot tell, and does not pretend to.
 */
export async function measureBandwidth({ flow }: RelayLoop, calledOff: AbortSignal): Promise<readonly Finding[]> {
  let came = 0;
  let first = 0;
  let last = 0;
  const all = new Promise<void>((resolve) => {
    flow.far.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      last = performance.now();
      // Time begins with the first piece, so that piece itself does not count.
      if (first === 0) first = last;
      else came += data.byteLength;
      if (came >= bandwidthBytes) resolve();
    });
  });
  const stop = pump(flow.near);
  await within(passportTimes.bandwidth, calledOff, all);
  stop();
  // Bits a millisecond are kilobits a second.
  const rate = last > first ? (came * 8) / (last - first) : undefined;
  return (['bandwidth-up', 'bandwidth-down'] as const).map((test) => (rate === undefined ? { test, reason: 'nothing-came', value: null } : { test, reason: 'fine', value: rate }));
}

/** Keeps the channel filled until told to stop. */
function pump(channel: RTCDataChannel): () => void {
  const fill = () => {
    while (channel.readyState === 'open' && channel.bufferedAmount < ahead) channel.send(chunk);
  };
  channel.bufferedAmountLowThreshold = ahead / 2;
  channel.addEventListener('bufferedamountlow', fill);
  fill();
  return () => channel.removeEventListener('bufferedamountlow', fill);
}
