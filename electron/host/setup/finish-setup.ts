import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../data-folder/atomic-file.ts';
import { removeDatabase } from '../db/database-files.ts';
import { newRecordsPath, recordsPath } from '../records/desk-files.ts';
import { keyringExists } from '../access/keyring-files.ts';

export const setupDraftPath = (folder: string): string => join(folder, 'setup-draft.json');

/** Completes a set-up whose keys were written, or sweeps up one whose keys were not. */
export function finishSetup(folder: string): void {
  if (!keyringExists(folder)) return removeDatabase(newRecordsPath(folder));
  rmSync(setupDraftPath(folder), { force: true });
  if (!existsSync(newRecordsPath(folder))) return undefined;
  renameSync(newRecordsPath(folder), recordsPath(folder));
  return syncFolder(folder);
}
