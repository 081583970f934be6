import { decodeChunk, largestPaper, readPaperFrame } from '../../../shared/call/paper-frames.ts';
import type { PaperRefusal } from '../../../shared/call/paper-frames.ts';
import { paperProblem } from '../../../shared/call/paper-kind.ts';
import type { PaperReceiving } from '../../../shared/call/paper-receiving.ts';
import type { PaperSending } from '../../../shared/call/paper-sending.ts';
import { PaperInbox } from './paper-inbox.ts';
import { PaperOutbox } from './paper-outbox.ts';
import { sha256Of } from './sha256.ts';

export interface PaperExchangeOptions {
  /** The resident agreed that papers are shown in this call. */
  readonly consent: () => boolean;
  /** What the ladder lets papers take on a weak line, in bits a second. */
  readonly allowance: () => number;
  readonly now?: () => number;
}

/** A paper as the clerk chose it. The label says what it is, not whose. */
export interface ChosenPaper {
  readonly label: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number | null;
}

export interface PaperLists {
  readonly out: readonly PaperSending[];
  readonly in: readonly PaperReceiving[];
}

/** Progress is shown no more often than this, in milliseconds; what becomes of a paper is shown at once. */
const progressEvery = 100;
/** How often the outbox is looked after while it is busy, in milliseconds. */
const pumpEvery = 10;

/** The papers of a call, both ways, over whichever channel its connection has now: a new one goes on where the old one broke. */
export class PaperExchange {
  readonly #outbox: PaperOutbox;
  readonly #inbox: PaperInbox;
  readonly #watchers = new Set<() => void>();
  #channel: RTCDataChannel | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lists: PaperLists = { out: [], in: [] };
  #shownAt = 0;
  readonly #now: () => number;

  constructor({ consent, allowance, now = () => performance.now() }: PaperExchangeOptions) {
    this.#now = now;
    const send = (frame: string | Uint8Array<ArrayBuffer>) => {
      if (this.#channel?.readyState !== 'open') return;
      // Two signatures, one for each kind of data.
      if (typeof frame === 'string') this.#channel.send(frame);
      else this.#channel.send(frame);
    };
    const onChange = () => this.#changed();
    this.#outbox = new PaperOutbox({ send, waiting: () => this.#channel?.bufferedAmount ?? 0, allowance, now, onChange });
    this.#inbox = new PaperInbox({ send, consent, onChange });
  }

  /** For `useSyncExternalStore`, with `snapshot`. */
  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): PaperLists => this.#lists;

  /** The connection's papers channel, at each connection that is built. */
  attach(channel: RTCDataChannel): void {
    this.#outbox.disconnected();
    this.#channel = channel;
    const here = (act: () => void) => () => this.#channel === channel && act();
    channel.addEventListener('open', here(() => this.#opened()));
    channel.addEventListener('close', here(() => this.#outbox.disconnected()));
    channel.addEventListener('message', ({ data }) => this.#channel === channel && this.#heard(data));
    if (channel.readyState === 'open') this.#opened();
  }

  /** Offers a paper; its id, or why it is none. */
  async offer({ label, mime, bytes, pages }: ChosenPaper): Promise<{ readonly paperId: string } | { readonly refusal: PaperRefusal }> {
    if (bytes.length > largestPaper) return { refusal: 'too-large' };
    const problem = paperProblem(bytes, mime);
    if (problem !== null) return { refusal: problem };
    const paperId = crypto.randomUUID();
    this.#outbox.add({ type: 'offer', paperId, label, mime, bytes: bytes.length, sha256: await sha256Of(bytes), pages }, bytes);
    return { paperId };
  }

  /** Either side's, on its way or here. */
  cancel(paperId: string): void {
    this.#outbox.cancel(paperId);
    this.#inbox.cancel(paperId);
  }

  /** A paper that is here whole, of either side. */
  bytes = (paperId: string): Uint8Array<ArrayBuffer> | undefined => this.#inbox.bytes(paperId) ?? this.#outbox.bytes(paperId);

  /** It was opened on screen. */
  shown(paperId: string): void {
    this.#inbox.shown(paperId);
  }

  /** The call is over: no paper of either side stays in memory. */
  close(): void {
    this.#channel = undefined;
    this.#inbox.clear();
    this.#outbox.clear();
  }

  #opened(): void {
    this.#outbox.connected();
    this.#inbox.connected();
  }

  #heard(data: unknown): void {
    const chunk = data instanceof ArrayBuffer ? decodeChunk(new Uint8Array(data)) : undefined;
    if (chunk) return this.#inbox.takeChunk(chunk);
    const frame = typeof data === 'string' ? readPaperFrame(data) : undefined;
    if (!frame) return;
    this.#inbox.take(frame);
    this.#outbox.take(frame);
  }

  #changed(): void {
    if (this.#outbox.isBusy) this.#timer ??= setInterval(() => this.#outbox.pump(), pumpEvery);
    else {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    const lists = { out: this.#outbox.list, in: this.#inbox.list };
    if (this.#now() - this.#shownAt < progressEvery && standing(lists) === standing(this.#lists)) return;
    this.#shownAt = this.#now();
    this.#lists = lists;
    for (const watcher of this.#watchers) watcher();
  }
}

/** Where each paper stands, without how far it is. */
const standing = (lists: PaperLists): string => [...lists.out, ...lists.in].map(({ at, seen }) => `${at} ${seen}`).join();
