import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { calendarDay, dayStart, instantText } from '../../../shared/desk/clock.ts';

const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

test('the desk day is the Italian one, on both sides of midnight and of the clock change', () => {
  expect(calendarDay(Temporal.Instant.from('2026-11-22T22:59:59Z'))).toBe('2026-11-22');
  expect(calendarDay(Temporal.Instant.from('2026-11-22T23:00:00Z'))).toBe('2026-11-23');
  expect(calendarDay(Temporal.Instant.from('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
});

test('what the day is does not depend on what was asked before', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -90_000, max: 90_000 }), (now, later) => {
      const then = now.add({ milliseconds: later });
      calendarDay(now);
      expect(calendarDay(then)).toBe(then.toZonedDateTimeISO('Europe/Rome').toPlainDate().toString());
    }),
  );
});

test('a day begins at the desk when it begins in Italy, also when the clock changes', () => {
  expect(dayStart('2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
  expect(dayStart('2026-03-29', 1)).toBe('2026-03-29T22:00:00.000Z');
  expect(dayStart('2026-01-01', -1)).toBe('2025-12-30T23:00:00.000Z');
});

test('every instant lies between the beginning of its day and that of the next', () => {
  fc.assert(
    fc.property(instant, (now) => {
      const day = calendarDay(now);
      expect(dayStart(day) <= instantText(now) && instantText(now) < dayStart(day, 1)).toBe(true);
    }),
  );
});

test('instants are written to the millisecond, so that text order is time order', () => {
  expect(instantText(Temporal.Instant.from('2026-03-10T08:00:00Z'))).toBe('2026-03-10T08:00:00.000Z');
  fc.assert(
    fc.property(instant, (now) => {
      expect(instantText(now)).toBe(now.toString({ smallestUnit: 'millisecond' }));
    }),
  );
});
