import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { confirmedPiece, newPace, paceLimits, pieceOf, refill, restartPace, roomNow, sentPiece } from '../../../shared/call/paper-pace.ts';
import type { PaperPace } from '../../../shared/call/paper-pace.ts';

interface Line {
  /** Bits a second left for papers. */
  readonly rate: number;
  readonly roundTripMs: number;
}

/** So many milliseconds of sending over a line with one queue; a step is a millisecond. */
function run(line: Line, forMs: number, allowance = 250_000) {
  let pace: PaperPace = newPace(allowance, 0);
  let sent = 0;
  let freeAt = 0;
  let longestQueue = 0;
  const acks: { at: number; end: number }[] = [];
  for (let now = 0; now < forMs; now += 1) {
    pace = refill(pace, allowance, now);
    while (acks[0] && acks[0].at <= now) pace = confirmedPiece(pace, acks.shift()?.end ?? 0, now);
    for (let room = roomNow(pace); room >= Math.min(pieceOf(pace), 1_024) && freeAt - now < 500; room = roomNow(pace)) {
      const bytes = Math.min(room, pieceOf(pace));
      sent += bytes;
      freeAt = Math.max(freeAt, now) + (bytes * 8_000) / line.rate;
      longestQueue = Math.max(longestQueue, freeAt - now);
      acks.push({ at: freeAt + line.roundTripMs, end: sent });
      pace = sentPiece(pace, sent, bytes, now);
    }
  }
  return { pace, bitsASecond: (sent * 8_000) / forMs, longestQueue };
}

describe('a weak line', () => {
  it('never gets more than its allowance but for a probe now and then, and no piece waits longer than the probe', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300_000, max: 2_000_000 }), fc.integer({ min: 5, max: 300 }), fc.constantFrom(250_000, 120_000, 60_000), (rate, roundTripMs, allowance) => {
        const { bitsASecond, longestQueue } = run({ rate, roundTripMs }, 30_000, allowance);
        expect(bitsASecond).toBeLessThanOrEqual(allowance * 1.05);
        expect(bitsASecond).toBeGreaterThan(allowance * 0.7);
        expect(longestQueue).toBeLessThanOrEqual((paceLimits.probePiece * 8_000) / rate + paceLimits.pieceMs + 1);
      }),
      { numRuns: 60 },
    );
  });
  test('small pieces on a slow one', () => expect(pieceOf(newPace(16_000, 0))).toBe(paceLimits.smallPiece));
});

describe('a wide line', () => {
  test.each([20_000_000, 100_000_000])('%i bits a second are used by more than four fifths', (rate) => {
    expect(run({ rate, roundTripMs: 4 }, 5_000).bitsASecond).toBeGreaterThan(rate * 0.8);
  });
  it('keeps no queue that would be heard', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8_000_000, max: 100_000_000 }), fc.integer({ min: 1, max: 100 }), (rate, roundTripMs) => {
        expect(run({ rate, roundTripMs }, 6_000).longestQueue).toBeLessThan(200);
      }),
      { numRuns: 40 },
    );
  });
  test('becomes a weak one when the ladder steps down, and is measured anew after a break', () => {
    const { pace } = run({ rate: 50_000_000, roundTripMs: 2 }, 3_000);
    expect(pace.line).toBe('wide');
    const narrow = refill(pace, 60_000, 3_001);
    expect([narrow.line, narrow.rate, restartPace(pace, 3_001).line]).toEqual(['weak', 60_000, 'small']);
  });
});

it('gives out no more than its rate and one piece, whatever is confirmed', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3_000 }), allowance: fc.constantFrom(16_000, 60_000, 250_000) }),
    fc.record({ kind: fc.constant('send' as const) }),
    fc.record({ kind: fc.constant('confirm' as const), back: fc.integer({ min: 0, max: 40_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 100 }), (events) => {
      let pace = newPace(250_000, 0);
      let now = 0;
      let sent = 0;
      for (const one of events) {
        if (one.kind === 'wait') {
          now += one.ms;
          pace = refill(pace, one.allowance, now);
        } else if (one.kind === 'send') {
          const bytes = Math.min(roomNow(pace), pieceOf(pace));
          sent += bytes;
          if (bytes > 0) pace = sentPiece(pace, sent, bytes, now);
        } else pace = confirmedPiece(pace, Math.max(0, sent - one.back), now);
        expect(pace.rate).toBeGreaterThanOrEqual(16_000);
        expect(pace.rate).toBeLessThanOrEqual(paceLimits.fastest);
        expect(pace.budget).toBeLessThanOrEqual(Math.max(16 * 1_024, pace.rate / 80));
        expect(roomNow(pace)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 2_000 },
  );
});
