import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legSummary, newLegMeasure, withReconnection, withSample, withSetUp } from '../../../shared/call/leg-measure.ts';
import type { LineSample } from '../../../shared/call/line-sample.ts';
import { legSummarySchema } from '../../../shared/session/consultation-view.ts';

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const samples = fc.array(
  fc.record({
    outgoingLoss: share,
    incomingLoss: share,
    availableBitrate: fc.constant(null),
    roundTripMs: fc.option(fc.double({ min: 0, max: 5_000, noNaN: true })),
    concealedSound: share,
    frozenMs: fc.double({ min: 0, max: 2_000, noNaN: true }),
    silentForMs: fc.constant(0),
    relayed: fc.boolean(),
  }),
  { maxLength: 60 },
);
const measured = (seen: readonly LineSample[], soundOnly = false) => legSummary(seen.reduce((measure, sample) => withSample(measure, sample, soundOnly), newLegMeasure));

test('whatever was seen, the record takes the summary, and its figures were seen', () => {
  fc.assert(
    fc.property(samples, fc.boolean(), (seen, soundOnly) => {
      const summary = measured(seen, soundOnly);
      expect(legSummarySchema.parse(summary)).toEqual(summary);
      // Nothing is told while nothing was seen, and then only what was.
      expect([null, ...seen.map(({ roundTripMs }) => roundTripMs)]).toContain(summary.rttMedian);
      expect([null, ...seen.flatMap(({ outgoingLoss, incomingLoss }) => [outgoingLoss, incomingLoss])]).toContain(summary.lossP95);
      expect(summary.secondsAudioOnly).toBe(soundOnly ? seen.length * 2 : 0);
    }),
  );
});

test('a bad moment shows in a long call, the middle of the road in its round trip', () => {
  const quiet: LineSample = { outgoingLoss: 0, incomingLoss: 0.01, availableBitrate: null, roundTripMs: 60, concealedSound: 0, frozenMs: 0, silentForMs: 0, relayed: true };
  const bad: LineSample = { ...quiet, outgoingLoss: 0.3, roundTripMs: 900, frozenMs: 1_500 };
  const seen = [...Array.from({ length: 18 }, () => quiet), bad, bad];
  expect(measured(seen)).toEqual({ setupMs: null, reconnections: 0, relayed: true, rttMedian: 60, lossP95: 0.3, frozenMs: 3_000, secondsAudioOnly: 0 });
});

test('the first set-up counts, every reconnection too, and nothing is made up', () => {
  const measure = withReconnection(withReconnection(withSetUp(withSetUp(newLegMeasure, 312.4), 9_000)));
  expect(legSummary(measure)).toEqual({ setupMs: 312, reconnections: 2, relayed: null, rttMedian: null, lossP95: null, frozenMs: 0, secondsAudioOnly: 0 });
});
