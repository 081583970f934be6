import { z } from 'zod';
import { personInputSchema } from '../person/person-schema.ts';
import type { PersonInput, ResidentFound } from '../person/person-schema.ts';
import { documentStateSchema, idSchema, localDateSchema } from '../procedure/condition-schema.ts';
import type { DocumentState } from '../procedure/condition-schema.ts';
import type { Facts, RunState } from '../procedure/run-state.ts';
import { numberKindSchema, outcomeSchema, privacySchema, referralSchema, sessionStateSchema } from '../session/closed-lists.ts';
import type { NumberKind, Outcome, Privacy, SessionState } from '../session/closed-lists.ts';
import type { Closing, FollowUp, PrintJob, RunScreen, SessionDetail, SessionSummary } from '../session/session-view.ts';
import { signalSchema } from '../hub/signal.ts';
import type { Signal } from '../hub/signal.ts';
import { passphraseSchema } from '../settings/passphrase.ts';
import { chosenSettingsSchema, clerkRoleSchema, comuneSchema, deskKindSchema, displayNameSchema, setupDraftSchema } from '../settings/settings.ts';
import type { ChosenSettings, ClerkAccount, ClerkRole, Comune, DeskKind, SetupDraft } from '../settings/settings.ts';
import { lineSchema, linesSchema } from '../text/written-text.ts';
import { consultationApi } from './consultation-api.ts';
import type { ConsultationApi } from './consultation-api.ts';
import { row } from './desk-row.ts';
import type { DeskRow } from './desk-row.ts';
import type { DeskDescription, HomeView, JournalCut, ProcedureCard, ProcedureTrouble } from './desk-view.ts';

type Nothing = Record<string, never>;
type InSession = { sessionId: string };
type InRun = { runId: string };

/** Everything a screen can ask of the desk: verb and noun, one object in, one value out. */
export interface DeskApi extends ConsultationApi {
  /** What may be known before signing in: state, comune, accounts, trouble with the records. */
  describeDesk(input: Nothing): DeskDescription;
  /** Keeps what set-up has asked so far, so that it can be resumed. */
  saveSetupDraft(input: SetupDraft): null;
  /** Makes records, keys and the first supervisor, and signs them in; the recovery code is shown only now. */
  completeSetup(input: { comune: Comune; kind: DeskKind; supervisorName: string; passphrase: string }): { recoveryCode: string };
  /** The supervisor has noted the recovery code down. */
  confirmRecoveryCode(input: Nothing): null;
  /** Makes a new recovery code; the old one stops working. */
  renewRecoveryCode(input: Nothing): { recoveryCode: string };

  /** Opens the records with a clerk's passphrase. */
  signIn(input: { clerkId: string; passphrase: string }): null;
  /** Locks the desk; an open session stays open for whoever signs in next. */
  signOut(input: Nothing): null;
  /** Somebody is at the keyboard: the inactivity clock starts again. */
  noteActivity(input: Nothing): null;
  /** Opens the records with the recovery code and gives the account a new passphrase. */
  recoverAccess(input: { clerkId: string; recoveryCode: string; newPassphrase: string }): null;
  /** Puts a safe copy in the place of records that cannot be opened; the damaged file is kept aside. */
  restoreCopy(input: { name: string; clerkId: string; passphrase: string }): null;
  /** Changes the passphrase of whoever is signed in. */
  changePassphrase(input: { current: string; next: string }): null;
  listClerks(input: Nothing): readonly ClerkAccount[];
  addClerk(input: { displayName: string; role: ClerkRole; passphrase: string }): ClerkAccount;
  /** A disabled account's key is destroyed; enabling it again needs a new passphrase. */
  disableClerk(input: { clerkId: string }): null;
  /** Gives an account a new passphrase and enables it. */
  resetPassphrase(input: { clerkId: string; passphrase: string }): null;
  /** Keeps what stands half-typed in a form, for this clerk alone and never on disk; no text forgets it. */
  keepDraft(input: { form: string; text: string }): null;
  /** What this clerk left half-typed in a form; no text when nothing. */
  readDraft(input: { form: string }): { readonly text: string };
  readSettings(input: Nothing): ChosenSettings;
  saveSettings(input: ChosenSettings): null;
  /** Walks the journal's hash chain, and tells of every time its end was found missing. */
  verifyJournal(input: Nothing): { events: number; intact: boolean; firstBroken: number | undefined; cuts: readonly JournalCut[] };

  /** What the clerk sees after signing in. */
  readHome(input: Nothing): HomeView;
  listProcedures(input: Nothing): readonly ProcedureCard[];
  /** Procedure folders set aside because something in them is wrong. */
  listProcedureTroubles(input: Nothing): readonly ProcedureTrouble[];

  openSession(input: { privacy: Privacy }): SessionDetail;
  /** Opens a session that goes on from a closed one, with the same people. */
  continueSession(input: InSession): SessionDetail;
  readSession(input: InSession): SessionDetail;
  /** Newest first; `cursor` is the last line's id. Text matches name (one typo), codice fiscale, number of any kind. */
  searchSessions(input: {
    text?: string | undefined;
    procedure?: string | undefined;
    clerkId?: string | undefined;
    state?: SessionState | undefined;
    outcome?: Outcome | undefined;
    from?: string | undefined;
    to?: string | undefined;
    cursor?: string | undefined;
  }): { readonly sessions: readonly SessionSummary[]; readonly more: boolean };
  /** Every procedure ever begun at this desk, whatever the catalogue is today: what sessions can be searched by. */
  listRecordedProcedures(input: Nothing): readonly { readonly id: string; readonly title: string }[];
  /** Residents seen before, by codice fiscale or by a name with at most one typo a word. */
  findResidents(input: { text: string }): readonly ResidentFound[];
  addPerson(input: InSession & { person: PersonInput }): SessionDetail;
  updatePerson(input: InSession & { personId: string; person: PersonInput }): SessionDetail;
  removePerson(input: InSession & { personId: string }): SessionDetail;
  /** From named to confidential and so on; going confidential clears nothing but hides everything. */
  changePrivacy(input: InSession & { privacy: Privacy }): SessionDetail;
  /** Throws away a session in which nothing at all was recorded. */
  discardSession(input: InSession): null;
  /** Puts the session aside; it waits on the home screen. */
  suspendSession(input: InSession): null;
  /** Goes on with a suspended or interrupted session, or with another clerk's open one. */
  resumeSession(input: InSession): SessionDetail;
  closeSession(input: InSession & { closing: Closing; followUp: { due: string; what: string } | null }): SessionDetail;
  /** Closes what a crash interrupted, without the closing questions. */
  closeInterrupted(input: InSession): null;
  /** Within 30 days; an event, not an edit. */
  reopenSession(input: InSession): SessionDetail;
  /** Sessions a dead process left open, for the screen after the next sign-in. */
  listInterrupted(input: Nothing): readonly SessionDetail[];

  startRun(input: InSession & { procedure: string }): RunScreen;
  readRun(input: InRun): RunScreen;
  /** Saves a step's answers and moves on: on disk before the reply. `null` is "non so"; an answer left out is taken back. */
  answerStep(input: InRun & { step: string; facts: Facts; done: boolean; next: string }): RunState;
  /** Remembers which step is on screen. */
  showStep(input: InRun & { step: string }): null;
  /** Marks one paper for one person; `null` takes the mark back. */
  markDocument(input: InRun & { document: string; subject: string; state: DocumentState | null }): RunState;
  /** Goes past a block that stops, knowingly. */
  passBlock(input: InRun & { block: string }): RunState;
  saveNote(input: InRun & { note: string }): null;
  /** Written before the clerk presses the portal's button. */
  intendSubmission(input: InRun & { step: string }): RunScreen;
  /** What became of it: sent or not. While nobody knows, also on closed sessions. */
  settleSubmission(input: InRun & { submissionId: string; sent: boolean }): RunScreen;
  /** Also on closed sessions: numbers come late. */
  addNumber(input: InRun & { kind: NumberKind; value: string }): RunScreen;
  removeNumber(input: InRun & { numberId: string }): RunScreen;
  endRun(input: InRun & { outcome: Outcome }): RunScreen;
  /** A run ended by mistake goes on. */
  resumeRun(input: InRun): RunScreen;

  listFollowUps(input: { until: string }): readonly FollowUp[];
  addFollowUp(input: InSession & { due: string; what: string }): FollowUp;
  settleFollowUp(input: { followUpId: string; state: 'done' | 'cancelled' }): null;

  /** Written before the print dialog opens; refused for confidential sessions. */
  startPrint(input: InSession): PrintJob;
  settlePrint(input: { printId: string; printed: boolean }): null;
}

/** What the desk tells its screens: the past tense, and only that something changed; a call's signals alone come whole. */
export interface DeskEvents {
  deskChanged: Record<string, never>;
  recordsChanged: { sessionId: string | null };
  lockApproached: { secondsLeft: number };
  deskLocked: { reason: 'inactivity' | 'clerk' };
  /** The line to the hub, or what the hub says: ask `readHub`. `connected` at once, for calls that hang on it. */
  hubChanged: { connected: boolean };
  /** A signalling message to this desk's side of a call. */
  hubSignal: { signal: Signal };
}

const nothing = z.strictObject({});
const uuid = z.uuid();
const inSession = z.strictObject({ sessionId: uuid });
const inRun = z.strictObject({ runId: uuid });
const draftForm = z.string().min(1).max(100);
const what = lineSchema({ min: 1, max: 200 });
const facts = z.record(idSchema, z.union([z.boolean(), z.string().max(60), z.number(), z.null()]));
const closing = z.strictObject({
  outcome: outcomeSchema,
  autonomy: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  useful: z.enum(['yes', 'unknown', 'no']),
  referral: referralSchema,
});

/** The table both ends are built from: who may call, and the strict shape of the one object that goes in. */
export const deskApi = {
  describeDesk: row('anyone', nothing),
  saveSetupDraft: row('anyone', setupDraftSchema),
  completeSetup: row('anyone', z.strictObject({ comune: comuneSchema, kind: deskKindSchema, supervisorName: displayNameSchema, passphrase: passphraseSchema })),
  confirmRecoveryCode: row('supervisor', nothing),
  renewRecoveryCode: row('supervisor', nothing),
  signIn: row('anyone', z.strictObject({ clerkId: uuid, passphrase: z.string().max(200) })),
  signOut: row('signed-in', nothing),
  noteActivity: row('signed-in', nothing),
  recoverAccess: row('anyone', z.strictObject({ clerkId: uuid, recoveryCode: z.string().max(100), newPassphrase: passphraseSchema })),
  restoreCopy: row('anyone', z.strictObject({ name: z.string().max(100), clerkId: uuid, passphrase: z.string().max(200) })),
  changePassphrase: row('signed-in', z.strictObject({ current: z.string().max(200), next: passphraseSchema })),
  listClerks: row('signed-in', nothing),
  addClerk: row('supervisor', z.strictObject({ displayName: displayNameSchema, role: clerkRoleSchema, passphrase: passphraseSchema })),
  disableClerk: row('supervisor', z.strictObject({ clerkId: uuid })),
  resetPassphrase: row('supervisor', z.strictObject({ clerkId: uuid, passphrase: passphraseSchema })),
  keepDraft: row('signed-in', z.strictObject({ form: draftForm, text: z.string().max(4000) })),
  readDraft: row('signed-in', z.strictObject({ form: draftForm })),
  readSettings: row('signed-in', nothing),
  saveSettings: row('supervisor', chosenSettingsSchema),
  verifyJournal: row('supervisor', nothing),
  readHome: row('signed-in', nothing),
  listProcedures: row('signed-in', nothing),
  listProcedureTroubles: row('supervisor', nothing),
  openSession: row('signed-in', z.strictObject({ privacy: privacySchema })),
  continueSession: row('signed-in', inSession),
  readSession: row('signed-in', inSession),
  searchSessions: row(
    'signed-in',
    z.strictObject({
      text: z.string().max(100).optional(),
      procedure: idSchema.optional(),
      clerkId: uuid.optional(),
      state: sessionStateSchema.optional(),
      outcome: outcomeSchema.optional(),
      from: localDateSchema.optional(),
      to: localDateSchema.optional(),
      cursor: uuid.optional(),
    }),
  ),
  listRecordedProcedures: row('signed-in', nothing),
  findResidents: row('signed-in', z.strictObject({ text: z.string().max(100) })),
  addPerson: row('signed-in', inSession.extend({ person: personInputSchema })),
  updatePerson: row('signed-in', inSession.extend({ personId: uuid, person: personInputSchema })),
  removePerson: row('signed-in', inSession.extend({ personId: uuid })),
  changePrivacy: row('signed-in', inSession.extend({ privacy: privacySchema })),
  discardSession: row('signed-in', inSession),
  suspendSession: row('signed-in', inSession),
  resumeSession: row('signed-in', inSession),
  closeSession: row('signed-in', inSession.extend({ closing, followUp: z.strictObject({ due: localDateSchema, what }).nullable() })),
  closeInterrupted: row('signed-in', inSession),
  reopenSession: row('signed-in', inSession),
  listInterrupted: row('signed-in', nothing),
  startRun: row('signed-in', inSession.extend({ procedure: idSchema })),
  readRun: row('signed-in', inRun),
  answerStep: row('signed-in', inRun.extend({ step: idSchema, facts, done: z.boolean(), next: idSchema })),
  showStep: row('signed-in', inRun.extend({ step: idSchema })),
  markDocument: row('signed-in', inRun.extend({ document: idSchema, subject: z.string().max(60), state: documentStateSchema.nullable() })),
  passBlock: row('signed-in', inRun.extend({ block: idSchema })),
  saveNote: row('signed-in', inRun.extend({ note: linesSchema(500) })),
  intendSubmission: row('signed-in', inRun.extend({ step: idSchema })),
  settleSubmission: row('signed-in', inRun.extend({ submissionId: uuid, sent: z.boolean() })),
  addNumber: row('signed-in', inRun.extend({ kind: numberKindSchema, value: lineSchema({ min: 1, max: 50 }) })),
  removeNumber: row('signed-in', inRun.extend({ numberId: uuid })),
  endRun: row('signed-in', inRun.extend({ outcome: outcomeSchema })),
  resumeRun: row('signed-in', inRun),
  listFollowUps: row('signed-in', z.strictObject({ until: localDateSchema })),
  addFollowUp: row('signed-in', inSession.extend({ due: localDateSchema, what })),
  settleFollowUp: row('signed-in', z.strictObject({ followUpId: uuid, state: z.enum(['done', 'cancelled']) })),
  startPrint: row('signed-in', inSession),
  settlePrint: row('signed-in', z.strictObject({ printId: uuid, printed: z.boolean() })),
  ...consultationApi,
} satisfies { readonly [Method in keyof DeskApi]: DeskRow<Parameters<DeskApi[Method]>[0]> };

/** What may cross a wire as an event; a screen believes nothing else. */
export const deskEvents = {
  deskChanged: nothing,
  recordsChanged: z.strictObject({ sessionId: uuid.nullable() }),
  lockApproached: z.strictObject({ secondsLeft: z.number() }),
  deskLocked: z.strictObject({ reason: z.enum(['inactivity', 'clerk']) }),
  hubChanged: z.strictObject({ connected: z.boolean() }),
  hubSignal: z.strictObject({ signal: signalSchema }),
} satisfies { readonly [Name in keyof DeskEvents]: z.ZodType<DeskEvents[Name]> };

export type DeskMethod = keyof DeskApi;
export type DeskInput<Method extends DeskMethod> = Parameters<DeskApi[Method]>[0];
export type DeskValue<Method extends DeskMethod> = ReturnType<DeskApi[Method]>;
