import type { RawData, WebSocket } from 'ws';
import { Connection } from './connection.ts';
import type { HubParty } from './connection.ts';
import { isProven, newNonce } from './desk-proof.ts';
import { HubGate, readFrame } from './hub-gate.ts';
import type { HubContext } from './hub-context.ts';
import { presenceChanged } from './presence-changed.ts';
import type { Dismissal, FromHubFrame, ToHubFrame } from '../shared/hub/hub-frames.ts';

/** A desk that has not proven itself after so many milliseconds is none, nor does a page use a socket it says nothing over. */
const proveWithin = 10_000;

type Prove = Extract<ToHubFrame, { type: 'prove' }>;

/**
 * Lets a party in that is known: its frames go to the gate, its view goes out. Of several sockets of one page only the one it
 * speaks over is taken: the others may have been given up before they got here.
 * @param page which load of a page this is, as it said itself
 */
export function letIn(hub: HubContext, socket: WebSocket, party: HubParty, page?: string): void {
  const connection = new Connection(socket, party, hub.time.elapsed(), page);
  const gate = new HubGate(hub, connection);
  if (hub.presence.isOfSamePage(connection)) onceItSpeaks(socket, () => enter(hub, connection));
  else enter(hub, connection);
  socket.on('message', (data, isBinary) => (isBinary ? connection.dismiss('not-understood') : gate.take(String(data))));
  socket.on('close', () => {
    if (!hub.presence.leave(connection)) return;
    hub.log('left', { who: party.kind });
    presenceChanged(hub, party);
  });
}

function onceItSpeaks(socket: WebSocket, then: () => void): void {
  const tooLate = setTimeout(() => socket.terminate(), proveWithin);
  tooLate.unref();
  socket.on('close', () => clearTimeout(tooLate));
  socket.once('message', () => {
    clearTimeout(tooLate);
    then();
  });
}

function enter(hub: HubContext, connection: Connection): void {
  const { party } = connection;
  hub.presence.enter(connection);
  hub.log('entered', { who: party.kind });
  presenceChanged(hub, party);
  hub.views.enter(connection).catch(() => {
    hub.log('view-failed', { who: party.kind });
    connection.terminate();
  });
}

/** Asks whoever opened a desk's socket to prove which desk it is, and lets it in. */
export function meetDesk(hub: HubContext, socket: WebSocket): void {
  const nonce = newNonce();
  const tooLate = setTimeout(() => socket.terminate(), proveWithin);
  tooLate.unref();
  socket.on('close', () => clearTimeout(tooLate));
  socket.once('message', (data: RawData, isBinary) => {
    clearTimeout(tooLate);
    const frame = isBinary ? undefined : readFrame(String(data));
    if (frame?.type !== 'prove') return turnAway(hub, socket, 'not-understood');
    return void admitDesk(hub, socket, frame, nonce);
  });
  socket.send(JSON.stringify({ type: 'challenge', nonce } satisfies FromHubFrame));
}

async function admitDesk(hub: HubContext, socket: WebSocket, proof: Prove, nonce: string): Promise<void> {
  try {
    const desk = await hub.store.desk(proof.deskId);
    if (desk === undefined || !isProven({ publicKey: desk.publicKey, deskId: desk.id, nonce, signature: proof.signature }, hub.addresses)) return turnAway(hub, socket, 'not-enrolled');
    if (desk.revoked) return turnAway(hub, socket, 'desk-revoked');
    if (desk.phone !== proof.phone) await hub.store.setDeskPhone({ id: desk.id, phone: proof.phone });
    if (socket.readyState === socket.OPEN) letIn(hub, socket, { kind: 'desk', deskId: desk.id, name: desk.name });
  } catch (error) {
    hub.log('crashed', { method: 'prove', error: error instanceof Error ? error.name : 'unknown' });
    socket.terminate();
  }
}

/** Ends a socket of somebody who is not let in, with the reason. */
export function turnAway(hub: HubContext, socket: WebSocket, reason: Dismissal): void {
  hub.log('turned-away', { reason });
  socket.send(JSON.stringify({ type: 'dismissed', reason } satisfies FromHubFrame));
  socket.close(1008, reason);
}
