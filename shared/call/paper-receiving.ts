import { isPaperMime } from './paper-kind.ts';
import { largestChunk, largestPaper } from './paper-frames.ts';
import type { PaperChunk, PaperFrame, PaperOffer, PaperRefusal } from './paper-frames.ts';

/**
 * One paper on its way in. The bytes stay in memory and are dropped with everything but `complete`.
 *
 *     receiving ─last byte▶ checking ─▶ complete      receiving, checking ─▶ refused
 *     receiving, checking, complete ── cancel ──▶ cancelled
 */
export interface PaperReceiving {
  readonly offer: PaperOffer;
  readonly at: 'receiving' | 'checking' | 'complete' | 'refused' | 'cancelled';
  readonly parts: readonly Uint8Array[];
  /** So many bytes are here, without gaps. */
  readonly received: number;
  readonly acknowledged: number;
  /** A piece did not join on, and the right one was asked for. */
  readonly asked: boolean;
  readonly seen: boolean;
  readonly refusal: PaperRefusal | null;
}

export type ReceivingEvent =
  /** There is a channel again. */
  | { readonly type: 'connected' }
  /** The same paper is announced again after a break. */
  | { readonly type: 'offer'; readonly offer: PaperOffer }
  | { readonly type: 'chunk'; readonly chunk: PaperChunk }
  /** The answer to `check`: the hash of all bytes, and whether they are what they claim to be. */
  | { readonly type: 'checked'; readonly sha256: string; readonly problem: PaperRefusal | null }
  | { readonly type: 'shown' }
  | { readonly type: 'cancel' }
  | { readonly type: 'cancelledThere' };

export interface ReceivingStep {
  readonly state: PaperReceiving;
  readonly frames: readonly PaperFrame[];
  /** All bytes are here: hash them, look what they are, and answer with `checked`. */
  readonly check: boolean;
}

/** What a side is ready to take when a paper is offered. */
export interface Readiness {
  readonly consent: boolean;
  /** Bytes of papers it may still keep in memory. */
  readonly room: number;
}

/** The first answer to an offer: from its first byte, or a refusal. */
export function startReceiving(offer: PaperOffer, ready: Readiness): ReceivingStep {
  const state: PaperReceiving = { offer, at: 'receiving', parts: [], received: 0, acknowledged: 0, asked: false, seen: false, refusal: null };
  const reason = refusalOf(offer, ready);
  return reason === undefined ? say(state, { type: 'accept', paperId: offer.paperId, from: 0 }) : refused(state, reason);
}

function refusalOf(offer: PaperOffer, { consent, room }: Readiness): PaperRefusal | undefined {
  if (!consent) return 'no-consent';
  if (!isPaperMime(offer.mime)) return 'wrong-type';
  if (offer.bytes > largestPaper) return 'too-large';
  return offer.bytes > room ? 'no-room' : undefined;
}

/** What becomes of a paper on its way in, and what to say of it. Pure; what comes late changes nothing. */
export function nextReceiving(state: PaperReceiving, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'connected':
      return state.seen ? say(state, { type: 'seen', paperId: state.offer.paperId }) : quiet(state);
    case 'offer':
      return offeredAgain(state, event.offer);
    case 'chunk':
      return state.at === 'receiving' && event.chunk.paperId === state.offer.paperId ? withChunk(state, event.chunk) : quiet(state);
    case 'checked':
      return state.at === 'checking' ? checked(state, event.sha256, event.problem) : quiet(state);
    case 'shown':
      return state.at === 'complete' && !state.seen ? say({ ...state, seen: true }, { type: 'seen', paperId: state.offer.paperId }) : quiet(state);
    case 'cancel':
      return isKept(state) ? say(dropped(state, 'cancelled'), { type: 'cancel', paperId: state.offer.paperId }) : quiet(state);
    case 'cancelledThere':
      return quiet(isKept(state) ? dropped(state, 'cancelled') : state);
  }
}

/** The bytes of a complete paper, joined. */
export function bytesOf({ parts, received }: PaperReceiving): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(received);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const quiet = (state: PaperReceiving): ReceivingStep => ({ state, frames: [], check: false });
const say = (state: PaperReceiving, ...frames: readonly PaperFrame[]): ReceivingStep => ({ state, frames, check: false });
const isKept = ({ at }: PaperReceiving): boolean => at === 'receiving' || at === 'checking' || at === 'complete';
const dropped = (state: PaperReceiving, at: 'refused' | 'cancelled'): PaperReceiving => ({ ...state, at, parts: [] });
const refused = (state: PaperReceiving, reason: PaperRefusal): ReceivingStep =>
  say({ ...dropped(state, 'refused'), refusal: reason }, { type: 'refusal', paperId: state.offer.paperId, reason });

/** After a break: from where to go on, or once more how it ended. */
function offeredAgain(state: PaperReceiving, offer: PaperOffer): ReceivingStep {
  const { paperId } = state.offer;
  if (offer.paperId !== paperId) return quiet(state);
  const same = offer.sha256 === state.offer.sha256 && offer.bytes === state.offer.bytes && offer.mime === state.offer.mime;
  if (!same && isKept(state)) return refused(state, 'not-the-same');
  switch (state.at) {
    case 'receiving':
      return say({ ...state, acknowledged: state.received, asked: false }, { type: 'accept', paperId, from: state.received });
    case 'checking':
      return say(state, { type: 'accept', paperId, from: state.received });
    case 'complete':
      return say(state, { type: 'receipt', paperId });
    case 'refused':
      return say(state, { type: 'refusal', paperId, reason: state.refusal ?? 'damaged' });
    case 'cancelled':
      return say(state, { type: 'cancel', paperId });
  }
}

function withChunk(state: PaperReceiving, { offset, bytes }: PaperChunk): ReceivingStep {
  const { paperId, bytes: total } = state.offer;
  if (offset > state.received)
    return state.asked ? quiet(state) : say({ ...state, asked: true }, { type: 'accept', paperId, from: state.received });
  if (offset + bytes.length > total) return refused(state, 'not-the-same');
  const fresh = bytes.slice(state.received - offset);
  if (fresh.length === 0) return quiet(state);
  const received = state.received + fresh.length;
  // Small pieces come on a weak line, where each receipt tells how long it took.
  const due = received === total || bytes.length < largestChunk || received - state.acknowledged >= 4 * largestChunk;
  const next = { ...state, parts: [...state.parts, fresh], received, asked: false, acknowledged: due ? received : state.acknowledged };
  const ack: readonly PaperFrame[] = due ? [{ type: 'ack', paperId, upTo: received }] : [];
  return received === total ? { state: { ...next, at: 'checking' }, frames: ack, check: true } : { state: next, frames: ack, check: false };
}

function checked(state: PaperReceiving, sha256: string, problem: PaperRefusal | null): ReceivingStep {
  if (sha256 !== state.offer.sha256) return refused(state, 'hash-mismatch');
  if (problem !== null) return refused(state, problem);
  return say({ ...state, at: 'complete' }, { type: 'receipt', paperId: state.offer.paperId });
}
