import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { writeWholeFile } from '../data-folder/atomic-file.ts';
import { firstHash } from '../journal.ts';

/** How far the journal goes: its number of lines and the seal of the last. */
const headSchema = z.strictObject({ events: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type JournalHead = z.infer<typeof headSchema>;

const fileSchema = z.strictObject({ format: z.literal(1), head: headSchema, mac: z.string() });

/** Where the head lies, beside the records and not in them. */
export const headPath = (folder: string): string => join(folder, 'journal.head.json');

/** Where the journal of these records ends. */
export function headOf(db: Database.Database): JournalHead {
  return db.prepare<[], JournalHead>('select seq as events, hash from journal order by seq desc limit 1').get() ?? { events: 0, hash: firstHash };
}

/** Whether the journal still holds the line a head ends with. */
export function holds(db: Database.Database, { events, hash }: JournalHead): boolean {
  return events === 0 || db.prepare<[number], string>('select hash from journal where seq = ?').pluck().get(events) === hash;
}

/** The head noted last; undefined when there is none, or none that was written with this database key. */
export function readHead(folder: string, key: Buffer): JournalHead | undefined {
  const file = fileSchema.safeParse(readJson(headPath(folder))).data;
  if (file === undefined) return undefined;
  const [given, right] = [Buffer.from(file.mac, 'hex'), Buffer.from(macOf(key, file.head), 'hex')];
  return given.length === right.length && timingSafeEqual(given, right) ? file.head : undefined;
}

/** Notes a head down, whole or not at all. @throws the file system's error */
export function writeHead(folder: string, key: Buffer, head: JournalHead): void {
  writeWholeFile(headPath(folder), JSON.stringify({ format: 1, head, mac: macOf(key, head) } satisfies z.infer<typeof fileSchema>));
}

/** HMAC-SHA256 under a key of its own, made from the database key (HKDF, RFC 5869). */
function macOf(key: Buffer, { events, hash }: JournalHead): string {
  const macKey = Buffer.from(hkdfSync('sha256', key, '', 'sportello-vicino journal head', 32));
  const mac = createHmac('sha256', macKey).update(`${events} ${hash}`).digest('hex');
  macKey.fill(0);
  return mac;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
