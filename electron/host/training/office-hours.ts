import { Temporal } from 'temporal-polyfill';

/** A desk receives from 8:30 to 12:45, Monday to Friday. */
const opensAt = Temporal.PlainTime.from('08:30');
const minutesOpen = 255;

/**
 * The instants at which so many sessions begin, evenly over the working days from one calendar day to another, both
 * included, in order.
 */
export function sessionStarts(from: string, to: string, count: number): readonly Temporal.Instant[] {
  const days = workingDays(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to));
  const dayOf = (index: number) => Math.floor((index * days.length) / count);
  const starts: Temporal.Instant[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = days[dayOf(index)];
    if (day === undefined) throw new RangeError(`no working day between ${from} and ${to}`);
    const firstOfDay = Math.ceil((dayOf(index) * count) / days.length);
    const ofDay = Math.ceil(((dayOf(index) + 1) * count) / days.length) - firstOfDay;
    const time = opensAt.add({ seconds: Math.floor(((index - firstOfDay) * minutesOpen * 60) / ofDay) });
    starts.push(day.toZonedDateTime({ timeZone: 'Europe/Rome', plainTime: time }).toInstant());
  }
  return starts;
}

function workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5) days.push(day);
  }
  return days;
}
