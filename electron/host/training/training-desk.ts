import { Temporal } from 'temporal-polyfill';
import { calendarDay } from '../../../shared/desk/clock.ts';
import type { Clock } from '../../../shared/desk/clock.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import type { DeskCore, NewRecordsFill } from '../desk-core.ts';
import type { ProcedureLibrary } from '../host-context.ts';
import { isSetUp } from '../records/desk-files.ts';
import { makeDesk } from '../setup/set-up.ts';
import { casaJannacciMix, fillWithSessions } from './synthetic-sessions.ts';

/** The desk of a comune that does not exist; its one account may do everything. */
export const trainingSetup = {
  comune: { name: 'Vallechiara di Prova', province: 'BL', code: 'A000' },
  kind: 'both',
  supervisorName: 'Ada Prova',
  passphrase: 'imparo allo sportello',
} as const satisfies DeskInput<'completeSetup'>;

/** Half a year of sessions, as Casa Jannacci counted them. */
const sessions = Object.values(casaJannacciMix).reduce((sum, count) => sum + count, 0);
const months = 6;

/** Fills new training records with invented sessions up to yesterday. */
export const trainingFill =
  (library: ProcedureLibrary, clock: Clock): NewRecordsFill =>
  (db, clerkId) => {
    const today = Temporal.PlainDate.from(calendarDay(clock()));
    const from = today.subtract({ months }).toString();
    const to = today.subtract({ days: 1 }).toString();
    fillWithSessions(db, { sessions, seed: 142, from, to, clerkIds: [clerkId], library });
  };

/** A training desk sets itself up when somebody first looks at it: nobody learning should have to. */
export async function prepareTraining(core: DeskCore): Promise<void> {
  if (isSetUp(core.folder)) return;
  const made = await makeDesk(core, trainingSetup);
  if (made.ok) made.value.unlocked.key.fill(0);
}
