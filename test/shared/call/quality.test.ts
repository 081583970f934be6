import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fineBeforeGood, newQuality, nextQuality } from '../../../shared/call/quality.ts';
import type { QualityState } from '../../../shared/call/quality.ts';
import { sampleEvery } from '../../../shared/call/line-sample.ts';
import type { LineSample } from '../../../shared/call/line-sample.ts';
import { anySample, clean } from './line-samples.ts';

function after(samples: readonly LineSample[], narrow = false, from: QualityState = newQuality, startAt = 0): QualityState {
  let state = from;
  for (const [index, sample] of samples.entries()) state = nextQuality(state, sample, narrow, startAt + (index + 1) * sampleEvery);
  return state;
}
const three = (sample: Partial<LineSample>) => Array.from({ length: 3 }, () => ({ ...clean, ...sample }));

describe('what is told', () => {
  test.each([
    ['packets-lost', { outgoingLoss: 0.06 }],
    ['packets-lost', { incomingLoss: 0.06 }],
    ['broken-sound', { concealedSound: 0.08 }],
    ['frozen-picture', { frozenMs: 400 }],
    ['slow-answer', { roundTripMs: 700 }],
    ['relay', { roundTripMs: 700, relayed: true }],
  ] as const)('%s', (reason, sample) => expect(after(three(sample)).verdict).toEqual({ level: 'weak', reason }));

  test('a line that keeps the picture away', () => expect(after([clean], true).verdict).toEqual({ level: 'weak', reason: 'low-bandwidth' }));
  test('nothing for a line through a relay that answers in time', () => expect(after(three({ relayed: true })).verdict).toEqual({ level: 'good' }));
  test('nothing for 2 % lost', () => expect(after(three({ outgoingLoss: 0.02, incomingLoss: 0.02 })).verdict).toEqual({ level: 'good' }));
  test('one bad second among good ones is nothing', () => expect(after([clean, clean, { ...clean, outgoingLoss: 0.1 }]).verdict).toEqual({ level: 'good' }));
  test('silence at once', () => expect(after([clean, { ...clean, silentForMs: 1_500 }]).verdict).toEqual({ level: 'lost', reason: 'no-media' }));
});

test('weak is taken back only after some seconds without a fault', () => {
  const weak = after(three({ outgoingLoss: 0.08 }));
  const mended = Array.from({ length: 12 }, () => clean);
  const verdicts = mended.map((_, index) => after(mended.slice(0, index + 1), false, weak, 3 * sampleEvery).verdict.level);
  expect([verdicts[0], verdicts.at(-1)]).toEqual(['weak', 'good']);
  expect(verdicts.filter((level) => level === 'weak').length * sampleEvery).toBeGreaterThanOrEqual(fineBeforeGood);
});

it('never flickers: weak is not taken back early, and lost means silence', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anySample, fc.boolean()), { maxLength: 80 }), (list) => {
      const states = [newQuality];
      for (const [index, [sample, narrow]] of list.entries()) states.push(nextQuality(states.at(-1) ?? newQuality, sample, narrow, index * sampleEvery));
      const levels = states.slice(1).map(({ verdict }) => verdict.level);
      expect(levels.map((level) => level === 'lost')).toEqual(list.map(([sample]) => sample.silentForMs >= 1_500));
      const runsOfWeak = levels.map((level) => level[0]).join('').match(/w+g/g) ?? [];
      expect(runsOfWeak.every((run) => (run.length - 1) * sampleEvery >= fineBeforeGood)).toBe(true);
      expect(states.every(({ recent }) => recent.length <= 3)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
