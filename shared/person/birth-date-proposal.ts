import { Temporal } from 'temporal-polyfill';
import type { BirthHint } from './codice-fiscale.ts';

/** The latest day not after `today` that fits: a proposal to be corrected, wrong for the few who are over 100. */
export function proposeBirthDate(birth: BirthHint, today: string): string | undefined {
  const now = Temporal.PlainDate.from(today);
  const thisCentury = now.year - (now.year % 100) + birth.yearOfCentury;
  for (const year of [thisCentury, thisCentury - 100, thisCentury - 200]) {
    const fields = { year, month: birth.month, day: birth.day };
    const date = Temporal.PlainDate.from(fields);
    if (date.day === birth.day && Temporal.PlainDate.compare(date, now) <= 0) return date.toString();
  }
  return undefined;
}
