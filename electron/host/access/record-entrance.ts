import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import { instantText } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { closeInterruptedLegs } from '../consultation/interrupted-legs.ts';
import type { DeskCore } from '../desk-core.ts';
import type { Seat } from '../host-context.ts';
import { createJournal } from '../journal.ts';
import type { Journal } from '../journal.ts';
import { recordClock } from '../records/clock-watch.ts';
import { tellRestore, unfinishedRestore } from '../records/unfinished-restore.ts';
import { markInterrupted } from '../records/interrupted-sessions.ts';
import type { OpenedFile } from '../records/open-records.ts';
import { findClerk, noteSignIn } from './clerk-store.ts';
import type { WrappedKey } from './key-wrap.ts';
import { recoveryOwner, withClerkKey, wrappedKeyOf } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { keyringIsWritten, writeKeyring } from './keyring-files.ts';
import type { KeyringFile } from './keyring-files.ts';
import { storeKeyring } from './keyring-store.ts';
import { settleKeyring } from './settle-keyring.ts';
import type { Unlocked } from './unlock.ts';

/** How a clerk came to sit at the desk. */
export type Entrance =
  | { readonly by: 'signed-in' }
  | { readonly by: 'access-recovered'; readonly newKey: WrappedKey }
  | { readonly by: 'copy-restored' };

/** Who wants to sit down, what they opened the records with, and the keyring file that came out of. */
export interface Entrant {
  readonly clerkId: string;
  readonly unlocked: Unlocked;
  readonly keyringFile: KeyringFile;
  readonly entrance: Entrance;
}

/**
 * Everything the records have to say about an entrance; to be run in one transaction, which is kept when it refuses as
 * well. The keyring in the folder is put right first: whoever opened the records with a key that no longer counts (an older
 * file was put back, or a change was cut off by a kill) does not get in, and finds the right files at the next try.
 */
export function recordEntrance(core: DeskCore, { db, migratedFrom }: OpenedFile, journal: Journal, entrant: Entrant): Answer<Seat> {
  const { clerkId, unlocked, entrance } = entrant;
  const now = core.clock();
  recordClock(db, journal, now);
  const restore = unfinishedRestore(core.folder);
  if (restore !== undefined) tellRestore(db, journal, restore);
  if (migratedFrom !== undefined) journal.append('records-migrated', { data: { from: migratedFrom } });
  const settled = settleKeyring(db, entrant.keyringFile, unlocked.key, createJournal(db, core.clock, null), instantText(now));
  const admitted = admit(db, settled, entrant);
  keepKeyring(core.folder, db, admitted.ok ? afterEntrance(settled, admitted.value, entrance) : settled, unlocked.key);
  if (!admitted.ok) {
    journal.append('sign-in-refused', { data: { why: admitted.code } });
    return admitted;
  }
  // The line of the restore says that too.
  if (entrance.by !== 'copy-restored') journal.append(entrance.by);
  noteSignIn(db, clerkId, instantText(now));
  closeInterruptedLegs(db, journal, core.processId);
  markInterrupted(db, journal, core.processId);
  return answer(admitted.value);
}

/** The account still has a key, and the one that was just used is the one that counts. */
function admit(db: Database.Database, keyring: Keyring, { clerkId, unlocked, entrance }: Entrant): Answer<Seat> {
  const clerk = findClerk(db, clerkId);
  if (clerk?.enabled !== true) return refuse('account-disabled');
  const recovering = entrance.by === 'access-recovered';
  const counts = isDeepStrictEqual(unlocked.from, wrappedKeyOf(keyring, recovering ? recoveryOwner : clerkId));
  if (!counts) return refuse(recovering ? 'recovery-code-replaced' : 'passphrase-replaced');
  return answer({ clerkId, displayName: clerk.displayName, role: clerk.role });
}

function afterEntrance(keyring: Keyring, seat: Seat, entrance: Entrance): Keyring {
  if (entrance.by !== 'access-recovered') return keyring;
  return { ...withClerkKey(keyring, { ...seat, key: entrance.newKey }), revision: keyring.revision + 1 };
}

/** Folder before records, as every change of the keyring (see change-keyring.ts). */
function keepKeyring(folder: string, db: Database.Database, keyring: Keyring, databaseKey: Buffer): void {
  if (!keyringIsWritten(folder, keyring, databaseKey)) writeKeyring(folder, keyring, databaseKey);
  storeKeyring(db, keyring);
}
