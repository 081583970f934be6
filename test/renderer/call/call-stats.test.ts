import { expect, test } from 'vitest';
import { callCounts, lineSample } from '../../../renderer/call/call-stats.ts';

/** A report as Chromium gives it, cut down to what is read. */
const report = (change: Record<string, object> = {}): object[] => {
  const entries: Record<string, object> = {
    T: { type: 'transport', selectedCandidatePairId: 'P' },
    P: { type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R', availableOutgoingBitrate: 600_000, currentRoundTripTime: 0.08 },
    L: { type: 'local-candidate', candidateType: 'host' },
    R: { type: 'remote-candidate', candidateType: 'srflx' },
    A: { type: 'inbound-rtp', kind: 'audio', packetsReceived: 100, packetsLost: 0, totalSamplesReceived: 96_000, concealedSamples: 0, silentConcealedSamples: 0, jitter: 0.004 },
    V: { type: 'inbound-rtp', kind: 'video', packetsReceived: 200, packetsLost: 0, totalFreezesDuration: 0, framesDecoded: 60, jitter: 0.012 },
    OA: { type: 'outbound-rtp', kind: 'audio', packetsSent: 100 },
    OV: { type: 'outbound-rtp', kind: 'video', packetsSent: 200 },
    RA: { type: 'remote-inbound-rtp', kind: 'audio', localId: 'OA', timestamp: 1_000, fractionLost: 0 },
    RV: { type: 'remote-inbound-rtp', kind: 'video', localId: 'OV', timestamp: 1_000, fractionLost: 0 },
  };
  return Object.entries({ ...entries, ...change }).map(([id, entry]) => ({ id, ...entries[id], ...entry }));
};

const before = callCounts(report());

test('what happened between two reports', () => {
  const after = callCounts(
    report({
      A: { packetsReceived: 190, packetsLost: 10, totalSamplesReceived: 192_000, concealedSamples: 9_600, silentConcealedSamples: 4_800 },
      V: { packetsReceived: 290, packetsLost: 0, totalFreezesDuration: 0.4 },
      OA: { packetsSent: 200 },
      OV: { packetsSent: 300 },
      RA: { timestamp: 2_500, fractionLost: 0 },
      RV: { timestamp: 3_000, fractionLost: 0.2 },
    }),
  );
  expect(lineSample(before, after, 40)).toEqual({
    outgoingLoss: 0.1,
    incomingLoss: 10 / 190,
    availableBitrate: 600_000,
    roundTripMs: 80,
    concealedSound: 0.05,
    frozenMs: 400,
    silentForMs: 40,
    relayed: false,
  });
});

test('a relay at either end is one', () => {
  expect(callCounts(report({ L: { candidateType: 'relay' } })).relayed).toBe(true);
  expect(callCounts(report({ R: { candidateType: 'relay' } })).relayed).toBe(true);
});

test('a browser that reports no transport: the pair of addresses that was nominated', () => {
  const { roundTripMs } = callCounts(report({ T: { type: 'other' }, P: { nominated: true } }));
  expect(roundTripMs).toBe(80);
});

test('where nothing was sent or heard, nothing is said of losses', () => {
  expect(lineSample(before, before, 3_000)).toMatchObject({ outgoingLoss: null, incomingLoss: null, concealedSound: null, silentForMs: 3_000 });
});

test('losses that are taken back, as by packets that come late, are none', () => {
  const after = callCounts(report({ A: { packetsReceived: 190, packetsLost: -5 } }));
  expect(lineSample(before, after, 0)).toMatchObject({ incomingLoss: 0 });
});

test('a report of our sound counts once, though it covers five seconds and nothing new is heard for the next samples', () => {
  const heard = callCounts(report({ OA: { packetsSent: 200 }, OV: { packetsSent: 200 }, RA: { timestamp: 5_000, fractionLost: 0.04 } }));
  const later = callCounts(report({ OA: { packetsSent: 300 }, OV: { packetsSent: 200 }, RA: { timestamp: 5_000, fractionLost: 0.04 } }));
  expect([lineSample(before, heard, 0).outgoingLoss, lineSample(heard, later, 0).outgoingLoss]).toEqual([0.04, null]);
});

test('losses of the picture are told while nothing is heard of the sound', () => {
  const after = callCounts(report({ OA: { packetsSent: 200 }, OV: { packetsSent: 400 }, RV: { timestamp: 2_000, fractionLost: 0.06 } }));
  expect(lineSample(before, after, 0).outgoingLoss).toBe(0.06);
});

test('a report with nothing in it', () => {
  expect(callCounts([])).toMatchObject({ availableBitrate: null, roundTripMs: null, jitterMs: null, relayed: false, lossReports: [] });
});
