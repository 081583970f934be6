import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import { closeRecords } from '../desk-core.ts';
import type { DeskCore } from '../desk-core.ts';

/** Locks the desk. An open session stays open for whoever signs in next. */
export function signOut(core: DeskCore, reason: 'inactivity' | 'clerk'): Answer<null> {
  if (core.open === undefined) return answer(null);
  leaveSeat(core, reason);
  core.emit({ name: 'deskLocked', data: { reason } });
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

/** Closes the records and writes down that somebody left; a full disk must not keep the desk open. */
export function leaveSeat(core: DeskCore, reason: 'inactivity' | 'clerk'): void {
  try {
    core.open?.journal.append(reason === 'clerk' ? 'signed-out' : 'locked-for-inactivity');
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
  } finally {
    closeRecords(core);
  }
}
