import type { FollowUp, SessionSummary } from '../session/session-view.ts';
import type { ClerkRole, Comune, DeskKind, SetupDraft } from '../settings/settings.ts';
import type { RefusalCode } from './refusal.ts';

export type DeskMode = 'real' | 'training';

/** A safe copy of the records that can take the place of a damaged file. */
export interface RecordsCopy {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
}

/** What any screen may know before anybody has signed in. */
export interface DeskDescription {
  readonly mode: DeskMode;
  readonly version: string;
  /** The desk's calendar day, `YYYY-MM-DD`, Europe/Rome. */
  readonly today: string;
  readonly state: 'setup' | 'signed-out' | 'signed-in';
  readonly setup: SetupDraft | undefined;
  readonly comune: Comune | undefined;
  readonly kind: DeskKind | undefined;
  /** Enabled accounts, to be picked on the sign-in screen. */
  readonly clerks: readonly { readonly id: string; readonly displayName: string }[];
  readonly signedIn: { readonly clerkId: string; readonly displayName: string; readonly role: ClerkRole } | undefined;
  /** Set when the records cannot be opened: which refusal, and the copies that could replace them. */
  readonly trouble: { readonly code: RefusalCode; readonly sentence: string; readonly copies: readonly RecordsCopy[] } | undefined;
  /** The clock stands before the last thing recorded: both instants. */
  readonly clockBehind: { readonly now: string; readonly lastRecorded: string } | undefined;
  /** The recovery code was never confirmed as noted down: a supervisor is asked to print a new one. */
  readonly recoveryUnconfirmed: boolean;
  /** In training the sign-in screen says the passphrase: there is nothing to protect. */
  readonly trainingPassphrase: string | undefined;
}

export interface HomeView {
  readonly unfinished: readonly SessionSummary[];
  readonly followUpsDue: readonly FollowUp[];
  readonly today: { readonly opened: number; readonly closed: number };
  readonly hub: 'none' | 'reachable' | 'unreachable';
  readonly catalogue: { readonly procedures: number; readonly reviewDue: number; readonly setAside: number };
}

/** One procedure as a card to choose. */
export interface ProcedureCard {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly purpose: string;
  readonly owner: string;
  readonly deskRole: 'file' | 'prepare' | 'consult';
  readonly desks: readonly ('PUE' | 'PCS')[];
  readonly sensitivity: 'ordinary' | 'health' | 'protected';
  readonly freshness: 'fresh' | 'review-due' | 'expired';
  readonly verifiedOn: string;
  readonly reviewBy: string;
  /** Runs begun at this desk in the last twelve months. */
  readonly timesUsed: number;
}

/** What is wrong in a procedure folder, for the supervisor. */
export interface ProcedureTrouble {
  readonly folder: string;
  /** true: the procedure is not offered until it is put right; false: it works, and something in it is out of date or unused. */
  readonly setAside: boolean;
  readonly problems: readonly { readonly file: string; readonly place: string; readonly sentence: string }[];
}
