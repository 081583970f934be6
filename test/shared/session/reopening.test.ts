import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { reopenDaysLeft } from '../../../shared/session/reopening.ts';

const closedAt = '2026-03-10T09:00:00.000Z';

test.each([
  ['at once', '2026-03-10T09:00:00Z', 30],
  ['the day after', '2026-03-11T00:00:00Z', 30],
  ['two days after', '2026-03-12T12:00:00Z', 29],
  ['on the 30th day, late in the evening in Italy', '2026-04-09T21:59:00Z', 1],
  ['on the 31st day, just after midnight in Italy', '2026-04-09T22:01:00Z', 0],
  ['a year later', '2027-03-10T09:00:00Z', 0],
  ['with the clock set back', '2026-03-01T09:00:00Z', 30],
])('%s', (_when, now, days) => {
  expect(reopenDaysLeft(closedAt, Temporal.Instant.from(now))).toBe(days);
});
