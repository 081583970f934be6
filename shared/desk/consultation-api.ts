import { z } from 'zod';
import { legEndReasons } from '../call/leg-reasons.ts';
import type { LegEndReason } from '../call/leg-reasons.ts';
import { mediumSchema } from '../hub/closed-lists.ts';
import type { Medium } from '../hub/closed-lists.ts';
import { guestPartySchema, inCall, inConsultation, inviteGuest } from '../hub/hub-shapes.ts';
import type { GuestInvitation, GuestParty, InCall, InConsultation, InviteGuest } from '../hub/hub-shapes.ts';
import type { RelayPass } from '../hub/hub-views.ts';
import { questionDraftSchema } from '../hub/prepared-question.ts';
import type { QuestionDraft } from '../hub/prepared-question.ts';
import { signalSchema } from '../hub/signal.ts';
import type { Signal } from '../hub/signal.ts';
import { callNoteSchema, legSummarySchema } from '../session/consultation-view.ts';
import type { CallNote, ConsultationRecord, LegRecord, LegSummary } from '../session/consultation-view.ts';
import { passportResultSchema } from '../session/network-passport.ts';
import type { NetworkPassport, PassportResult } from '../session/network-passport.ts';
import { row } from './desk-row.ts';
import type { DeskRow } from './desk-row.ts';
import type { HubLinkView } from './hub-link-view.ts';

type Nothing = Record<string, never>;

/** What a screen can ask about the hub, consultations and calls. The desk holds the line to the hub; a page comes and goes. */
export interface ConsultationApi {
  /** The line to the hub and what the hub said last; ask again at `hubChanged`. */
  readHub(input: Nothing): HubLinkView;
  /** Makes this desk known at a hub with a one-time code: its address becomes the desk's, and the desk's key is made here. */
  enrolDesk(input: { address: string; code: string }): HubLinkView;
  /** Leaves the hub: address and key are gone. */
  forgetHub(input: Nothing): HubLinkView;

  /**
   * Asks an office in the name of a session; recorded before it is sent. With `runId` the official sees that run's checklist,
   * kept up to date by the desk. What comes of it is in `readHub` and in the session's `consultations`.
   */
  askOfficial(input: { sessionId: string; runId: string | null; officeId: string; question: QuestionDraft }): ConsultationRecord;
  /** Instead of waiting: the office calls back at that time. */
  chooseCallBack(input: InConsultation & { callBackAt: string }): null;
  /** Back into the queue, at the old place. */
  queueAgain(input: InConsultation): null;
  withdrawConsultation(input: InConsultation): null;
  /** Takes a call-back that rings. */
  answerRing(input: InConsultation): null;
  endConsultation(input: InConsultation): null;
  readConsultation(input: InConsultation): ConsultationRecord;

  /** One signalling message to another party of a call; the others' arrive as `hubSignal`. */
  sendSignal(input: Signal): null;
  /** Relays for a call. */
  renewRelay(input: InCall): RelayPass;
  /** Relays for the network passport, without a call. */
  testRelay(input: Nothing): RelayPass;
  inviteGuest(input: InviteGuest): GuestInvitation;
  removeGuest(input: InCall & { party: GuestParty }): null;

  /** A stretch by one medium begins; one left open by a page that is gone ends as `page-closed`. The official's page is told. */
  openLeg(input: InConsultation & { medium: Medium }): LegRecord;
  /** It ended; closing it again changes nothing. */
  closeLeg(input: { legId: string; reason: LegEndReason; summary: LegSummary | null }): null;
  /** Consents, the comparing of the short code, papers seen, guests. */
  noteCall(input: InConsultation & { note: CallNote }): ConsultationRecord;

  /** Keeps today's network passport in place of the one of the same day of the week. */
  savePassport(input: { results: readonly PassportResult[] }): NetworkPassport;
  /** One for each day of the week that was ever tried, Monday first. */
  listPassports(input: Nothing): readonly NetworkPassport[];
}

const nothing = z.strictObject({});
const uuid = z.uuid();

export const consultationApi = {
  readHub: row('signed-in', nothing),
  enrolDesk: row('supervisor', z.strictObject({ address: z.string().trim().min(1).max(300), code: z.string().trim().min(1).max(60) })),
  forgetHub: row('supervisor', nothing),
  askOfficial: row('signed-in', z.strictObject({ sessionId: uuid, runId: uuid.nullable(), officeId: z.string().min(1).max(60), question: questionDraftSchema })),
  chooseCallBack: row('signed-in', inConsultation.extend({ callBackAt: z.iso.datetime() })),
  queueAgain: row('signed-in', inConsultation),
  withdrawConsultation: row('signed-in', inConsultation),
  answerRing: row('signed-in', inConsultation),
  endConsultation: row('signed-in', inConsultation),
  readConsultation: row('signed-in', inConsultation),
  sendSignal: row('signed-in', signalSchema),
  renewRelay: row('signed-in', inCall),
  testRelay: row('signed-in', nothing),
  inviteGuest: row('signed-in', inviteGuest),
  removeGuest: row('signed-in', inCall.extend({ party: guestPartySchema })),
  openLeg: row('signed-in', inConsultation.extend({ medium: mediumSchema })),
  closeLeg: row('signed-in', z.strictObject({ legId: uuid, reason: z.enum(legEndReasons), summary: legSummarySchema.nullable() })),
  noteCall: row('signed-in', inConsultation.extend({ note: callNoteSchema })),
  savePassport: row('signed-in', z.strictObject({ results: z.array(passportResultSchema).min(1).max(30).readonly() })),
  listPassports: row('signed-in', nothing),
} satisfies { readonly [Method in keyof ConsultationApi]: DeskRow<Parameters<ConsultationApi[Method]>[0]> };
