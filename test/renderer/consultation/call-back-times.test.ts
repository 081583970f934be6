import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callBackTimes } from '../../../renderer/consultation/call-back-times.ts';

describe('times for a call-back', () => {
  test('begin with a quarter of an hour at least ten minutes away', () => {
    const texts = callBackTimes(new Date('2026-11-23T09:06:00Z')).map(({ text }) => text);
    expect(texts).toEqual(['10:30', '11:00', '11:30', '12:30']);
  });

  test('are full quarters, ten minutes away or more, one after the other, whatever the time', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (now) => {
        const instants = callBackTimes(now).map(({ instant }) => Date.parse(instant));
        expect(instants.every((instant) => instant % 900_000 === 0)).toBe(true);
        expect(instants[0]).toBeGreaterThanOrEqual(now.getTime() + 600_000);
        expect(instants[0]).toBeLessThan(now.getTime() + 600_000 + 900_000);
        expect(instants.toSorted((left, right) => left - right)).toEqual(instants);
      }),
    );
  });
});
