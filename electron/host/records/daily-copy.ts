import { calendarDay } from '../../../shared/desk/clock.ts';
import { refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { hasCopyOf, migrationCopyDays, newCopyPath, pruneCopies, pruneMigrationCopies } from './copies.ts';
import { copyInBackground } from '../db/copy-in-background.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import { describeCrash } from '../program/describe-crash.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { dueBefore } from './desk-days.ts';
import { recordsPath } from './desk-files.ts';
import { printTrouble } from '../program/print-line.ts';
import { noteTrouble } from '../data-folder/trouble.ts';

/** Long enough for the home screen to be drawn first. */
const pause = 5_000;
/** After a copy that failed: somebody may be making room. */
const pauseBeforeNextTry = 15 * 60_000;

/** Some seconds after a sign-in, once a day: a copy of the records, which also reads every page of them. */
export function planDailyCopy(core: DeskCore, open: OpenRecords, after = pause): () => void {
  return core.timers.after(after, () => {
    core.copying = core.copying.then(() => makeDailyCopy(core, open));
  });
}

async function makeDailyCopy(core: DeskCore, open: OpenRecords): Promise<void> {
  try {
    if (core.open !== open || hasCopyOf(core.folder, calendarDay(core.clock()))) return;
    tell(core, open, await copyAndPrune(core, open));
  } catch (error) {
    // Nobody waits for this work, so nobody else would hear of its failure; after a lock the next sign-in tries again.
    if (core.open !== open) return;
    printTrouble(`copy: ${describeCrash(error)}`);
    tell(core, open, refuse('crashed'));
  }
}

async function copyAndPrune(core: DeskCore, open: OpenRecords): Promise<Answer<unknown>> {
  try {
    const longAgo = dueBefore(open.db, calendarDay(core.clock()), migrationCopyDays);
    const path = newCopyPath(core.folder, 'day', core.clock());
    const made = await copyInBackground(recordsPath(core.folder), open.key, path);
    if (!made.ok) return made;
    pruneCopies(core.folder, 'day', path);
    if (longAgo !== undefined) pruneMigrationCopies(core.folder, longAgo);
    return made;
  } catch (error) {
    const code = databaseTrouble(error);
    if (code === undefined) throw error;
    return refuse(code);
  }
}

/** A damaged page found on the way stops the desk at once: nothing more may be written into a damaged file. */
function tell(core: DeskCore, open: OpenRecords, made: Answer<unknown>): void {
  core.copyTrouble = made.ok ? undefined : made.code;
  if (core.open !== open) return;
  if (!made.ok && made.code === 'database-damaged') return noteTrouble(core, made.code);
  if (!made.ok) core.waiting = [...core.waiting, planDailyCopy(core, open, pauseBeforeNextTry)];
  writeDown(open, made);
  core.emit({ name: 'deskChanged', data: {} });
}

/** On a full disk the journal may have no room either; the screens say it all the same. */
function writeDown({ journal }: OpenRecords, made: Answer<unknown>): void {
  try {
    if (made.ok) journal.append('copy-made');
    else journal.append('copy-failed', { data: { why: made.code } });
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
  }
}
