import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod, daysBetween, deadlineDay } from '../../../shared/procedure/deadlines.ts';
import type { DeadlineRule, Period } from '../../../shared/procedure/deadlines.ts';
import { isLocalDate } from '../../../shared/procedure/local-date.ts';

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

/** The day after, with nothing but the calendar's own rules. */
function dayAfter(text: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const pad = (part: number) => String(part).padStart(2, '0');
  if (dayOfMonth < length) return `${year}-${pad(month)}-${pad(dayOfMonth + 1)}`;
  return month < 12 ? `${year}-${pad(month + 1)}-01` : `${year + 1}-01-01`;
}

const countDays = (from: string, days: number): string => Array.from({ length: days }).reduce<string>(dayAfter, from);

describe('a period', () => {
  it.each<[string, Period, string, string]>([
    ['2025-07-01', { days: 120 }, '2025-10-29', 'bonus nuovi nati: 120 days from the birth'],
    ['2026-09-15', { days: 68 }, '2026-11-22', 'NASpI: 68 days from the end of the job'],
    ['2026-08-24', { days: 90 }, '2026-11-22', 'a medical certificate'],
    ['2025-08-31', { months: 6 }, '2026-02-28', 'six months from a 31st end on the last day of February'],
    ['2027-08-31', { months: 6 }, '2028-02-29', 'and on the 29th in a leap year'],
    ['2026-01-31', { months: 1 }, '2026-02-28', 'a month from 31 January'],
    ['2024-02-29', { years: 1 }, '2025-02-28', 'a year from 29 February'],
    ['2024-02-29', { years: 4 }, '2028-02-29', 'four years from 29 February'],
    ['2026-03-31', { months: -1 }, '2026-02-28', 'a month before'],
    ['2026-12-31', { days: 1 }, '2027-01-01', 'over the new year'],
  ])('%s and %o: %s (%s)', (from, period, expected) => expect(addPeriod(from, period)).toBe(expected));

  it('of days is what one counts on the fingers', () => {
    const counted = fc.property(day, fc.nat(800), (from, days) => {
      expect(addPeriod(from, { days })).toBe(countDays(from, days));
    });
    fc.assert(counted, { numRuns: 150 });
  });

  it('of months ends on the same day number, or on the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -120, max: 120 }), (from, months) => {
        const end = addPeriod(from, { months });
        const [fromDay, endDay] = [from, end].map((text) => text.slice(8));
        expect(endDay === fromDay || dayAfter(end).endsWith('-01')).toBe(true);
        expect(endDay === undefined || fromDay === undefined || endDay <= fromDay).toBe(true);
        const monthsApart = (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7));
        expect(monthsApart).toBe(months);
      }),
    );
  });

  it('there and back in days loses nothing, and daysBetween measures it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const end = addPeriod(from, { days });
        expect(addPeriod(end, { days: -days })).toBe(from);
        expect(daysBetween(from, end)).toBe(days);
      }),
    );
  });
});

describe('a rule', () => {
  it.each<[string, DeadlineRule, string, string]>([
    ['2025-11-05', { on: '04-30', yearsLater: 1 }, '2026-04-30', 'nursery receipts: 30 April of the year after'],
    ['2026-02-10', { on: '06-30', yearsLater: 0 }, '2026-06-30', '30 June of the same year'],
    ['2026-12-31', { on: '12-31', yearsLater: 0 }, '2026-12-31', 'the day itself'],
    ['2027-05-01', { on: '02-29', yearsLater: 0 }, '2027-02-28', '29 February in a year without one'],
    ['2027-05-01', { on: '02-29', yearsLater: 1 }, '2028-02-29', '29 February in a year with one'],
    ['2026-01-31', { firstOfMonth: 1 }, '2026-02-01', 'the month after, from its 31st'],
    ['2026-11-30', { firstOfMonth: 2 }, '2027-01-01', 'over the new year'],
    ['2026-11-22', { firstOfMonth: 0 }, '2026-11-01', 'the month itself'],
  ])('%s and %o: %s (%s)', (from, rule, expected) => expect(deadlineDay(rule, from)).toBe(expected));
});

describe('isLocalDate', () => {
  it('knows every day there is', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(isLocalDate(text)).toBe(true);
      }),
    );
  });

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '1900-02-29', '26-01-01', '2026-1-1', '2026-01-01T00:00', '', 20260101, null])(
    'refuses %s',
    (value) => expect(isLocalDate(value)).toBe(false),
  );

  it.each(['2024-02-29', '2000-02-29'])('accepts %s', (value) => expect(isLocalDate(value)).toBe(true));
});
