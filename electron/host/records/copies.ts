import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { calendarDay } from '../../../shared/desk/clock.ts';
import type { RecordsCopy } from '../../../shared/desk/desk-view.ts';
import { removeDatabase } from '../db/database-files.ts';
import { copyDatabase } from '../db/copy-database.ts';

/** Why a copy was made: the day's, or because the records were about to change shape. */
export type CopyKind = 'day' | 'before-migration';

const copiesKept = 3;
/** A copy from before a migration is for the days after it; longer, and it would outlive the retention of what is in it. */
export const migrationCopyDays = 30;
const namePattern = /^(day|before-migration)-(\d{8}T\d{6}Z)\.db$/;

interface NamedCopy extends RecordsCopy {
  readonly kind: CopyKind;
}

/** Where the safe copies of a data folder lie. */
export const copiesFolder = (folder: string): string => join(folder, 'copies');

/** The safe copies of a data folder, newest first. */
export function listCopies(folder: string): readonly RecordsCopy[] {
  return namedCopies(folder).map(({ name, at, bytes }) => ({ name, at, bytes }));
}

/** The copy the desk would go back to today: the newest, but none of a later date, which a clock ahead gave. */
export function latestCopy(folder: string, now: Temporal.Instant): RecordsCopy | undefined {
  const copies = listCopies(folder);
  return copies.find(({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0) ?? copies[0];
}

/** Where a copy of that name lies; undefined for a name that is not in the list. */
export function copyPath(folder: string, name: string): string | undefined {
  return namedCopies(folder).some((copy) => copy.name === name) ? join(copiesFolder(folder), name) : undefined;
}

/** Whether this calendar day has its copy. */
export function hasCopyOf(folder: string, day: string): boolean {
  return namedCopies(folder).some(({ kind, at }) => kind === 'day' && calendarDay(Temporal.Instant.from(at)) === day);
}

/** The path of a new copy, in a folder only its owner can read. */
export function newCopyPath(folder: string, kind: CopyKind, now: Temporal.Instant): string {
  if (!existsSync(copiesFolder(folder))) mkdirSync(copiesFolder(folder), { mode: 0o700 });
  return join(copiesFolder(folder), `${kind}-${now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}.db`);
}

/**
 * Removes the oldest copies of a kind, never the one just made, and what a kill left unfinished. Copies dated after the one
 * just made are of a clock that was ahead, or this one is of a clock that is behind: they go before the others.
 */
export function pruneCopies(folder: string, kind: CopyKind, justMade: string): void {
  const others = namedCopies(folder).filter((copy) => copy.kind === kind && !justMade.endsWith(copy.name));
  const fromAhead = others.filter(({ name }) => name > basename(justMade));
  const unfinished = readdirSync(copiesFolder(folder)).filter((name) => name.includes('.db.part'));
  const old = [...others.filter((copy) => !fromAhead.includes(copy)), ...fromAhead].slice(copiesKept - 1).map(({ name }) => name);
  for (const name of [...old, ...unfinished]) removeDatabase(join(copiesFolder(folder), name));
}

/** Removes copies from before a migration that has long proved itself: those made before an instant. */
export function pruneMigrationCopies(folder: string, before: string): void {
  const old = namedCopies(folder).filter(({ kind, at }) => kind === 'before-migration' && at < before);
  for (const { name } of old) removeDatabase(join(copiesFolder(folder), name));
}

/** The copy before the records change shape: made at once, and nothing changes without it. */
export function copyBeforeMigration(folder: string, db: Database.Database, key: Buffer, now: Temporal.Instant): void {
  const path = newCopyPath(folder, 'before-migration', now);
  if (!existsSync(path) && !copyDatabase(db, key, path)) throw new Error('the copy before the migration is not whole');
  pruneCopies(folder, 'before-migration', path);
}

function namedCopies(folder: string): readonly NamedCopy[] {
  const isFolder = statSync(copiesFolder(folder), { throwIfNoEntry: false })?.isDirectory() === true;
  const names = isFolder ? readdirSync(copiesFolder(folder)) : [];
  return names.flatMap((name) => namedCopy(folder, name)).sort((one, other) => other.at.localeCompare(one.at));
}

function namedCopy(folder: string, name: string): readonly NamedCopy[] {
  const [, kind, stamp = ''] = namePattern.exec(name) ?? [];
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:'));
  if (Number.isNaN(at) || (kind !== 'day' && kind !== 'before-migration')) return [];
  const file = statSync(join(copiesFolder(folder), name), { throwIfNoEntry: false });
  return file?.isFile() === true ? [{ name, kind, bytes: file.size, at: Temporal.Instant.fromEpochMilliseconds(at).toString() }] : [];
}
