import { z } from 'zod';
import { mediumSchema } from './closed-lists.ts';
import type { Medium } from './closed-lists.ts';
import { checklistSchema, preparedQuestionSchema } from './prepared-question.ts';
import type { Checklist, PreparedQuestion } from './prepared-question.ts';
import { hubRow } from './hub-row.ts';
import type { HubTable } from './hub-row.ts';
import { relayPassSchema } from './hub-views.ts';
import type { RelayPass } from './hub-views.ts';
import { signalSchema } from './signal.ts';
import type { Signal } from './signal.ts';
import { inCall, inConsultation, guestInvitationRow, guestPartySchema, nothing, nothingBack } from './hub-shapes.ts';
import type { GuestInvitation, GuestParty, InCall, InConsultation, InviteGuest, Nothing } from './hub-shapes.ts';
import { sealingKeySchema } from './wrap-up.ts';

/** Everything a desk can ask of the hub. What comes of it arrives in the view, which is sent whole at each change. */
export interface DeskHubApi {
  /**
   * Puts a question in an office's queue. The id is the desk's: asked again with the same one (a reply that never arrived),
   * nothing happens twice. `sealingKey` closes the official's words for this desk alone.
   */
  ask(input: InConsultation & { officeId: string; question: PreparedQuestion; checklist: Checklist | null; sealingKey: string }): null;
  /** What the official sees of the running procedure, as it changes. */
  reportProgress(input: InConsultation & { checklist: Checklist }): null;
  /** Instead of waiting: the office calls back at an agreed time. */
  chooseCallBack(input: InConsultation & { callBackAt: string }): null;
  /** Back into the queue, at the place of the first asking: from a call-back, or when the official is gone. */
  queueAgain(input: InConsultation): null;
  withdraw(input: InConsultation): null;
  /** The desk takes a call-back that rings. */
  answerRing(input: InConsultation): null;
  /** How the call is held now, so that the official's page says the same. */
  reportMedium(input: InCall & { medium: Medium }): null;
  endConsultation(input: InConsultation): null;
  /** The official's words have been kept at the desk: the hub forgets them. */
  confirmWrapUp(input: InConsultation): null;
  sendSignal(input: Signal): null;
  /** Addresses and time-limited keys of the relays, for one call. */
  renewRelay(input: InCall): RelayPass;
  /** For the network passport, without a call: a key that lasts two minutes. */
  testRelay(input: Nothing): RelayPass;
  inviteGuest(input: InviteGuest): GuestInvitation;
  removeGuest(input: InCall & { party: GuestParty }): null;
}

export const deskHubApi = {
  ask: hubRow(inConsultation.extend({ officeId: z.string().max(60), question: preparedQuestionSchema, checklist: checklistSchema.nullable(), sealingKey: sealingKeySchema }), nothingBack),
  reportProgress: hubRow(inConsultation.extend({ checklist: checklistSchema }), nothingBack),
  chooseCallBack: hubRow(inConsultation.extend({ callBackAt: z.iso.datetime() }), nothingBack),
  queueAgain: hubRow(inConsultation, nothingBack),
  withdraw: hubRow(inConsultation, nothingBack),
  answerRing: hubRow(inConsultation, nothingBack),
  reportMedium: hubRow(inCall.extend({ medium: mediumSchema }), nothingBack),
  endConsultation: hubRow(inConsultation, nothingBack),
  confirmWrapUp: hubRow(inConsultation, nothingBack),
  sendSignal: hubRow(signalSchema, nothingBack),
  renewRelay: hubRow(inCall, relayPassSchema),
  testRelay: hubRow(nothing, relayPassSchema),
  inviteGuest: guestInvitationRow,
  removeGuest: hubRow(inCall.extend({ party: guestPartySchema }), nothingBack),
} satisfies HubTable<DeskHubApi>;
