import type Database from 'better-sqlite3';
import type { ClerkAccount, ClerkRole } from '../../../shared/settings/settings.ts';

interface ClerkRow {
  readonly id: string;
  readonly display_name: string;
  readonly role: ClerkRole;
  readonly enabled: 0 | 1;
  readonly added_at: string;
  readonly last_sign_in_at: string | null;
}

const account = (row: ClerkRow): ClerkAccount => ({
  id: row.id,
  displayName: row.display_name,
  role: row.role,
  enabled: row.enabled === 1,
  addedAt: row.added_at,
  lastSignInAt: row.last_sign_in_at ?? undefined,
});

/** Every account, in order of name. */
export const allClerks = (db: Database.Database): readonly ClerkAccount[] =>
  db.prepare<[], ClerkRow>('select * from clerk order by display_name collate nocase').all().map(account);

export function findClerk(db: Database.Database, clerkId: string): ClerkAccount | undefined {
  const row = db.prepare<[string], ClerkRow>('select * from clerk where id = ?').get(clerkId);
  return row === undefined ? undefined : account(row);
}

export function insertClerk(db: Database.Database, clerk: { id: string; displayName: string; role: ClerkRole; addedAt: string }): void {
  db.prepare('insert into clerk (id, display_name, role, enabled, added_at) values (@id, @displayName, @role, 1, @addedAt)').run(clerk);
}

export function enableClerk(db: Database.Database, clerkId: string, enabled: boolean): void {
  db.prepare('update clerk set enabled = ? where id = ?').run(enabled ? 1 : 0, clerkId);
}

export function noteSignIn(db: Database.Database, clerkId: string, at: string): void {
  db.prepare('update clerk set last_sign_in_at = ? where id = ?').run(at, clerkId);
}
