import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { withCompanions } from '../db/database-files.ts';
import { syncFolder } from '../data-folder/atomic-file.ts';
import type { Journal } from '../journal.ts';
import { describeCrash } from '../program/describe-crash.ts';
import { printTrouble } from '../program/print-line.ts';
import { recordsPath } from './desk-files.ts';

const folderOf = (folder: string): string => join(folder, 'damaged');

/** An instant as a folder's name, and as text to compare: `20261009T080000000Z`. */
const stampOf = (instant: string): string => instant.replaceAll(/[-:.]/g, '');

/** Moves damaged records aside with their write-ahead log, untouched, for whoever can read more of them. */
export function setAside(folder: string, now: Temporal.Instant): void {
  const files = withCompanions(recordsPath(folder)).filter((path) => existsSync(path));
  if (files.length === 0) return;
  const aside = join(folderOf(folder), stampOf(now.toString({ smallestUnit: 'millisecond' })));
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const path of files) renameSync(path, join(aside, basename(path)));
  syncFolder(folder);
}

/**
 * Removes damaged records put aside before an instant (text as the records write it): they hold personal data, encrypted,
 * and all of it is as old as that. The journal says so first, so that nothing goes unsaid; what a kill or a stubborn file
 * leaves is removed, and said, at the next sign-in.
 */
export function wipeDamaged(folder: string, journal: Journal, cutoff: string): void {
  const due = asideIn(folder).filter((name) => name < stampOf(cutoff));
  if (due.length > 0) journal.append('damaged-wiped', { data: { files: due.length } });
  for (const name of due) remove(join(folderOf(folder), name));
}

const asideIn = (folder: string): readonly string[] => (existsSync(folderOf(folder)) ? readdirSync(folderOf(folder)) : []).filter((name) => /^\d{8}T\d{9}Z$/.test(name));

/** A file somebody else holds open must not keep the clerk from the desk. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    printTrouble(`damaged: ${describeCrash(error)}`);
  }
}
