import { Temporal } from 'temporal-polyfill';
import { calendarDay } from '../desk/clock.ts';

/** A closed session may be reopened up to the 30th day after the day of closing, which is itself not counted. */
const reopeningDays = 30;

/**
 * Days in which a closed session may still be reopened, today included; 0 when it may not any more.
 * @param closedAt UTC instant of the closing
 */
export function reopenDaysLeft(closedAt: string, now: Temporal.Instant): number {
  const closed = Temporal.PlainDate.from(calendarDay(Temporal.Instant.from(closedAt)));
  const elapsed = Math.max(0, closed.until(calendarDay(now), { largestUnit: 'days' }).days);
  return Math.min(reopeningDays, Math.max(0, reopeningDays + 1 - elapsed));
}
