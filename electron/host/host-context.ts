import type Database from 'better-sqlite3';
import type { Clock } from '../../shared/desk/clock.ts';
import type { DeskMode, ProcedureTrouble } from '../../shared/desk/desk-view.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import type { Procedure } from '../../shared/procedure/procedure.ts';
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import type { ClerkRole, Settings } from '../../shared/settings/settings.ts';
import type { HubDesk } from './consultation/hub-desk.ts';
import type { DeskMethods } from './desk-methods.ts';
import type { Journal } from './journal.ts';

/** Who is signed in. */
export interface Seat {
  readonly clerkId: string;
  readonly displayName: string;
  readonly role: ClerkRole;
}

/** A procedure that passed the sieves, with its Italian words. */
export interface CatalogueEntry {
  readonly procedure: Procedure;
  readonly texts: ProcedureTexts;
  /** SHA-256 of definition and Italian text, hex. */
  readonly contentHash: string;
}

/** The procedures a desk offers, and what is wrong in their folders. */
export interface ProcedureLibrary {
  /** In the order of their ids. */
  list(): readonly CatalogueEntry[];
  find(id: string): CatalogueEntry | undefined;
  /** Folders set aside, and warnings about the others on this day. */
  troubles(): readonly ProcedureTrouble[];
}

/**
 * What a store gets: everything there is between one sign-in and the next sign-out. The database is closed at sign-out, so
 * nothing made from a context may be kept longer.
 */
export interface HostContext {
  readonly db: Database.Database;
  readonly clock: Clock;
  readonly mode: DeskMode;
  readonly seat: Seat;
  /** UUID of this run of the program: an open session of another one was interrupted. */
  readonly processId: string;
  readonly journal: Journal;
  readonly emit: (event: DeskEvent) => void;
  readonly library: ProcedureLibrary;
  /** The settings as they are now. */
  readonly settings: () => Settings;
  readonly hub: HubDesk;
}

/** The methods that need nobody's session: the desk, its keys, its accounts, its copies. The others are the session half. */
export const deskHalf = [
  'describeDesk',
  'saveSetupDraft',
  'completeSetup',
  'confirmRecoveryCode',
  'renewRecoveryCode',
  'signIn',
  'signOut',
  'noteActivity',
  'recoverAccess',
  'restoreCopy',
  'changePassphrase',
  'listClerks',
  'addClerk',
  'disableClerk',
  'resetPassphrase',
  'keepDraft',
  'readDraft',
  'readSettings',
  'saveSettings',
  'verifyJournal',
] as const satisfies readonly (keyof DeskMethods)[];
export type DeskHalf = Pick<DeskMethods, (typeof deskHalf)[number]>;
export type SessionHalf = Omit<DeskMethods, (typeof deskHalf)[number]>;
