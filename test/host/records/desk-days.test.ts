import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { firstDayKept } from '../../../electron/host/records/desk-days.ts';

const start = Temporal.PlainDate.from('2026-01-07');
const day = (number: number): string => start.add({ days: number }).toString();
const newestFirst = (numbers: readonly number[]): string[] => [...new Set(numbers)].sort((one, other) => other - one).map(day);

/** Days of work with silences between them of at most so long. */
const work = (longestSilence: number, least: number) =>
  fc.array(fc.integer({ min: 1, max: longestSilence }), { minLength: least, maxLength: 200 }).map((silences) => silences.reduce((days, silence) => [...days, (days.at(-1) ?? 0) + silence], [0]));

const term = fc.integer({ min: 30, max: 3650 });
/** What the first day kept may be at most; nothing due is before everything. */
const orNever = (kept: string | undefined): string => kept ?? '-';

describe('as examples', () => {
  const everyDay = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  test.each<[string, readonly number[], number, number, number | undefined]>([
    ['a desk of every day wipes on the day', everyDay(0, 800), 800, 730, 70],
    ['nothing is due in the first days', everyDay(0, 30), 30, 30, undefined],
    ['a clock four years ahead wipes nothing of the last two years but 45 days', [...everyDay(0, 700), 2160], 2160, 730, 15],
    ['and nothing at all of less', [...everyDay(0, 600), 2060], 2060, 730, undefined],
    ['two working days of it bring one more', [...everyDay(0, 700), 2160, 2161], 2161, 730, 16],
    ['of a month’s term it wipes no more than a fortnight early', [...everyDay(0, 100), 1560], 1560, 30, 86],
    ['a desk that really was closed for a year: after three weeks of work the year counts', [...everyDay(0, 100), ...everyDay(465, 479)], 479, 400, 79],
    ['and before that it does not', [...everyDay(0, 100), ...everyDay(465, 478)], 478, 120, 9],
    ['within a silence that is believed the day is counted in it', [...everyDay(0, 9), ...everyDay(300, 320)], 320, 60, 260],
  ])('%s', (_what, days, today, length, expected) => {
    expect(firstDayKept(newestFirst(days), day(today), length)).toBe(expected === undefined ? undefined : day(expected));
  });
});

describe('whatever the days', () => {
  test('nothing is due before its term has passed by the clock', () => {
    fc.assert(
      fc.property(work(400, 1), term, (days, length) => {
        const today = days.at(-1) ?? 0;
        expect(orNever(firstDayKept(newestFirst(days), day(today), length)) <= day(today - length)).toBe(true);
      }),
    );
  });

  test('a desk that opens at least every 16 days wipes on the very day, whatever the term', () => {
    fc.assert(
      fc.property(work(16, 2), fc.integer({ min: 30, max: 400 }), (days, length) => {
        const today = days.at(-1) ?? 0;
        expect(firstDayKept(newestFirst(days), day(today), length)).toBe(today > length ? day(today - length) : undefined);
      }),
    );
  });

  test('a clock ahead for fewer than 15 days of work brings nothing forward by more than 45 days and those it was wrong', () => {
    fc.assert(
      fc.property(work(45, 1), fc.integer({ min: 46, max: 20_000 }), fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 13 }), term, (days, leap, wrong, length) => {
        const last = days.at(-1) ?? 0;
        const ahead = wrong.reduce((later, silence) => [...later, (later.at(-1) ?? 0) + silence], [last + leap]);
        const today = ahead.at(-1) ?? 0;
        const wrongFor = today - (last + leap);
        const kept = orNever(firstDayKept(newestFirst([...days, ...ahead]), day(today), length));
        const least = last + 45 + wrongFor - length;
        // Past the last day of work it no longer matters: everything was due by then.
        expect(least > last || kept <= day(least)).toBe(true);
      }),
    );
  });

  test('once the clock is right again, the days it was ahead change nothing', () => {
    fc.assert(
      fc.property(work(45, 1), fc.array(fc.integer({ min: 1, max: 20_000 })), term, (days, ahead, length) => {
        const today = days.at(-1) ?? 0;
        const wrong = ahead.map((by) => today + by);
        const upToToday = newestFirst([...days, ...wrong]).filter((one) => one <= day(today));
        expect(firstDayKept(upToToday, day(today), length)).toBe(firstDayKept(newestFirst(days), day(today), length));
      }),
    );
  });

  test('a clock behind, or leaping back every morning, brings nothing forward', () => {
    fc.assert(
      fc.property(work(45, 1), fc.array(fc.integer({ min: 1, max: 20_000 })), term, (days, behind, length) => {
        const today = day(days.at(-1) ?? 0);
        const kept = firstDayKept(newestFirst([...days, ...behind.map((by) => -by)]), today, length);
        const right = firstDayKept(newestFirst(days), today, length);
        expect(right === undefined ? orNever(kept) <= day((days.at(-1) ?? 0) - length) : kept === right).toBe(true);
      }),
    );
  });
});
