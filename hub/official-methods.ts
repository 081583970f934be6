import { randomUUID } from 'node:crypto';
import type { ConsultationEvent } from '../shared/hub/consultation.ts';
import { hubAnswer, hubRefuse } from '../shared/hub/hub-refusal.ts';
import type { HubAnswer, HubRefusalCode } from '../shared/hub/hub-refusal.ts';
import type { OfficialHubApi } from '../shared/hub/official-hub-api.ts';
import { forwardSignal, inviteGuest, removeGuest, renewRelay } from './call-methods.ts';
import { consultationMoved, now } from './hub-context.ts';
import type { HubCall, HubMethods } from './methods.ts';
import type { StoredConsultation } from './store/hub-store.ts';

export const officialMethods: HubMethods<'official', OfficialHubApi> = {
  setAvailability,
  claim: (call) => move(call, { type: 'claim', officialId: call.party.officialId, callId: randomUUID() }),
  putBack: (call) => move(call, { type: 'putBack', officialId: call.party.officialId }),
  transfer,
  decline: (call) => move(call, { type: 'decline', officialId: call.party.officialId, reason: call.input.reason }),
  ring: (call) => move(call, { type: 'ring', officialId: call.party.officialId }),
  stopRinging: (call) => move(call, { type: 'stopRinging' }),
  endConsultation,
  wrapUp: (call) => move(call, { type: 'wrapUp', officialId: call.party.officialId, sealed: call.input.wrapUp }),
  sendSignal: forwardSignal,
  renewRelay,
  inviteGuest,
  removeGuest,
  leave,
};

type Of<Method extends keyof OfficialHubApi> = HubCall<'official', Parameters<OfficialHubApi[Method]>[0]>;

async function setAvailability({ hub, party, input }: Of<'setAvailability'>): Promise<HubAnswer<null>> {
  await hub.store.setAvailability({ officialId: party.officialId, ...input });
  hub.views.touchOfficial(party.officialId);
  hub.views.touchOffice(party.officeId);
  return hubAnswer(null);
}

async function transfer(call: Of<'transfer'>): Promise<HubAnswer<null>> {
  const { hub, party, input } = call;
  const offices = await hub.store.offices();
  const consultation = await hub.store.consultation(input.consultationId);
  const to = offices.find(({ id }) => id === input.officeId);
  if (to === undefined) return hubRefuse('no-such-office');
  if (consultation !== undefined && !to.topics.includes(consultation.question.topic)) return hubRefuse('no-office-covers');
  return move(call, { type: 'transfer', officialId: party.officialId, officeId: to.id });
}

/** A desk that was away for so long, in milliseconds, did not end the conversation together with the official. */
const deskGoneAfter = 90_000;

function endConsultation(call: Of<'endConsultation'>): Promise<HubAnswer<null>> {
  const { hub, party, input } = call;
  const deskId = hub.board.get(input.consultationId)?.deskId;
  const gone = deskId !== undefined && hub.presence.absentFor(`desk ${deskId}`) > deskGoneAfter;
  return move(call, { type: 'end', reason: gone ? 'desk-gone' : 'done', officialId: party.officialId });
}

async function leave({ hub, party, connection }: Of<'leave'>): Promise<HubAnswer<null>> {
  await hub.store.endSession({ hash: party.session, at: now(hub) });
  // After the answer has gone out.
  setImmediate(() => connection.dismiss('session-expired'));
  return hubAnswer(null);
}

async function move({ hub, party, input }: HubCall<'official', { consultationId: string }>, event: ConsultationEvent): Promise<HubAnswer<null>> {
  const moved = await hub.store.step({ id: input.consultationId, event, by: { kind: 'official', officialId: party.officialId }, at: now(hub) });
  if (moved === undefined) return hubRefuse(await whyNot(hub, party, input.consultationId, event));
  consultationMoved(hub, moved);
  return hubAnswer(null);
}

/** Looked up after the refusal: by then it may read otherwise, which changes a sentence and no more. */
async function whyNot({ store }: HubCall<'official', null>['hub'], { officialId, officeId }: HubCall<'official', null>['party'], id: string, event: ConsultationEvent): Promise<HubRefusalCode> {
  const stands = await store.consultation(id);
  if (stands === undefined) return 'no-such-consultation';
  if (event.type !== 'claim' && event.type !== 'ring') return mayKnow(stands, officialId, officeId) ? 'not-possible-now' : 'no-such-consultation';
  const { state } = stands;
  if (state.at === 'active' || state.at === 'ringing') return 'already-claimed';
  if (state.at === 'ended') return 'not-possible-now';
  return stands.officeId === officeId ? 'already-in-call' : 'no-such-consultation';
}

const mayKnow = ({ state, officeId: at }: StoredConsultation, officialId: string, officeId: string): boolean => at === officeId || ('officialId' in state && state.officialId === officialId);
