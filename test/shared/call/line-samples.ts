import fc from 'fast-check';
import { sampleEvery } from '../../../shared/call/line-sample.ts';
import type { LineSample } from '../../../shared/call/line-sample.ts';

/** A sample of a line with nothing wrong. */
export const clean: LineSample = {
  outgoingLoss: 0,
  incomingLoss: 0,
  availableBitrate: 900_000,
  roundTripMs: 60,
  concealedSound: 0,
  frozenMs: 0,
  silentForMs: 0,
  relayed: false,
};

const share = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.12, noNaN: true }));
const measured = (max: number) => fc.oneof(fc.constant(null), fc.integer({ min: 0, max }));

export const anySample: fc.Arbitrary<LineSample> = fc.record({
  outgoingLoss: share,
  incomingLoss: share,
  availableBitrate: measured(1_000_000),
  roundTripMs: measured(3_000),
  concealedSound: share,
  frozenMs: fc.integer({ min: 0, max: sampleEvery }),
  silentForMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000 })),
  relayed: fc.boolean(),
});
