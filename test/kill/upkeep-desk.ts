/**
 * One piece of upkeep of a desk's records, begun the moment `ready` was written to standard output. Started by the tests
 * that end it without warning. Arguments: data folder, which work.
 */
import { writeSync } from 'node:fs';
import { migrations } from '../../electron/host/db/migrations.ts';
import { migrate } from '../../electron/host/db/migrate.ts';
import { openDatabase } from '../../electron/host/db/open-database.ts';
import { copyBeforeMigration, listCopies } from '../../electron/host/records/copies.ts';
import { createDeskHost } from '../../electron/host/desk-host.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import type { Timers } from '../../electron/host/timers.ts';
import { cheapKeyCost, emptyLibrary, firstSetup } from '../host/first-setup.ts';
import { databaseKey } from './kill-desk.ts';
import { later, upkeepClock } from './upkeep.ts';
import type { Upkeep } from './upkeep.ts';

const [folder = '', work] = process.argv.slice(2) as [string, Upkeep];
const ready = () => writeSync(1, 'ready\n');

/** The day's copy begins at once; nobody is locked out meanwhile. */
const hasty: Timers = {
  after(milliseconds, begin) {
    if (milliseconds === 5000) setImmediate(begin);
    return () => undefined;
  },
};

function openDesk(timers: Timers = { after: () => () => undefined }) {
  const opened = createDeskHost({ dataFolder: folder, mode: 'real', version: '0.0.0', library: emptyLibrary, keyCost: cheapKeyCost, clock: upkeepClock, timers });
  if (!opened.ok) throw new Error(`the desk did not open: ${opened.code}`);
  return opened.value;
}

async function clerkOf(desk: ReturnType<typeof openDesk>): Promise<string> {
  const described = await desk.methods.describeDesk({});
  return described.ok ? (described.value.clerks[0]?.id ?? '') : '';
}

async function signIn(timers?: Timers): Promise<void> {
  const desk = openDesk(timers);
  const clerkId = await clerkOf(desk);
  ready();
  const signedIn = await desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase });
  if (!signedIn.ok) throw new Error(signedIn.code);
}

async function copy(): Promise<void> {
  const before = listCopies(folder).length;
  await signIn(hasty);
  while (listCopies(folder).length === before) await new Promise((resolve) => setImmediate(resolve));
}

async function restore(): Promise<void> {
  const desk = openDesk();
  const clerkId = await clerkOf(desk);
  await desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase });
  const name = listCopies(folder)[0]?.name ?? '';
  ready();
  const restored = await desk.methods.restoreCopy({ name, clerkId, passphrase: firstSetup.passphrase });
  if (!restored.ok) throw new Error(restored.code);
}

async function migration(): Promise<void> {
  const key = await databaseKey(folder, firstSetup.passphrase);
  const db = openDatabase(recordsPath(folder), key);
  ready();
  migrate(db, () => copyBeforeMigration(folder, db, key, upkeepClock()), [...migrations, ...later]);
  db.close();
}

const works: Record<Upkeep, () => Promise<void>> = { copy, restore, migration, wipe: () => signIn() };
await works[work]();
process.exit(0);
