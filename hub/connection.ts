import type { WebSocket } from 'ws';
import type { Dismissal, FromHubFrame } from '../shared/hub/hub-frames.ts';
import type { GuestRole } from '../shared/hub/closed-lists.ts';
import type { GuestParty } from '../shared/hub/hub-shapes.ts';
import { TokenBucket } from './token-bucket.ts';

/** Who a connection was found to be. */
export type HubParty =
  | { readonly kind: 'desk'; readonly deskId: string; readonly name: string }
  | { readonly kind: 'official'; readonly officialId: string; readonly officeId: string; readonly session: string; readonly until: string }
  | { readonly kind: 'guest'; readonly callId: string; readonly party: GuestParty; readonly role: GuestRole };

/** One name a party; of two connections with the same one the later counts. */
export type PartyKey = `desk ${string}` | `official ${string}` | `guest ${string} ${GuestParty}`;

export function keyOf(party: HubParty): PartyKey {
  switch (party.kind) {
    case 'desk':
      return `desk ${party.deskId}`;
    case 'official':
      return `official ${party.officialId}`;
    case 'guest':
      return `guest ${party.callId} ${party.party}`;
  }
}

/** Frames of a connection: a call setting up sends some sixty signals in its first seconds. */
const frameRate = { burst: 300, perSecond: 50 } as const;
const byteRate = { burst: 2 * 1024 * 1024, perSecond: 256 * 1024 } as const;
/** Whoever keeps sending after being refused so often is cut off. */
const refusedAtMost = 200;
/** A party that takes nothing in for so long that this much waits for it is gone. */
const longestBacklog = 4 * 1024 * 1024;
/** RFC 6455: 1008 is policy violation, 1001 going away. */
const closeCode = { dismissed: 1008, goingAway: 1001 } as const;

/** One socket whose other end is known. */
export class Connection {
  readonly key: PartyKey;
  readonly party: HubParty;
  /** Which load of a page opened it, where it said so: a page on a bad line opens several and uses one. */
  readonly page: string | undefined;
  /** When the other end was last heard, in elapsed milliseconds: presence is a lease, renewed by any frame. */
  heardAt: number;
  /** The view as last sent; the same one is not sent twice. */
  lastView = '';
  readonly #socket: WebSocket;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  #refused = 0;
  #isOver = false;

  constructor(socket: WebSocket, party: HubParty, now: number, page?: string) {
    this.#socket = socket;
    this.party = party;
    this.page = page;
    this.key = keyOf(party);
    this.heardAt = now;
    this.#frames = new TokenBucket(frameRate, now);
    this.#bytes = new TokenBucket(byteRate, now);
  }

  /** Dismissed: whatever still comes in is not for the hub any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether a frame of so many bytes is within this connection's rate; `undefined`: it has long gone too far. */
  admits(now: number, bytes: number): boolean | undefined {
    if (this.#frames.take(now) && this.#bytes.take(now, bytes)) return true;
    this.#refused += 1;
    return this.#refused > refusedAtMost ? undefined : false;
  }

  send(frame: FromHubFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  /** A frame already written out. */
  sendText(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > longestBacklog) return this.terminate();
    this.#socket.send(text);
  }

  /** A view as JSON, unless it is the one the other end has. */
  sendView(json: string): void {
    if (json === this.lastView) return;
    this.lastView = json;
    this.sendText(`{"type":"view","view":${json}}`);
  }

  /** Ends the connection for good, with the reason. */
  dismiss(reason: Dismissal): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.send({ type: 'dismissed', reason });
    this.#socket.close(closeCode.dismissed, reason);
  }

  /** Ends the connection for now. */
  leave(): void {
    this.#socket.close(closeCode.goingAway);
  }

  terminate(): void {
    this.#socket.terminate();
  }
}
