import { hubAnswer, hubRefuse } from '../shared/hub/hub-refusal.ts';
import type { HubAnswer } from '../shared/hub/hub-refusal.ts';
import type { ConsultationEvent } from '../shared/hub/consultation.ts';
import type { DeskHubApi } from '../shared/hub/desk-hub-api.ts';
import { randomUUID } from 'node:crypto';
import { forwardSignal, inviteGuest, removeGuest, renewRelay } from './call-methods.ts';
import { consultationMoved, now } from './hub-context.ts';
import type { HubCall, HubMethods } from './methods.ts';
import { passLasts, relayPass } from './relay-pass.ts';
import type { StoredConsultation } from './store/hub-store.ts';

/** A desk has several clerks, each with one resident. */
const unfinishedAtMost = 5;
/** A call-back may be promised so far ahead, in days. */
const callBackWithin = 30;

export const deskMethods: HubMethods<'desk', DeskHubApi> = {
  ask,
  reportProgress,
  chooseCallBack: async (call) => (isSoon(call) ? move(call, { type: 'promise', callBackAt: call.input.callBackAt }, 'promised') : hubRefuse('not-possible-now')),
  queueAgain: (call) => move(call, { type: 'queueAgain' }, 'waiting'),
  withdraw: (call) => move(call, { type: 'withdraw' }, 'ended'),
  answerRing: (call) => move(call, { type: 'answer', callId: randomUUID() }, 'active'),
  endConsultation,
  reportMedium,
  confirmWrapUp,
  sendSignal: forwardSignal,
  renewRelay,
  testRelay: ({ hub, party }) => (hub.relay === undefined ? hubRefuse('no-relay') : hubAnswer(relayPass(hub.relay, party.deskId, passLasts.test, hub.time.clock))),
  inviteGuest,
  removeGuest,
};

type Of<Method extends keyof DeskHubApi> = HubCall<'desk', Parameters<DeskHubApi[Method]>[0]>;

async function ask({ hub, party, input }: Of<'ask'>): Promise<HubAnswer<null>> {
  const { consultationId: id, officeId, question, checklist, sealingKey } = input;
  const office = (await hub.store.offices()).find((one) => one.id === officeId);
  if (office === undefined) return hubRefuse('no-such-office');
  if (!office.topics.includes(question.topic)) return hubRefuse('no-office-covers');
  const asked = await hub.store.ask({ id, deskId: party.deskId, officeId, question, checklist, sealingKey, at: now(hub), most: unfinishedAtMost });
  if (asked === 'full') return hubRefuse('already-asking');
  if (asked === 'foreign') return hubRefuse('not-possible-now');
  const consultation = asked === 'asked' ? await hub.store.consultation(id) : undefined;
  if (consultation !== undefined) consultationMoved(hub, consultation);
  return hubAnswer(null);
}

async function reportProgress({ hub, party, input }: Of<'reportProgress'>): Promise<HubAnswer<null>> {
  const { consultationId: id, checklist } = input;
  if (!(await hub.store.reportProgress({ id, deskId: party.deskId, checklist }))) return hubRefuse('no-such-consultation');
  const shown = hub.board.get(id);
  if (shown?.officialId !== undefined && shown.officialId !== null) hub.views.touchOfficial(shown.officialId);
  else if (shown !== undefined) hub.views.touchOffice(shown.officeId);
  return hubAnswer(null);
}

/** On the hub's clock: the desk's may be wrong by a day. */
function isSoon({ hub, input }: Of<'chooseCallBack'>): boolean {
  const ahead = Date.parse(input.callBackAt) - hub.time.clock().epochMilliseconds;
  return ahead >= 0 && ahead <= callBackWithin * 24 * 3_600_000;
}

/** An official who was away for so long, in milliseconds, did not end the conversation together with the desk. */
const officialGoneAfter = 90_000;

function endConsultation(call: Of<'endConsultation'>): Promise<HubAnswer<null>> {
  const official = call.hub.board.get(call.input.consultationId)?.officialId;
  const gone = official !== null && official !== undefined && call.hub.presence.absentFor(`official ${official}`) > officialGoneAfter;
  return move(call, { type: 'end', reason: gone ? 'official-gone' : 'done' }, 'ended');
}

async function reportMedium({ hub, party, input }: Of<'reportMedium'>): Promise<HubAnswer<null>> {
  if (!(await hub.store.reportMedium({ ...input, deskId: party.deskId }))) return hubRefuse('no-such-call');
  const call = hub.board.call(input.callId);
  if (call !== undefined) hub.views.touchCall(call);
  return hubAnswer(null);
}

async function confirmWrapUp({ hub, party, input }: Of<'confirmWrapUp'>): Promise<HubAnswer<null>> {
  const confirmed = await hub.store.confirmWrapUp({ id: input.consultationId, deskId: party.deskId, at: now(hub) });
  if (confirmed) hub.views.touchDesk(party.deskId);
  return confirmed ? hubAnswer(null) : refusalFor(await hub.store.consultation(input.consultationId), party.deskId);
}

/**
 * Moves a consultation of this desk. Asked again when it already is where it was to go (the reply was lost), nothing is wrong.
 */
async function move({ hub, party, input }: HubCall<'desk', { consultationId: string }>, event: ConsultationEvent, goal: StoredConsultation['state']['at']): Promise<HubAnswer<null>> {
  const moved = await hub.store.step({ id: input.consultationId, event, by: { kind: 'desk', deskId: party.deskId }, at: now(hub) });
  if (moved !== undefined) {
    consultationMoved(hub, moved);
    return hubAnswer(null);
  }
  const stands = await hub.store.consultation(input.consultationId);
  return stands?.deskId === party.deskId && stands.state.at === goal ? hubAnswer(null) : refusalFor(stands, party.deskId);
}

const refusalFor = (stands: StoredConsultation | undefined, deskId: string): HubAnswer<never> => hubRefuse(stands?.deskId === deskId ? 'not-possible-now' : 'no-such-consultation');
