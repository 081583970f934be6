import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import type { Keyring } from './keyring.ts';
import { writeKeyring } from './keyring-files.ts';
import { storedKeyring, storeKeyring } from './keyring-store.ts';

/**
 * Changes the keyring and, in one transaction with it, what the records have to say about that. The file comes first: its
 * renaming is the moment from which the change holds, for a killed desk finds a later, sealed file and follows it. What
 * fails is put back.
 */
export function changeKeyring(core: DeskCore, open: OpenRecords, change: (keyring: Keyring) => Keyring, record: () => void): void {
  const before = storedKeyring(open.db);
  const next = { ...change(before), revision: before.revision + 1 };
  try {
    writeKeyring(core.folder, next, open.key);
    open.db
      .transaction(() => {
        storeKeyring(open.db, next);
        record();
      })
      .immediate();
  } catch (error) {
    putBack(core, open, before);
    throw error;
  }
}

/** Where even that fails, the next change or the next sign-in brings file and records together. */
function putBack(core: DeskCore, open: OpenRecords, before: Keyring): void {
  try {
    writeKeyring(core.folder, before, open.key);
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
  }
}
