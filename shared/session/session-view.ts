import type { SessionPerson } from '../person/person-schema.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { ProcedureTexts } from '../procedure/procedure-texts.ts';
import type { RunState } from '../procedure/run-state.ts';
import type { ConsultationRecord } from './consultation-view.ts';
import type { NumberKind, Outcome, Privacy, Referral, SessionState } from './closed-lists.ts';

/** One line of a list. All times are UTC ISO 8601 instants. */
export interface SessionSummary {
  readonly id: string;
  /** Running number of the desk's year, `2026-00017`; safe to print and to say aloud. */
  readonly number: string;
  readonly privacy: Privacy;
  readonly state: SessionState;
  /** Name of the main person; empty for anonymous and confidential sessions (the screen says which). */
  readonly who: string;
  readonly clerkName: string;
  readonly openedAt: string;
  readonly lastActivityAt: string;
  readonly closedAt: string | undefined;
  readonly outcome: Outcome | undefined;
  /** Titles, in the order the procedures were begun. */
  readonly procedures: readonly string[];
  /** The run last worked on that has not ended, for sessions not closed. */
  readonly run: string | undefined;
  /** Title of the step it stands on. */
  readonly step: string | undefined;
}

export interface IssuedNumber {
  readonly id: string;
  readonly kind: NumberKind;
  readonly value: string;
  readonly addedAt: string;
}

/** Intent before act: written before the clerk presses the portal's button. Without `submittedAt` nobody knows yet. */
export interface Submission {
  readonly id: string;
  readonly step: string;
  readonly portal: string;
  readonly intendedAt: string;
  readonly result: { readonly at: string; readonly sent: boolean } | undefined;
}

export interface RunRecord {
  readonly id: string;
  readonly procedure: string;
  readonly version: string;
  /** SHA-256 of the definition and its Italian text, hex. */
  readonly contentHash: string;
  readonly title: string;
  readonly startedAt: string;
  readonly endedAt: string | undefined;
  readonly outcome: Outcome | undefined;
  /** Id of the step last shown. */
  readonly currentStep: string;
  readonly note: string;
  readonly submissions: readonly Submission[];
  readonly numbers: readonly IssuedNumber[];
}

/** Everything the screen needs to draw a run: what was recorded and the version of the procedure it began with. */
export interface RunScreen {
  readonly record: RunRecord;
  readonly procedure: Procedure;
  readonly texts: ProcedureTexts;
  readonly state: RunState;
  /** Facts answered in another run of this session, offered here: fact id → from which procedure's title. */
  readonly carriedOver: Readonly<Record<string, string>>;
}

export interface FollowUp {
  readonly id: string;
  readonly sessionId: string;
  readonly sessionNumber: string;
  readonly who: string;
  /** `YYYY-MM-DD` */
  readonly due: string;
  readonly what: string;
  readonly state: 'open' | 'done' | 'cancelled';
}

export interface Closing {
  readonly outcome: Outcome;
  /** 1 fully guided, 2 partly, 3 on their own. */
  readonly autonomy: 1 | 2 | 3;
  readonly useful: 'yes' | 'unknown' | 'no';
  readonly referral: Referral;
}

export type PrintState = 'queued' | 'printed' | 'failed';
export interface PrintJob {
  readonly id: string;
  readonly state: PrintState;
  readonly at: string;
}

/** Another session of the same case. */
export interface SessionLink {
  readonly id: string;
  readonly number: string;
  readonly openedAt: string;
}

/** The session another goes on from, with what is still to be done about it. */
export interface ContinuedSession extends SessionLink {
  readonly openFollowUps: readonly FollowUp[];
}

export interface SessionDetail extends SessionSummary {
  readonly people: readonly SessionPerson[];
  readonly runs: readonly RunScreen[];
  readonly followUps: readonly FollowUp[];
  readonly prints: readonly PrintJob[];
  /** What was asked of INPS offices, in order. */
  readonly consultations: readonly ConsultationRecord[];
  /** The session this one goes on from, and those that go on from it, as far as one may see them. */
  readonly continues: ContinuedSession | undefined;
  readonly continuedBy: readonly SessionLink[];
  readonly closing: Closing | undefined;
  /** Days left in which a closed session may be reopened; 0 when it may not. */
  readonly reopenDaysLeft: number;
  readonly events: readonly SessionEvent[];
}

/** A line of the session's own story, from the journal; no personal data in it. */
export interface SessionEvent {
  readonly seq: number;
  readonly at: string;
  readonly clerkName: string;
  readonly event: string;
}
