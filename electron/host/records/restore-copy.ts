import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { readKeyring } from '../access/keyring-files.ts';
import { takeSeat } from '../access/take-seat.ts';
import { holdFolder } from '../data-folder/hold-folder.ts';
import { unlockWithPassphrase } from '../access/unlock.ts';
import { checkInBackground, salvageInBackground } from '../db/copy-in-background.ts';
import { removeDatabase } from '../db/database-files.ts';
import { describeCrash } from '../program/describe-crash.ts';
import type { DeskCore } from '../desk-core.ts';
import { printTrouble } from '../program/print-line.ts';
import { copyPath } from './copies.ts';
import { recordsPath } from './desk-files.ts';
import { finishRestore, forgetRestore, noteRestore, restoredPath, salvagePath } from './unfinished-restore.ts';

/**
 * Puts a copy in the place of damaged records, with everything newer that can still be read in them, and signs in. The
 * copy is read from end to end first. What was damaged is moved aside with its write-ahead log, untouched, and stays
 * there until retention wipes it. Killed before the new file is whole, the desk offers the copies again; killed after, the
 * next start carries it through (see unfinished-restore.ts).
 */
export async function restoreCopy(core: DeskCore, { name, clerkId, passphrase }: DeskInput<'restoreCopy'>): Promise<Answer<null>> {
  const copy = core.trouble === 'database-damaged' ? copyPath(core.folder, name) : undefined;
  if (copy === undefined) return refuse('no-such-copy');
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  const unlocked = await unlockWithPassphrase(core, keyring.value, clerkId, passphrase);
  if (!unlocked.ok) return unlocked;
  await core.copying;
  const restored = await restoredFile(core.folder, copy, unlocked.value.key);
  // A desk that was closed meanwhile has let its folder go.
  const held = holdFolder(core);
  if (!restored.ok || !held.ok) {
    unlocked.value.key.fill(0);
    return restored.ok ? held : restored;
  }
  noteRestore(core.folder, restored.value.rows, core.clock());
  finishRestore(core.folder, core.clock());
  return takeSeat(core, clerkId, unlocked.value, { by: 'copy-restored' });
}

/** The copy with what could be salvaged, or the copy alone where nothing could, under a waiting name. */
async function restoredFile(folder: string, copy: string, key: Buffer): Promise<Answer<{ rows: number }>> {
  forgetRestore(folder);
  const path = restoredPath(folder);
  const rows = await salvagedRows(folder, copy, key, path);
  if (rows !== undefined) return answer({ rows });
  takeCopy(copy, path);
  const checked = await checkInBackground(path, key);
  if (!checked.ok) removeDatabase(path);
  return checked.ok ? answer({ rows: 0 }) : checked;
}

/** Undefined when nothing could be salvaged, for whatever reason: that must never stand in the way of the copy itself. */
async function salvagedRows(folder: string, copy: string, key: Buffer, path: string): Promise<number | undefined> {
  const damaged = salvagePath(folder);
  try {
    takeCopy(copy, path);
    takeDamaged(recordsPath(folder), damaged, statSync(copy).size);
    const brought = await salvageInBackground(path, key, damaged);
    return brought.ok ? brought.value.rows : undefined;
  } catch (error) {
    printTrouble(`salvage: ${describeCrash(error)}`);
    return undefined;
  } finally {
    removeDatabase(damaged);
  }
}

/**
 * A second copy of the damaged file, for opening it would already change it. SQLite opens no file that is shorter than its
 * first page says; with empty pages at the end it reads what there is.
 */
function takeDamaged(records: string, to: string, sizeOfCopy: number): void {
  removeDatabase(to);
  for (const suffix of ['', '-wal']) if (existsSync(records + suffix)) copyFileSync(records + suffix, to + suffix);
  const size = statSync(to, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0) truncateSync(to, 2 * Math.max(size, sizeOfCopy));
}

function takeCopy(copy: string, path: string): void {
  removeDatabase(path);
  copyFileSync(copy, path);
}
