import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isReminderDay } from '../../../shared/session/reminder-day.ts';

test('a reminder falls due from today to five years from today', () => {
  const day = Temporal.PlainDate.from('2026-11-30');
  fc.assert(
    fc.property(fc.integer({ min: -800, max: 4_000 }), (days) => {
      expect(isReminderDay(day.add({ days }).toString(), day.toString())).toBe(days >= 0 && days <= day.until('2031-11-30').days);
    }),
  );
});

test('also from a 29 February', () => {
  expect(isReminderDay('2033-02-28', '2028-02-29')).toBe(true);
  expect(isReminderDay('2033-03-01', '2028-02-29')).toBe(false);
});
