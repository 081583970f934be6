import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantText } from '../../../shared/desk/clock.ts';
import { writeWholeFile } from '../data-folder/atomic-file.ts';
import { putInPlace, removeDatabase, syncFile } from '../db/database-files.ts';
import type { Journal } from '../journal.ts';
import { setAside } from './damaged-aside.ts';
import { recordsPath } from './desk-files.ts';

const noteSchema = z.strictObject({ begun: z.string(), rows: z.number().int().nonnegative() });
/** A restore whose file is whole and which the journal does not tell of yet; `rows` came over from the damaged file. */
export type UnfinishedRestore = z.infer<typeof noteSchema>;

const notePath = (folder: string): string => join(folder, 'restore.json');

/** Where a copy is made ready to take the place of the records. */
export const restoredPath = (folder: string): string => join(folder, 'records.restored.db');

/** Where damaged records are read, for opening them would already change them. */
export const salvagePath = (folder: string): string => join(folder, 'records.salvage.db');

/** From here on the restore is carried through, whatever happens to this process: the file in waiting is whole and durable. */
export function noteRestore(folder: string, rows: number, now: Temporal.Instant): void {
  syncFile(restoredPath(folder));
  writeWholeFile(notePath(folder), JSON.stringify({ begun: instantText(now), rows } satisfies UnfinishedRestore));
}

/** Puts the restored records in the place of the damaged ones; nothing where that was done. */
export function finishRestore(folder: string, now: Temporal.Instant): void {
  if (unfinishedRestore(folder) === undefined || !existsSync(restoredPath(folder))) return;
  setAside(folder, now);
  putInPlace(restoredPath(folder), recordsPath(folder));
}

/** Removes what is left of a restore that was cut off before its file was whole. For when nobody can be restoring. */
export function sweepRestore(folder: string): void {
  removeDatabase(salvagePath(folder));
  if (unfinishedRestore(folder) === undefined) removeDatabase(restoredPath(folder));
}

/** The restore the journal still has to tell of. */
export function unfinishedRestore(folder: string): UnfinishedRestore | undefined {
  if (!existsSync(notePath(folder))) return undefined;
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(notePath(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** The line of a restore in the journal: once, although a kill may come between the line and the end of the note. */
export function tellRestore(db: Database.Database, journal: Journal, { begun, rows }: UnfinishedRestore): void {
  const told = db.prepare("select 1 from journal where event = 'copy-restored' and data_json ->> 'begun' = ?").get(begun);
  if (told === undefined) journal.append('copy-restored', { data: { begun, rows } });
}

/** The journal has it. */
export function forgetRestore(folder: string): void {
  rmSync(notePath(folder), { force: true });
}
