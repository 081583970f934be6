import { largestChunk } from './paper-frames.ts';
import type { PaperFrame, PaperOffer, PaperRefusal } from './paper-frames.ts';

/**
 * One paper on its way out.
 *
 *     apart ⇄ offered ─accept▶ sending ─receipt▶ received
 *     apart, offered, sending ── refusal ──▶ refused      every state but refused ── cancel ──▶ cancelled
 *
 * `apart`: there is no channel; whatever was under way is offered again when there is one, and goes on from the last byte the
 * other side has.
 */
export interface PaperSending {
  readonly offer: PaperOffer;
  readonly at: 'apart' | 'offered' | 'sending' | 'received' | 'refused' | 'cancelled';
  /** The first byte not sent on this channel. */
  readonly sent: number;
  /** So many bytes are at the other side, however the channel fares: what a progress bar shows. */
  readonly confirmed: number;
  /** The other side opened it on screen. */
  readonly seen: boolean;
  readonly refusal: PaperRefusal | null;
}

export type SendingEvent =
  /** There is a channel, for the first time or again. */
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  /** So many bytes may go now, in pieces no larger than `largest`. */
  | { readonly type: 'room'; readonly bytes: number; readonly largest: number }
  | { readonly type: 'frame'; readonly frame: PaperFrame }
  | { readonly type: 'cancel' };

export interface SendingStep {
  readonly state: PaperSending;
  readonly frames: readonly PaperFrame[];
  /** Pieces of the file to send, in order. */
  readonly chunks: readonly { readonly offset: number; readonly length: number }[];
}

/** Unconfirmed bytes under way at most: what a fast line of 200 ms holds. */
export const sendingWindow = 4 * 1024 * 1024;

export const newSending = (offer: PaperOffer): PaperSending => ({ offer, at: 'apart', sent: 0, confirmed: 0, seen: false, refusal: null });

/** What becomes of a paper on its way out, and what to send for it. Pure; what comes late or of another paper changes nothing. */
export function nextSending(state: PaperSending, event: SendingEvent): SendingStep {
  switch (event.type) {
    case 'connected':
      return connected(state);
    case 'disconnected':
      return stay(isUnderWay(state) ? { ...state, at: 'apart' } : state);
    case 'room':
      return state.at === 'sending' ? withChunks(state, event.bytes, event.largest) : stay(state);
    case 'cancel':
      return cancelled(state);
    case 'frame':
      return event.frame.paperId === state.offer.paperId ? stay(afterFrame(state, event.frame)) : stay(state);
  }
}

const stay = (state: PaperSending): SendingStep => ({ state, frames: [], chunks: [] });

const isUnderWay = ({ at }: PaperSending): boolean => at === 'apart' || at === 'offered' || at === 'sending';

function connected(state: PaperSending): SendingStep {
  if (isUnderWay(state)) return { state: { ...state, at: 'offered' }, frames: [state.offer], chunks: [] };
  // It may have been cancelled while there was no channel to say so.
  return { ...stay(state), frames: state.at === 'cancelled' ? [{ type: 'cancel', paperId: state.offer.paperId }] : [] };
}

function cancelled(state: PaperSending): SendingStep {
  if (state.at === 'refused' || state.at === 'cancelled') return stay(state);
  return { state: { ...state, at: 'cancelled' }, frames: [{ type: 'cancel', paperId: state.offer.paperId }], chunks: [] };
}

function withChunks(state: PaperSending, room: number, largest: number): SendingStep {
  const size = Math.max(1, Math.min(largest, largestChunk));
  const end = Math.min(state.offer.bytes, state.confirmed + sendingWindow, state.sent + Math.max(0, room));
  const chunks = [];
  for (let offset = state.sent; offset < end; offset += size) chunks.push({ offset, length: Math.min(size, end - offset) });
  return { state: { ...state, sent: Math.max(state.sent, end) }, frames: [], chunks };
}

function afterFrame(state: PaperSending, frame: PaperFrame): PaperSending {
  if (frame.type === 'seen') return state.at === 'received' ? { ...state, seen: true } : state;
  if (frame.type === 'cancel') return state.at === 'refused' ? state : { ...state, at: 'cancelled' };
  if (!isUnderWay(state) || state.at === 'apart') return state;
  switch (frame.type) {
    case 'accept':
      // A second one on the same channel asks for what did not join on; an old one asks for less than is known to be there.
      return { ...state, at: 'sending', ...from(state, frame.from) };
    case 'ack':
      return { ...state, confirmed: Math.max(state.confirmed, Math.min(frame.upTo, state.offer.bytes)) };
    case 'receipt':
      return { ...state, at: 'received', confirmed: state.offer.bytes, sent: state.offer.bytes };
    case 'refusal':
      return { ...state, at: 'refused', refusal: frame.reason };
    case 'offer':
      return state;
  }
}

function from(state: PaperSending, asked: number): { readonly sent: number; readonly confirmed: number } {
  const start = Math.max(state.confirmed, Math.min(asked, state.offer.bytes));
  return { sent: start, confirmed: start };
}
