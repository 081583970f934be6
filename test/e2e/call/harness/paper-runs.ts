import type { CallConductor } from '../../../../renderer/call/call-conductor.ts';
import { CallPapers } from '../../../../renderer/call/papers/call-papers.ts';
import { paperAllowance } from '../../../../shared/call/ladder.ts';
import type { MediaLadder } from '../../../../renderer/call/media-ladder.ts';

/** A PDF of so many bytes whose content nobody could make up. */
export function paperOf(bytes: number): Uint8Array<ArrayBuffer> {
  const paper = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(paper.subarray(at, Math.min(bytes, at + 65_536)));
  paper.set(new TextEncoder().encode('%PDF-1.7\n'));
  paper.set(new TextEncoder().encode('\nstartxref\n9\n%%EOF\n'), bytes - 20);
  return paper;
}

/** The papers of one side of a call, and the same bytes over a bare channel of the same connection. */
export class PaperRuns {
  readonly papers: CallPapers;
  readonly #bare: RTCDataChannel;

  /** Once the call is live: the bare channel is one of the connection there is then. */
  constructor(conductor: CallConductor, ladder: MediaLadder, part: 'shows' | 'views') {
    this.papers = new CallPapers(conductor, part);
    this.papers.followLadder(() => paperAllowance(ladder.state));
    if (!conductor.link.pc) throw new Error('there is no connection');
    this.#bare = conductor.link.pc.createDataChannel('bare', { negotiated: true, id: 9 });
    this.#bare.binaryType = 'arraybuffer';
    if (part === 'views') this.#answerBare();
  }

  /** Milliseconds from the offer to the receipt, and when it was, by the computer's clock. */
  async send(bytes: number): Promise<{ ms: number; from: number; to: number }> {
    this.papers.setConsent(true);
    const paper = paperOf(bytes);
    const from = Date.now();
    const started = performance.now();
    const offered = await this.papers.exchange.offer({ label: 'Verbale', mime: 'application/pdf', bytes: paper, pages: null });
    if ('refusal' in offered) throw new Error(offered.refusal);
    const state = () => this.papers.exchange.snapshot().out.find(({ offer }) => offer.paperId === offered.paperId)?.at;
    await new Promise<void>((resolve, reject) => {
      const stop = this.papers.exchange.subscribe(() => {
        if (state() === 'received') resolve();
        else if (state() === 'refused' || state() === 'cancelled') reject(new Error(state()));
        else return;
        stop();
      });
    });
    const ms = performance.now() - started;
    this.papers.exchange.cancel(offered.paperId);
    return { ms, from, to: Date.now() };
  }

  /** Milliseconds from the first piece to the other side's word that it has all of them. */
  async sendBare(bytes: number): Promise<number> {
    const paper = paperOf(bytes);
    const bare = this.#bare;
    const started = performance.now();
    bare.send(String(bytes));
    bare.bufferedAmountLowThreshold = 256 * 1024;
    const done = new Promise((resolve) => bare.addEventListener('message', resolve, { once: true }));
    for (let at = 0; at < bytes; at += 65_536) {
      if (bare.bufferedAmount > 1024 * 1024) await new Promise((resolve) => bare.addEventListener('bufferedamountlow', resolve, { once: true }));
      bare.send(paper.subarray(at, at + 65_536));
    }
    await done;
    return performance.now() - started;
  }

  #answerBare(): void {
    let left = 0;
    this.#bare.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') return void (left = Number(data));
      left -= data.byteLength;
      if (left <= 0) this.#bare.send('done');
    });
  }
}
