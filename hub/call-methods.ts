import { hubAnswer, hubRefuse } from '../shared/hub/hub-refusal.ts';
import type { HubAnswer } from '../shared/hub/hub-refusal.ts';
import type { GuestInvitation, GuestParty, InCall, InviteGuest } from '../shared/hub/hub-shapes.ts';
import { hubPaths } from '../shared/hub/hub-paths.ts';
import type { RelayPass } from '../shared/hub/hub-views.ts';
import type { Party, Signal } from '../shared/hub/signal.ts';
import { keyInCall, partiesOf } from './board.ts';
import type { LiveCall } from './board.ts';
import type { HubParty } from './connection.ts';
import { now, secondsFromNow } from './hub-context.ts';
import type { HubContext } from './hub-context.ts';
import type { HubCall } from './methods.ts';
import { passLasts, relayPass } from './relay-pass.ts';
import { hashOf, newToken } from './secrets.ts';
import type { Actor } from './store/hub-store.ts';

type Anybody<Input> = HubCall<HubParty['kind'], Input>;

/** A guest's link opens for a quarter of an hour. */
const guestLinkSeconds = 15 * 60;

/** Which party of a call somebody is; `undefined` when none. */
export function partyIn(call: LiveCall, party: HubParty): Party | undefined {
  if (party.kind === 'desk') return call.deskId === party.deskId ? 'desk' : undefined;
  if (party.kind === 'official') return call.officialId === party.officialId ? 'official' : undefined;
  return call.callId === party.callId && call.guests.get(party.party)?.entered === true ? party.party : undefined;
}

/**
 * Passes a signal to the party it is for, if that one is connected; it is not kept. Whoever was away asks for it again when
 * they are back (see signal-order.ts). Nobody speaks in another's name, nor to somebody who is not in the call.
 */
export function forwardSignal({ hub, party, input }: Anybody<Signal>): HubAnswer<null> {
  const call = hub.board.call(input.callId);
  if (call === undefined || partyIn(call, party) !== input.from) return hubRefuse('no-such-call');
  if (input.to === input.from || !partiesOf(call).includes(input.to)) return hubRefuse('no-such-call');
  hub.presence.connection(keyInCall(call, input.to))?.send({ type: 'signal', signal: input });
  return hubAnswer(null);
}

/** A pass for the relays, for as long as a call needs before it renews it. */
export function renewRelay({ hub, party, input }: Anybody<InCall>): HubAnswer<RelayPass> {
  const call = hub.board.call(input.callId);
  if (call === undefined || partyIn(call, party) === undefined) return hubRefuse('no-such-call');
  return hub.relay === undefined ? hubRefuse('no-relay') : hubAnswer(relayPass(hub.relay, `${call.callId}-${partyIn(call, party)}`, passLasts.call, hub.time.clock));
}

const actorOf = (party: Exclude<HubParty, { kind: 'guest' }>): Actor => (party.kind === 'desk' ? { kind: 'desk', deskId: party.deskId } : { kind: 'official', officialId: party.officialId });

/** A one-time link for a third person. */
export async function inviteGuest({ hub, party, input }: HubCall<'desk' | 'official', InviteGuest>): Promise<HubAnswer<GuestInvitation>> {
  const token = newToken();
  const until = secondsFromNow(hub, guestLinkSeconds);
  const place = await hub.store.inviteGuest({ ...input, by: actorOf(party), hash: hashOf(token), at: now(hub), expiresAt: until });
  if (place === 'no-such-call' || place === 'call-full') return hubRefuse(place);
  await readGuests(hub, input.callId);
  return hubAnswer({ party: place, link: `${hub.addresses[0]}${hubPaths.guestDoor}?t=${token}`, until });
}

export async function removeGuest({ hub, party, input }: HubCall<'desk' | 'official', InCall & { party: GuestParty }>): Promise<HubAnswer<null>> {
  const removed = await hub.store.removeGuest({ ...input, by: actorOf(party) });
  if (!removed) return hubRefuse('no-such-call');
  await guestIsGone(hub, input.callId, input.party, 'removed');
  return hubAnswer(null);
}

/** A guest leaves or was sent away: their page is told, and the others see it. */
export async function guestIsGone(hub: HubContext, callId: string, party: GuestParty, why: 'session-expired' | 'removed'): Promise<void> {
  await readGuests(hub, callId);
  hub.presence.connection(`guest ${callId} ${party}`)?.dismiss(why);
}

/** Reads anew who was let into a call. */
export async function readGuests({ store, board, views }: HubContext, callId: string): Promise<void> {
  const guests = await store.guestsOf(callId);
  const call = board.call(callId);
  if (call === undefined) return;
  call.guests.clear();
  for (const guest of guests) call.guests.set(guest.party, guest);
  views.touchCall(call);
}

/** Invitations nobody used in time are no longer shown: their place may be given to somebody else. */
export function forgetRunOut(hub: HubContext): void {
  const at = now(hub);
  for (const call of hub.board.calls()) {
    const runOut = [...call.guests.values()].filter(({ entered, expiresAt }) => !entered && expiresAt <= at);
    for (const { party } of runOut) call.guests.delete(party);
    if (runOut.length > 0) hub.views.touchCall(call);
  }
}
