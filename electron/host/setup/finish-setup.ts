import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../data-folder/atomic-file.ts';
import { removeDatabase } from '../db/database-files.ts';
import { newRecordsPath, recordsPath } from '../records/desk-files.ts';
import { headPath } from '../records/journal-head.ts';
import { keyringExists } from '../access/keyring-files.ts';

export const setupDraftPath = (folder: string): string => join(folder, 'setup-draft.json');

/**
 * Completes a set-up whose keys were written, or sweeps up one whose keys were not. Records that are in place stay: what lies
 * beside them under the waiting name is of an old backup.
 */
export function finishSetup(folder: string): void {
  if (!keyringExists(folder)) return sweep(folder);
  rmSync(setupDraftPath(folder), { force: true });
  if (!existsSync(newRecordsPath(folder)) || existsSync(recordsPath(folder))) return undefined;
  renameSync(newRecordsPath(folder), recordsPath(folder));
  return syncFolder(folder);
}

/** Without keys a desk was never begun, or it lost them: then its records and how far they go wait for them. */
function sweep(folder: string): void {
  removeDatabase(newRecordsPath(folder));
  if (!existsSync(recordsPath(folder))) rmSync(headPath(folder), { force: true });
}
