import { expect, test } from 'vitest';
import { DeskLegs } from '../../../renderer/consultation/desk-legs.ts';
import type { LineSample } from '../../../shared/call/line-sample.ts';
import type { DeskClient } from '../../../shared/desk/desk-client.ts';

type Closed = Parameters<DeskClient['closeLeg']>[0];

const sample: LineSample = { outgoingLoss: 0.02, incomingLoss: 0, availableBitrate: null, roundTripMs: 60, concealedSound: 0, frozenMs: 0, silentForMs: 0, relayed: true };
/** All that was begun has been written. */
const written = () => new Promise((resolve) => setImmediate(resolve));

/** A desk that numbers the legs it is told of; `opens` says whether it takes them. */
function record(opens = true) {
  const closed: Closed[] = [];
  let count = 0;
  const desk = {
    openLeg: async () => (opens ? { ok: true, value: { id: `leg ${(count += 1)}` } } : { ok: false }),
    closeLeg: async (leg: Closed) => {
      closed.push(leg);
      return { ok: true, value: null };
    },
  } as unknown as Pick<DeskClient, 'openLeg' | 'closeLeg'>;
  return { legs: new DeskLegs(desk, 'a consultation'), closed };
}

test('each leg is written with how it went, and the next begins with nothing of it', async () => {
  const { legs, closed } = record();
  legs.openLeg('video');
  legs.countSetUp(812.3);
  legs.countSample(sample, false);
  legs.countReconnection();
  legs.countSample({ ...sample, frozenMs: 900 }, true);
  legs.closeLeg('network-lost');
  legs.openLeg('phone');
  legs.closeLeg('hung-up');
  await written();
  expect(closed).toEqual([
    { legId: 'leg 1', reason: 'network-lost', summary: { setupMs: 812, reconnections: 1, relayed: true, rttMedian: 60, lossP95: 0.02, frozenMs: 900, secondsAudioOnly: 2 } },
    { legId: 'leg 2', reason: 'hung-up', summary: { setupMs: null, reconnections: 0, relayed: null, rttMedian: null, lossP95: null, frozenMs: 0, secondsAudioOnly: 0 } },
  ]);
});

test('a leg the desk did not take is not closed either', async () => {
  const { legs, closed } = record(false);
  legs.openLeg('video');
  legs.closeLeg('hung-up');
  await written();
  expect(closed).toEqual([]);
});
