import { encodeChunk } from '../../../shared/call/paper-frames.ts';
import type { PaperFrame, PaperOffer } from '../../../shared/call/paper-frames.ts';
import { confirmedPiece, newPace, pieceOf, refill, restartPace, roomNow, sentPiece } from '../../../shared/call/paper-pace.ts';
import type { PaperPace } from '../../../shared/call/paper-pace.ts';
import { newSending, nextSending } from '../../../shared/call/paper-sending.ts';
import type { PaperSending, SendingEvent, SendingStep } from '../../../shared/call/paper-sending.ts';

export interface PaperOutboxOptions {
  readonly send: (frame: string | Uint8Array<ArrayBuffer>) => void;
  /** Bytes that wait in the channel itself. */
  readonly waiting: () => number;
  /** What the ladder lets papers take, in bits a second. */
  readonly allowance: () => number;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** The channel holds no more than this, in bytes: what lies in it can no longer be held back when the line gets narrower. */
const mostWaiting = 256 * 1024;

const nothing = new Uint8Array();

/** The papers this side sends: one after the other, at the pace the line bears. */
export class PaperOutbox {
  readonly #options: PaperOutboxOptions;
  readonly #papers = new Map<string, { state: PaperSending; file: Uint8Array<ArrayBuffer> }>();
  #pace: PaperPace;
  /** The paper the pace is measured with. */
  #paced: string | undefined;
  #connected = false;

  constructor(options: PaperOutboxOptions) {
    this.#options = options;
    this.#pace = newPace(options.allowance(), options.now());
  }

  /** In the order they were offered. */
  get list(): readonly PaperSending[] {
    return [...this.#papers.values()].map(({ state }) => state);
  }

  get isBusy(): boolean {
    return this.list.some(({ at }) => at === 'sending');
  }

  add(offer: PaperOffer, file: Uint8Array<ArrayBuffer>): void {
    this.#papers.set(offer.paperId, { state: newSending(offer), file });
    this.#options.onChange();
    if (this.#connected) this.#feed(offer.paperId, { type: 'connected' });
  }

  cancel(paperId: string): void {
    this.#feed(paperId, { type: 'cancel' });
  }

  /** A paper of this side, to be looked at together. */
  bytes(paperId: string): Uint8Array<ArrayBuffer> | undefined {
    const file = this.#papers.get(paperId)?.file;
    return file === undefined || file.length === 0 ? undefined : file;
  }

  /** The call is over: nothing of a paper stays. */
  clear(): void {
    this.#papers.clear();
    this.#options.onChange();
  }

  connected(): void {
    this.#connected = true;
    this.#pace = restartPace(this.#pace, this.#options.now());
    for (const paperId of this.#papers.keys()) this.#feed(paperId, { type: 'connected' });
  }

  disconnected(): void {
    this.#connected = false;
    for (const paperId of this.#papers.keys()) this.#feed(paperId, { type: 'disconnected' });
  }

  take(frame: PaperFrame): void {
    if (frame.type === 'ack' && frame.paperId === this.#paced) this.#pace = confirmedPiece(this.#pace, frame.upTo, this.#options.now());
    this.#feed(frame.paperId, { type: 'frame', frame });
    this.pump();
  }

  /** Sends what may go now; to be called again every few milliseconds while `isBusy`. */
  pump(): void {
    const now = this.#options.now();
    this.#pace = refill(this.#pace, this.#options.allowance(), now);
    const next = this.list.find(({ at }) => at === 'sending')?.offer.paperId;
    if (next === undefined || !this.#connected) return;
    if (next !== this.#paced) this.#pace = restartPace(this.#pace, now);
    this.#paced = next;
    for (let room = roomNow(this.#pace); room > 0 && this.#options.waiting() < mostWaiting; room = roomNow(this.#pace)) {
      const largest = pieceOf(this.#pace);
      // A piece goes whole: many small ones cost more than they carry.
      if (room < Math.min(largest, 1_024) || !this.#feed(next, { type: 'room', bytes: Math.min(room, largest), largest })) return;
    }
  }

  /** Whether a piece went out. */
  #feed(paperId: string, event: SendingEvent): boolean {
    const paper = this.#papers.get(paperId);
    if (!paper) return false;
    const step = nextSending(paper.state, event);
    const changed = step.state !== paper.state;
    paper.state = step.state;
    if (step.state.at === 'refused' || step.state.at === 'cancelled') paper.file = nothing;
    this.#sendAll(paperId, paper.file, step);
    if (changed) this.#options.onChange();
    return step.chunks.length > 0;
  }

  #sendAll(paperId: string, file: Uint8Array, { frames, chunks }: SendingStep): void {
    if (!this.#connected) return;
    for (const frame of frames) this.#options.send(JSON.stringify(frame));
    for (const { offset, length } of chunks) {
      this.#options.send(encodeChunk({ paperId, offset, bytes: file.subarray(offset, offset + length) }));
      this.#pace = sentPiece(this.#pace, offset + length, length, this.#options.now());
    }
  }
}
