import type { PaperChunk, PaperFrame, PaperRefusal } from '../../../shared/call/paper-frames.ts';
import { paperProblem } from '../../../shared/call/paper-kind.ts';
import { bytesOf, nextReceiving, startReceiving } from '../../../shared/call/paper-receiving.ts';
import type { PaperReceiving, ReceivingEvent, ReceivingStep } from '../../../shared/call/paper-receiving.ts';
import { sha256Of } from './sha256.ts';

export interface PaperInboxOptions {
  readonly send: (frame: string) => void;
  /** The resident agreed that papers are shown in this call. */
  readonly consent: () => boolean;
  readonly onChange: () => void;
}

/** So many bytes of papers are kept in memory at most. */
const mostKept = 200 * 1024 * 1024;

/** The papers of the other side: in memory alone, and gone with `clear`. */
export class PaperInbox {
  readonly #options: PaperInboxOptions;
  readonly #papers = new Map<string, PaperReceiving>();

  constructor(options: PaperInboxOptions) {
    this.#options = options;
  }

  /** In the order they came. */
  get list(): readonly PaperReceiving[] {
    return [...this.#papers.values()];
  }

  /** A paper that is here whole; `undefined` for any other. */
  bytes(paperId: string): Uint8Array<ArrayBuffer> | undefined {
    const paper = this.#papers.get(paperId);
    return paper?.at === 'complete' ? bytesOf(paper) : undefined;
  }

  /** The paper was opened on screen: the other side is told. */
  shown(paperId: string): void {
    this.#feed(paperId, { type: 'shown' });
  }

  cancel(paperId: string): void {
    this.#feed(paperId, { type: 'cancel' });
  }

  /** The call is over: nothing of a paper stays. */
  clear(): void {
    this.#papers.clear();
    this.#options.onChange();
  }

  connected(): void {
    for (const paperId of this.#papers.keys()) this.#feed(paperId, { type: 'connected' });
  }

  take(frame: PaperFrame): void {
    if (frame.type === 'cancel') return this.#feed(frame.paperId, { type: 'cancelledThere' });
    if (frame.type !== 'offer') return;
    if (this.#papers.has(frame.paperId)) return this.#feed(frame.paperId, { type: 'offer', offer: frame });
    const kept = this.list.reduce((sum, { at, offer }) => sum + (at === 'refused' || at === 'cancelled' ? 0 : offer.bytes), 0);
    this.#follow(frame.paperId, startReceiving(frame, { consent: this.#options.consent(), room: mostKept - kept }));
  }

  takeChunk(chunk: PaperChunk): void {
    this.#feed(chunk.paperId, { type: 'chunk', chunk });
  }

  #feed(paperId: string, event: ReceivingEvent): void {
    const paper = this.#papers.get(paperId);
    if (paper) this.#follow(paperId, nextReceiving(paper, event));
  }

  #follow(paperId: string, { state, frames, check }: ReceivingStep): void {
    const changed = this.#papers.get(paperId) !== state;
    this.#papers.set(paperId, state);
    for (const frame of frames) this.#options.send(JSON.stringify(frame));
    if (changed) this.#options.onChange();
    if (check) void this.#check(state);
  }

  async #check(paper: PaperReceiving): Promise<void> {
    const bytes = bytesOf(paper);
    const sha256 = await sha256Of(bytes);
    const problem: PaperRefusal | null = paperProblem(bytes, paper.offer.mime);
    this.#feed(paper.offer.paperId, { type: 'checked', sha256, problem });
  }
}
