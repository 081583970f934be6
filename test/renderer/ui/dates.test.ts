import { expect, test } from 'vitest';
import { daysBetween, formatDay, formatInstant, formatRecent, italianDay } from '../../../renderer/ui/dates.ts';
import { formatWait } from '../../../renderer/ui/duration.ts';

test('a day is written as in Italy, short, medium and long', () => {
  expect(formatDay('2026-07-03')).toBe('03/07/2026');
  expect(formatDay('2026-07-03', 'medium')).toBe('3 luglio 2026');
  expect(formatDay('2026-07-03', 'long')).toBe('venerdì 3 luglio 2026');
  expect([formatDay('2026-12-01', 'medium'), formatDay('2026-12-01', 'long')]).toEqual(['1° dicembre 2026', 'martedì 1° dicembre 2026']);
  expect([formatDay('2026-12-11', 'medium'), formatDay('2026-12-01')]).toEqual(['11 dicembre 2026', '01/12/2026']);
});

test('an instant falls on the Italian day, on both sides of midnight and of the change of hour', () => {
  expect(italianDay('2026-10-24T22:30:00Z')).toBe('2026-10-25');
  expect(italianDay('2026-10-25T22:30:00Z')).toBe('2026-10-25');
  expect(formatInstant('2026-10-25T22:30:00Z')).toBe('25/10/2026, 23:30');
});

test('what happened lately is said as one says it', () => {
  expect(formatRecent('2026-10-09T06:58:00Z', '2026-10-09')).toBe('oggi alle 08:58');
  expect(formatRecent('2026-10-08T15:30:00Z', '2026-10-09')).toBe('ieri alle 17:30');
  expect(formatRecent('2026-10-07T15:30:00Z', '2026-10-09')).toBe('07/10/2026 alle 17:30');
});

test('days between two days count the calendar, not the hours', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
});

test.each([
  [0, '0 secondi'],
  [1, '1 secondo'],
  [60, '1 minuto'],
  [125, '2 minuti e 5 secondi'],
  [900, '15 minuti'],
])('a wait of %d seconds is %s', (seconds, words) => {
  expect(formatWait(seconds)).toBe(words);
});
