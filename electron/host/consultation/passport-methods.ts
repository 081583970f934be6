import { Temporal } from 'temporal-polyfill';
import { calendarDay, instantText } from '../../../shared/desk/clock.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { keepPassport, networkPassports } from './passport-store.ts';

/** The network passport: what the test of the network found, for each day of the week. */
export const passportMethods = ({ db, clock }: HostContext): Pick<SessionHalf, 'savePassport' | 'listPassports'> => ({
  savePassport: ({ results }) => {
    const now = clock();
    const passport = { weekday: Temporal.PlainDate.from(calendarDay(now)).dayOfWeek, at: instantText(now), results };
    inTransaction(db, () => keepPassport(db, passport));
    return answer(passport);
  },

  listPassports: () => answer(networkPassports(db)),
});
