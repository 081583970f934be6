import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { unwrapKey } from '../../electron/host/access/key-wrap.ts';
import { readKeyring } from '../../electron/host/access/keyring-files.ts';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import { firstSetup, valueOf } from './desk-in-a-folder.ts';

/** The database key of a desk that firstSetup made. */
export async function keyOf(folder: string): Promise<Buffer> {
  const { clerks } = await valueOf(readKeyring(folder));
  const [clerk] = clerks;
  const key = clerk === undefined ? undefined : await unwrapKey(clerk.key, firstSetup.passphrase, clerk.clerkId);
  if (key === undefined) throw new Error('this folder has other keys');
  return key;
}

/** A second look into a desk's records, beside the desk itself. */
export async function lookInto(folder: string, path = recordsPath(folder)): Promise<Database.Database> {
  const db = openDatabase(path, await keyOf(folder));
  return db;
}

export const mario = { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U' };

interface SessionRow {
  readonly openedAt: string;
  readonly lastActivityAt: string;
  readonly state: 'open' | 'suspended' | 'interrupted' | 'closed';
  readonly processId: string;
  readonly codiceFiscale: string;
}

/** Writes one whole session as the stores would: a resident, a run with a note and a number, a follow-up. */
export function insertSession(db: Database.Database, given: Partial<SessionRow> = {}): { sessionId: string; residentId: string } {
  const { openedAt = '2026-10-09T07:05:00Z', state = 'closed', processId = 'another', codiceFiscale = mario.codiceFiscale } = given;
  const lastActivityAt = given.lastActivityAt ?? openedAt;
  const [sessionId, residentId, runId] = [randomUUID(), randomUUID(), randomUUID()];
  const hash = 'a'.repeat(64);
  const run = (sql: string, ...values: (string | number | null)[]) => db.prepare(sql).run(...values);
  db.transaction(() => {
    run('insert into resident values (?, ?, ?, ?, ?, ?, ?, ?, null)', residentId, mario.surname, mario.givenName, codiceFiscale, '1980-01-01', 'M', openedAt, lastActivityAt);
    run("insert into name_token (token) values ('rossi') on conflict do nothing");
    run("insert into name_token_deletion select 'rosi', id from name_token where token = 'rossi' on conflict do nothing");
    run("insert into resident_token select id, ? from name_token where token = 'rossi'", residentId);
    run(
      `insert into session (id, number, privacy, state, clerk_id, process_id, opened_at, last_activity_at, closed_at)
       select ?, ?, 'named', ?, id, ?, ?, ?, ? from clerk limit 1`,
      sessionId, sessionId, state, processId, openedAt, lastActivityAt, state === 'closed' ? lastActivityAt : null,
    );
    run("insert into session_person values (?, ?, ?, 'main', 'figlio di Rossi', null, null, null, ?)", randomUUID(), sessionId, residentId, openedAt);
    run("insert into procedure_version values (?, 'naspi', '2026.1', 'NASpI', '{}', '{}') on conflict do nothing", hash);
    run("insert into run (id, session_id, procedure_id, content_hash, started_at, note) values (?, ?, 'naspi', ?, ?, 'Rossi porta la busta paga')", runId, sessionId, hash, openedAt);
    run("insert into issued_number values (?, ?, 'protocollo', 'INPS.0001.ROSSI', 'INPS0001ROSSI', ?)", randomUUID(), runId, openedAt);
    run("insert into follow_up values (?, ?, '2026-10-20', 'richiamare Rossi', 'open', null)", randomUUID(), sessionId);
  })();
  return { sessionId, residentId };
}

/** Every file of a data folder, whole. */
export function allFiles(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]));
}

/** Writes rubbish over a part of a file. */
export function scribble(path: string, at: number, bytes = 200): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, at);
  closeSync(file);
}
