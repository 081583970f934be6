import type Database from 'better-sqlite3';
import { keyringSchema, keyringText } from './keyring.ts';
import type { Keyring } from './keyring.ts';

/** The keyring as the records hold it: the one that counts, whatever lies in the folder. */
export function storedKeyring(db: Database.Database): Keyring {
  const json = db.prepare<[], string>('select json from keyring where id = 1').pluck().get();
  return keyringSchema.parse(JSON.parse(json ?? 'null'));
}

export function storeKeyring(db: Database.Database, keyring: Keyring): void {
  db.prepare('insert into keyring (id, json) values (1, ?) on conflict (id) do update set json = excluded.json').run(keyringText(keyring));
}
