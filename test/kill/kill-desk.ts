import { join } from 'node:path';
import { unwrapKey } from '../../electron/host/access/key-wrap.ts';
import { readKeyring } from '../../electron/host/access/keyring-files.ts';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import type { NewRecordsFill } from '../../electron/host/desk-core.ts';
import { createDeskHost } from '../../electron/host/desk-host.ts';
import type { Desk } from '../../electron/host/desk-methods.ts';
import type { ProcedureLibrary } from '../../electron/host/host-context.ts';
import { readProcedureLibrary } from '../../electron/host/procedures/procedure-library.ts';
import { calendarDay, systemClock } from '../../shared/desk/clock.ts';

/** Of the one synthetic supervisor of these tests. */
export const killPassphrase = 'una frase lunga per le prove';

/** Guessing costs next to nothing here: hundreds of sign-ins are ahead. */
const cheap = { N: 2 ** 4, r: 8, p: 1 };

/** The real catalogue. */
export const testLibrary = (): ProcedureLibrary =>
  readProcedureLibrary(join(import.meta.dirname, '../../resources/procedures'), () => calendarDay(systemClock()));

/** The real desk with the real catalogue on a folder. Throws when it does not open. */
export function openTestDesk(dataFolder: string, fillNew?: NewRecordsFill): Desk {
  const opened = createDeskHost({ dataFolder, mode: 'real', version: '0.0.0', library: testLibrary(), keyCost: cheap, fillNew });
  if (!opened.ok) throw new Error(`the desk did not open: ${opened.code}`);
  return opened.value;
}

/** Makes the desk's folder a desk, once. */
export async function setUpTestDesk(dataFolder: string, fillNew?: NewRecordsFill): Promise<void> {
  const desk = openTestDesk(dataFolder, fillNew);
  const done = await desk.methods.completeSetup({
    comune: { name: 'Roccabianca', province: 'PR', code: '034030' },
    kind: 'both',
    supervisorName: 'Elena Conti',
    passphrase: killPassphrase,
  });
  desk.close();
  if (!done.ok) throw new Error(`set-up refused: ${done.code}`);
}

/** Signs the supervisor in. Throws when the records do not open. */
export async function signInToTestDesk(desk: Desk): Promise<void> {
  const described = await desk.methods.describeDesk({});
  const clerkId = described.ok ? (described.value.clerks[0]?.id ?? '') : '';
  const signedIn = await desk.methods.signIn({ clerkId, passphrase: killPassphrase });
  if (!signedIn.ok) throw new Error(`the records did not open: ${signedIn.code}`);
}

/** What SQLite finds wrong in records nobody has open: broken pages and indexes, and tables with rows whose parent is not there. */
export async function brokenRows(dataFolder: string): Promise<readonly string[]> {
  const db = openDatabase(recordsPath(dataFolder), await databaseKey(dataFolder, killPassphrase));
  try {
    const pages = db.prepare<[], string>('pragma quick_check').pluck().all().filter((line) => line !== 'ok');
    const orphans = db.prepare<[], { table: string }>('pragma foreign_key_check').all();
    return [...pages, ...orphans.map(({ table }) => `orphan in ${table}`)];
  } finally {
    db.close();
  }
}

/** The database key under the first account's passphrase. */
export async function databaseKey(dataFolder: string, passphrase: string): Promise<Buffer> {
  const keyring = readKeyring(dataFolder);
  const clerk = keyring.ok ? keyring.value.clerks[0] : undefined;
  const key = clerk && (await unwrapKey(clerk.key, passphrase, clerk.clerkId));
  if (key === undefined) throw new Error('this folder has other keys');
  return key;
}
