import type { FollowUp, SessionSummary } from '../session/session-view.ts';
import type { ClerkRole, Comune, DeskKind, SettingName, SetupDraft } from '../settings/settings.ts';
import type { RefusalCode } from './refusal.ts';

export type DeskMode = 'real' | 'training';

/** A safe copy of the records that can take the place of a damaged file. */
export interface RecordsCopy {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
}

/** The journal's end was found missing or other than it had been. */
export interface JournalCut {
  /** When it was found, or when the copy was made that tells. */
  readonly at: string;
  /**
   * Fewer lines than were known; another line in the place of the last one known; nothing to compare with; a safe copy that
   * knows a line the journal does not hold.
   */
  readonly why: 'shorter' | 'rewritten' | 'no-head' | 'copy';
  /** Lines that had been there. */
  readonly known: number;
  /** Lines that were there then. */
  readonly found: number;
  /** A safe copy had just been put in place of damaged records: lines newer than it may be missing. */
  readonly restored: boolean;
}

/** What any screen may know before anybody has signed in. */
export interface DeskDescription {
  readonly mode: DeskMode;
  /** The other desk (training from the real one, the real one from training) is a door away: a start for training alone has none. */
  readonly hasOtherDesk: boolean;
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
  /** The safe copies: when the latest good one was made, and why the last try failed. */
  readonly copies: { readonly latestAt: string | undefined; readonly failed: RefusalCode | undefined };
  /**
   * The clock may have leapt ahead over a long silence: both days, and how many more days of work until it is believed.
   * Until then retention waits. Known while somebody is signed in.
   */
  readonly clockLeapt: { readonly from: string; readonly to: string; readonly daysLeft: number } | undefined;
  /** A copy took the place of damaged records at `at`; what was done after `upTo` may be missing. For three days; signed in. */
  readonly restored: { readonly at: string; readonly upTo: string } | undefined;
  /** Settings whose stored value no longer passes its rule: their first value is in force until a supervisor saves. */
  readonly settingsReset: readonly SettingName[];
  /** The recovery code was never confirmed as noted down: a supervisor is asked to print a new one. */
  readonly recoveryUnconfirmed: boolean;
  /** In training the sign-in screen says the passphrase: there is nothing to protect. */
  readonly trainingPassphrase: string | undefined;
}

export interface HomeView {
  readonly unfinished: readonly SessionSummary[];
  /** The session the clerk closed last, today and before the desk was started again: its sheet is not known to have come out. */
  readonly unprinted: SessionSummary | undefined;
  readonly followUpsDue: readonly FollowUp[];
  readonly today: { readonly opened: number; readonly closed: number };
  /** `trial`: a hub for trying out, on this computer; `refused`: the supervisor has something to do. */
  readonly hub: 'none' | 'trial' | 'reachable' | 'unreachable' | 'refused';
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
