import type Database from 'better-sqlite3';
import { allClerks, enableClerk, insertClerk } from './clerk-store.ts';
import type { Keyring } from './keyring.ts';

/**
 * Makes the accounts in the records follow the keyring: who has a wrapped key is enabled, who has none is not. The two
 * differ after a crash between the two writes, or when a copy from before a change was restored; the keyring is then the
 * newer one, and an account the copy does not know yet is written down again.
 */
export function reconcileAccounts(db: Database.Database, keyring: Keyring, now: string): void {
  const known = new Map(allClerks(db).map((clerk) => [clerk.id, clerk]));
  for (const { clerkId, displayName, role } of keyring.clerks) {
    const clerk = known.get(clerkId);
    if (clerk === undefined) insertClerk(db, { id: clerkId, displayName, role, addedAt: now });
    else if (!clerk.enabled) enableClerk(db, clerkId, true);
  }
  const withKey = new Set(keyring.clerks.map(({ clerkId }) => clerkId));
  for (const clerk of known.values()) if (clerk.enabled && !withKey.has(clerk.id)) enableClerk(db, clerk.id, false);
}
