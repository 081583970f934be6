import type Database from 'better-sqlite3';
import type { Journal } from '../journal.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { allClerks, enableClerk, insertClerk } from './clerk-store.ts';
import { keyringText, sealHolds } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { KeyringFile } from './keyring-files.ts';
import { storedKeyring } from './keyring-store.ts';

/**
 * Decides which keyring holds, now that the records are open, and makes the accounts follow it. The caller writes it
 * down, in the folder and in the records.
 *
 * The records' own holds, so that an older file put back brings nobody back. A file may be ahead of them, after a kill
 * between the two or when a copy of the records was restored; it is believed when it bears the desk's seal.
 */
export function settleKeyring(db: Database.Database, file: KeyringFile, databaseKey: Buffer, journal: Journal, now: string): Keyring {
  const stored = storedKeyring(db);
  const ahead = file.keyring.revision > stored.revision && sealHolds(file.seal, file.keyring, databaseKey);
  if (!ahead && keyringText(file.keyring) !== keyringText(stored)) {
    journal.append('older-keyring-found', { data: { found: file.keyring.revision, holds: stored.revision } });
  }
  const keyring = withFace(db, ahead ? file.keyring : stored);
  followKeyring(db, keyring, journal, now);
  return keyring;
}

/** What a locked desk shows follows the settings. */
function withFace(db: Database.Database, keyring: Keyring): Keyring {
  const { comune, kind } = loadSettings(db).settings;
  const shown = { ...keyring, comune, kind };
  return keyringText(shown) === keyringText(keyring) ? keyring : { ...shown, revision: keyring.revision + 1 };
}

/** Who has a wrapped key is enabled, who has none is not, and an account the records do not know (yet) is written down. */
function followKeyring(db: Database.Database, keyring: Keyring, journal: Journal, now: string): void {
  const known = new Map(allClerks(db).map((clerk) => [clerk.id, clerk]));
  for (const { clerkId, displayName, role } of keyring.clerks) {
    const clerk = known.get(clerkId);
    if (clerk?.enabled === true) continue;
    if (clerk === undefined) insertClerk(db, { id: clerkId, displayName, role, addedAt: now });
    else enableClerk(db, clerkId, true);
    journal.append(clerk === undefined ? 'clerk-added' : 'clerk-enabled', { data: { clerk: clerkId } });
  }
  const withKey = new Set(keyring.clerks.map(({ clerkId }) => clerkId));
  for (const { id, enabled } of known.values()) {
    if (!enabled || withKey.has(id)) continue;
    enableClerk(db, id, false);
    journal.append('clerk-disabled', { data: { clerk: id } });
  }
}
