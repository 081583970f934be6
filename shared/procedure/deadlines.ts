import { Temporal } from 'temporal-polyfill';
import type { DeadlineDefinition, FollowUpDefinition } from './procedure.ts';

export type Period = Extract<FollowUpDefinition['due'], { after: object }>['after'];
export type DeadlineRule = DeadlineDefinition['rule'];

/**
 * The day so much after `day` (before it, with negative numbers). The day counted from is not itself counted
 * (art. 155 c.p.c., art. 2963 c.c.); months and years end on the same day number, or on the last day of a shorter month.
 */
export function addPeriod(day: string, period: Period): string {
  return Temporal.PlainDate.from(day).add(period, { overflow: 'constrain' }).toString();
}

/** The day a deadline falls on, counted from `from` (the rules are told in `deadlineSchema`). */
export function deadlineDay(rule: DeadlineRule, from: string): string {
  if ('add' in rule) return addPeriod(from, rule.add);
  const start = Temporal.PlainDate.from(from);
  if ('firstOfMonth' in rule) return start.with({ day: 1 }).add({ months: rule.firstOfMonth }).toString();
  const [month, day] = rule.on.split('-').map(Number);
  const year = start.year + rule.yearsLater;
  return Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'constrain' }).toString();
}

/** Days from one day to another; negative when the other is past. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
