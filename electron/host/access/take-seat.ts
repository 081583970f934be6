import type Database from 'better-sqlite3';
import { instantText } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { findClerk, noteSignIn } from './clerk-store.ts';
import { latestInstant, recordClock } from '../records/clock-watch.ts';
import { copyBeforeMigration } from '../records/copies.ts';
import { planDailyCopy } from '../records/daily-copy.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { recordsPath } from '../records/desk-files.ts';
import { finishSetup } from '../setup/finish-setup.ts';
import { holdFolder } from '../data-folder/hold-folder.ts';
import type { Seat } from '../host-context.ts';
import { watchInactivity } from './inactivity.ts';
import { markInterrupted } from '../records/interrupted-sessions.ts';
import { createJournal } from '../journal.ts';
import type { Journal } from '../journal.ts';
import { readKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { openRecordsFile } from '../records/open-records.ts';
import type { OpenedFile } from '../records/open-records.ts';
import { reconcileAccounts } from './reconcile-accounts.ts';
import { wipeOldPersonalData } from '../records/retention.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { leaveSeat } from './sign-out.ts';

/** How a clerk came to sit at the desk; `rows` came over from the damaged file into the copy. */
export type Entrance = { readonly by: 'signed-in' | 'access-recovered' } | { readonly by: 'copy-restored'; readonly rows: number };

/**
 * Opens the records for a clerk whose key was just unlocked, in place of whoever had them open. Takes the key over: it is
 * zeroed when the seat is left, or now if it cannot be taken.
 */
export function takeSeat(core: DeskCore, clerkId: string, key: Buffer, entrance: Entrance): Answer<null> {
  leaveSeat(core, 'clerk');
  try {
    const seated = openAndSit(core, clerkId, key, entrance);
    if (seated.ok) core.emit({ name: 'deskChanged', data: {} });
    return seated;
  } finally {
    if (core.open === undefined) key.fill(0);
  }
}

function openAndSit(core: DeskCore, clerkId: string, key: Buffer, entrance: Entrance): Answer<null> {
  const held = holdFolder(core);
  if (!held.ok) return held;
  finishSetup(core.folder);
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  const opened = openRecordsFile(recordsPath(core.folder), key, (db) => copyBeforeMigration(core.folder, db, key, core.clock()));
  if (!opened.ok) return opened;
  const { db } = opened.value;
  try {
    const journal = createJournal(db, core.clock, clerkId);
    const lastRecorded = latestInstant(db);
    const seat = db.transaction(() => recordEntrance(core, opened.value, journal, keyring.value, clerkId, entrance)).immediate();
    if (seat === undefined) return refuse('account-disabled');
    wipeOldPersonalData(core.folder, db, journal, loadSettings(db), core.clock());
    sit(core, { ...assemble(core, db, journal, seat), key, lastRecorded });
    return answer(null);
  } finally {
    if (core.open === undefined) db.close();
  }
}

/** Everything the records have to say about this entrance, in one transaction. */
function recordEntrance(core: DeskCore, file: OpenedFile, journal: Journal, keyring: Keyring, clerkId: string, entrance: Entrance): Seat | undefined {
  const { db, migratedFrom } = file;
  const now = core.clock();
  reconcileAccounts(db, keyring, instantText(now));
  const clerk = findClerk(db, clerkId);
  if (clerk?.enabled !== true) return undefined;
  recordClock(db, journal, now);
  if (migratedFrom !== undefined) journal.append('records-migrated', { data: { from: migratedFrom } });
  journal.append(entrance.by, { data: entrance.by === 'copy-restored' ? { rows: entrance.rows } : {} });
  noteSignIn(db, clerkId, instantText(now));
  markInterrupted(db, journal, core.processId);
  return { clerkId, displayName: clerk.displayName, role: clerk.role };
}

function assemble(core: DeskCore, db: Database.Database, journal: Journal, seat: Seat): Omit<OpenRecords, 'key' | 'lastRecorded'> {
  const { clock, mode, processId, library, emit } = core;
  const atFirst = loadSettings(db);
  const settings = () => core.open?.settings ?? atFirst;
  return { db, seat, journal, settings: atFirst, sessions: core.sessionHalf({ db, clock, mode, seat, processId, journal, emit, library, settings }) };
}

function sit(core: DeskCore, open: OpenRecords): void {
  core.open = open;
  core.trouble = undefined;
  core.activity = watchInactivity(core, open, (callOff) => {
    core.waiting = [callOff, planDailyCopy(core, open)];
  });
}
