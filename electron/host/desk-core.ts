import type Database from 'better-sqlite3';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../shared/desk/clock.ts';
import type { DeskDescription, DeskMode } from '../../shared/desk/desk-view.ts';
import type { RefusalCode } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import type { SettingName, Settings } from '../../shared/settings/settings.ts';
import type { HubDesk } from './consultation/hub-desk.ts';
import type { DeskLock } from './db/desk-lock.ts';
import type { HostContext, ProcedureLibrary, Seat, SessionHalf } from './host-context.ts';
import type { TrialHubSource } from './hub-link/trial-hub-source.ts';
import type { Journal } from './journal.ts';
import type { KeyCost } from './access/key-wrap.ts';
import { keepHeadIfPossible } from './records/keep-head.ts';
import type { Timers } from './timers.ts';
import type { Uptime } from './uptime.ts';

/** The records while somebody is signed in. */
export interface OpenRecords {
  readonly db: Database.Database;
  /** The database key, for wrapping it anew; zeroed at sign-out. */
  readonly key: Buffer;
  readonly seat: Seat;
  readonly journal: Journal;
  readonly sessions: SessionHalf;
  readonly hub: HubDesk;
  /** The latest instant in the records when they were opened. */
  readonly lastRecorded: Temporal.Instant | undefined;
  /** A copy took the place of damaged records lately. */
  readonly restored: DeskDescription['restored'];
  settings: Settings;
  /** Those whose stored value no longer passes its rule. */
  settingsReset: readonly SettingName[];
}

/** Writes into new records, before they become the desk's. */
export type NewRecordsFill = (db: Database.Database, clerkId: string) => void;

/** What a desk is made of, and the few things about it that change. */
export interface DeskCore {
  readonly folder: string;
  readonly mode: DeskMode;
  /** Whether the program offers the other desk too. */
  readonly hasOtherDesk: boolean;
  readonly version: string;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly uptime: Uptime;
  readonly library: ProcedureLibrary;
  /** The folder was taken. */
  readonly onHeld: () => void;
  readonly processId: string;
  readonly keyCost: KeyCost;
  /** What new records begin with, besides the settings and their first supervisor. */
  readonly fillNew: NewRecordsFill | undefined;
  /** Gives the trial hub, where whoever starts the desk brings one. */
  readonly trialHub: TrialHubSource;
  readonly sessionHalf: (context: HostContext) => SessionHalf;
  readonly emit: (event: DeskEvent) => void;
  /** Undefined while the folder cannot even be locked: it is read-only, or the disk is full. */
  lock: DeskLock | undefined;
  open: OpenRecords | undefined;
  /** What clerks left half-typed: clerk, then form. In memory alone. */
  readonly drafts: Map<string, Map<string, string>>;
  /** The desk has let its folder go and never touches it again, whatever was still under way. */
  closed: boolean;
  /** Why the records cannot be used, until somebody does something about it. */
  trouble: RefusalCode | undefined;
  /** What waits for as long as the records are open: the inactivity lock, the day's copy. */
  waiting: readonly (() => void)[];
  /** Somebody is at the keyboard. */
  activity: () => void;
  /** Settled when no copy is being made. */
  copying: Promise<void>;
  /** Why the last try at the day's copy failed; undefined after one that was made. */
  copyTrouble: RefusalCode | undefined;
}

/** Closes the records, forgets the key and calls off what was waiting. */
export function closeRecords(core: DeskCore): void {
  const { open, waiting } = core;
  core.open = undefined;
  core.waiting = [];
  for (const callOff of waiting) callOff();
  if (open === undefined) return;
  try {
    keepHeadIfPossible(core.folder, open);
  } finally {
    open.key.fill(0);
    open.db.close();
  }
}
