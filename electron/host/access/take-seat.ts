import type Database from 'better-sqlite3';
import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../../shared/desk/transport.ts';
import { HubDesk } from '../consultation/hub-desk.ts';
import { loggedLater } from '../consultation/logged.ts';
import { latestInstant } from '../records/clock-watch.ts';
import { copyBeforeMigration } from '../records/copies.ts';
import { planDailyCopy } from '../records/daily-copy.ts';
import { keepHead, keepHeadFresh, keepHeadIfPossible } from '../records/keep-head.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { recordsPath } from '../records/desk-files.ts';
import { finishSetup } from '../setup/finish-setup.ts';
import { holdFolder } from '../data-folder/hold-folder.ts';
import type { Seat } from '../host-context.ts';
import { watchInactivity } from './inactivity.ts';
import { createJournal } from '../journal.ts';
import type { Journal } from '../journal.ts';
import { readKeyringFile } from './keyring-files.ts';
import { recordEntrance } from './record-entrance.ts';
import type { Entrance } from './record-entrance.ts';
import { openRecordsFile } from '../records/open-records.ts';
import { restoredLately } from '../records/restored-lately.ts';
import { wipeOldPersonalData } from '../records/retention.ts';
import { finishRestore, forgetRestore, unfinishedRestore } from '../records/unfinished-restore.ts';
import { loadSettings, logReset, storeSettings } from '../settings/settings-store.ts';
import type { StoredSettings } from '../settings/settings-store.ts';
import { leaveSeat } from './sign-out.ts';
import type { Unlocked } from './unlock.ts';

/**
 * Opens the records for a clerk whose key was just unlocked, in place of whoever had them open. Takes the key over: it is
 * zeroed when the seat is left, or now if it cannot be taken.
 */
export function takeSeat(core: DeskCore, clerkId: string, unlocked: Unlocked, entrance: Entrance): Answer<null> {
  leaveSeat(core, 'clerk');
  try {
    return openAndSit(core, clerkId, unlocked, entrance);
  } finally {
    if (core.open === undefined) unlocked.key.fill(0);
    core.emit({ name: 'deskChanged', data: {} });
  }
}

function openAndSit(core: DeskCore, clerkId: string, unlocked: Unlocked, entrance: Entrance): Answer<null> {
  const held = holdFolder(core);
  if (!held.ok) return held;
  finishSetup(core.folder);
  finishRestore(core.folder, core.clock());
  const keyringFile = readKeyringFile(core.folder);
  if (!keyringFile.ok) return keyringFile;
  const { key } = unlocked;
  const opened = openRecordsFile(recordsPath(core.folder), key, (db) => copyBeforeMigration(core.folder, db, key, core.clock()));
  if (!opened.ok) return opened;
  const { db } = opened.value;
  try {
    const journal = createJournal(db, core.clock, clerkId);
    const lastRecorded = latestInstant(db);
    // Before this entrance adds lines in the place of those that may be missing; again at its end.
    keepHead(core.folder, { db, key, journal }, unfinishedRestore(core.folder) !== undefined);
    const entrant = { clerkId, unlocked, keyringFile: keyringFile.value, entrance };
    const seat = db.transaction(() => recordEntrance(core, opened.value, journal, entrant)).immediate();
    forgetRestore(core.folder);
    if (!seat.ok) return seat;
    const stored = loadSettings(db);
    logReset(stored.reset);
    wipeOldPersonalData(core.folder, db, journal, stored, core.clock());
    sit(core, { ...assemble(core, db, journal, seat.value, stored), key, lastRecorded, restored: restoredLately(db, core.clock()) });
    return answer(null);
  } finally {
    if (core.open === undefined) db.close();
  }
}

function assemble(core: DeskCore, db: Database.Database, journal: Journal, seat: Seat, stored: StoredSettings): Omit<OpenRecords, 'key' | 'lastRecorded' | 'restored'> {
  const { clock, mode, processId, library, timers, uptime, trialHub } = core;
  const settings = () => core.open?.settings ?? stored.settings;
  const saveHubAddress = (hubAddress: string | null) => {
    const changed = { ...settings(), hubAddress };
    storeSettings(db, changed);
    if (core.open?.db === db) core.open.settings = changed;
  };
  const keepAwake = () => core.activity();
  const hub = new HubDesk({ db, clock, mode, timers, uptime, settings, saveHubAddress, trialHub, keepAwake, emit: core.emit, journal: createJournal(db, clock, null) });
  const emit = (event: DeskEvent) => {
    core.emit(event);
    hub.heard(event);
  };
  return { db, seat, journal, hub, settings: stored.settings, settingsReset: stored.reset, sessions: core.sessionHalf({ db, clock, mode, seat, processId, journal, emit, library, settings, hub }) };
}

function sit(core: DeskCore, open: OpenRecords): void {
  core.open = open;
  core.trouble = undefined;
  keepHeadIfPossible(core.folder, open);
  core.activity = watchInactivity(core, open, (callOff) => {
    core.waiting = [() => open.hub.close(), callOff, planDailyCopy(core, open), keepHeadFresh(core, open)];
  });
  loggedLater(() => open.hub.connect());
}
