import { z } from 'zod';
import { declineReasonSchema, spokenLanguageSchema, topicSchema } from './closed-lists.ts';
import type { DeclineReason, SpokenLanguage, Topic } from './closed-lists.ts';
import { hubRow } from './hub-row.ts';
import type { HubTable } from './hub-row.ts';
import { guestInvitationRow, guestPartySchema, inCall, inConsultation, nothing, nothingBack } from './hub-shapes.ts';
import type { GuestInvitation, GuestParty, InCall, InConsultation, InviteGuest, Nothing } from './hub-shapes.ts';
import { relayPassSchema } from './hub-views.ts';
import type { RelayPass } from './hub-views.ts';
import { signalSchema } from './signal.ts';
import type { Signal } from './signal.ts';
import { sealedWrapUpSchema } from './wrap-up.ts';
import type { SealedWrapUp } from './wrap-up.ts';

/** Everything an official's page can ask of the hub. */
export interface OfficialHubApi {
  setAvailability(input: { available: boolean; topics: readonly Topic[]; languages: readonly SpokenLanguage[] }): null;
  /** Of two officials one gets it; the other is refused with `already-claimed`. */
  claim(input: InConsultation): null;
  putBack(input: InConsultation): null;
  transfer(input: InConsultation & { officeId: string }): null;
  decline(input: InConsultation & { reason: DeclineReason }): null;
  /** Calls a desk back as promised; the desk has to answer. */
  ring(input: InConsultation): null;
  stopRinging(input: InConsultation): null;
  endConsultation(input: InConsultation): null;
  /** The result, its words sealed for the desk; may be sent again until the desk has kept it. */
  wrapUp(input: InConsultation & { wrapUp: SealedWrapUp }): null;
  sendSignal(input: Signal): null;
  renewRelay(input: InCall): RelayPass;
  inviteGuest(input: InviteGuest): GuestInvitation;
  /** Somebody who came in goes, or an invitation nobody has used yet is taken back. */
  removeGuest(input: InCall & { party: GuestParty }): null;
  /** Ends this page's session: the cookie opens nothing afterwards. */
  leave(input: Nothing): null;
}

export const officialHubApi = {
  setAvailability: hubRow(z.strictObject({ available: z.boolean(), topics: z.array(topicSchema).max(20).readonly(), languages: z.array(spokenLanguageSchema).max(20).readonly() }), nothingBack),
  claim: hubRow(inConsultation, nothingBack),
  putBack: hubRow(inConsultation, nothingBack),
  transfer: hubRow(inConsultation.extend({ officeId: z.string().max(60) }), nothingBack),
  decline: hubRow(inConsultation.extend({ reason: declineReasonSchema }), nothingBack),
  ring: hubRow(inConsultation, nothingBack),
  stopRinging: hubRow(inConsultation, nothingBack),
  endConsultation: hubRow(inConsultation, nothingBack),
  wrapUp: hubRow(inConsultation.extend({ wrapUp: sealedWrapUpSchema }), nothingBack),
  sendSignal: hubRow(signalSchema, nothingBack),
  renewRelay: hubRow(inCall, relayPassSchema),
  inviteGuest: guestInvitationRow,
  removeGuest: hubRow(inCall.extend({ party: guestPartySchema }), nothingBack),
  leave: hubRow(nothing, nothingBack),
} satisfies HubTable<OfficialHubApi>;

/** What a guest's page can ask: nothing but to take part in its one call. */
export interface GuestHubApi {
  sendSignal(input: Signal): null;
  renewRelay(input: InCall): RelayPass;
  leave(input: Nothing): null;
}

export const guestHubApi = {
  sendSignal: hubRow(signalSchema, nothingBack),
  renewRelay: hubRow(inCall, relayPassSchema),
  leave: hubRow(nothing, nothingBack),
} satisfies HubTable<GuestHubApi>;
