import { openChannels } from '../../../../renderer/call/data-channels.ts';
import { PaperExchange } from '../../../../renderer/call/papers/paper-exchange.ts';
import { sha256Of } from '../../../../renderer/call/papers/sha256.ts';

/** A PDF of so many bytes whose content nobody could make up. */
function paperOf(bytes: number): Uint8Array<ArrayBuffer> {
  const paper = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(paper.subarray(at, Math.min(bytes, at + 65_536)));
  paper.set(new TextEncoder().encode('%PDF-1.7\n'));
  paper.set(new TextEncoder().encode('\nstartxref\n9\n%%EOF\n'), bytes - 20);
  return paper;
}

/** Two sides in one page, over real connections that can be cut and built anew. */
export class PapersHarness {
  consent = true;
  readonly desk = new PaperExchange({ consent: () => true, allowance: () => 250_000 });
  readonly official = new PaperExchange({ consent: () => this.consent, allowance: () => 250_000 });
  #ends: readonly RTCPeerConnection[] = [];

  async connect(): Promise<void> {
    this.cut();
    const { ends, channels } = await connected();
    this.#ends = ends;
    this.desk.attach(channels[0]);
    this.official.attach(channels[1]);
  }

  cut(): void {
    for (const end of this.#ends) end.close();
  }

  /** Sends a paper, cutting the line at those shares of it; how long it took in milliseconds, and whether it is the same. */
  async send(bytes: number, cutAt: readonly number[] = []): Promise<{ ms: number; same: boolean; at: string; refusal: string | null; resumedFrom: number[] }> {
    const paper = paperOf(bytes);
    const start = performance.now();
    const offered = await this.desk.offer({ label: 'Verbale', mime: 'application/pdf', bytes: paper, pages: null });
    if ('refusal' in offered) return { ms: 0, same: false, at: 'refused', refusal: offered.refusal, resumedFrom: [] };
    const cuts = [...cutAt];
    const resumedFrom: number[] = [];
    const state = () => this.desk.snapshot().out.find(({ offer }) => offer.paperId === offered.paperId);
    for (;;) {
      const now = state();
      if (now && ['received', 'refused', 'cancelled'].includes(now.at)) break;
      if (now && cuts[0] !== undefined && now.confirmed >= cuts[0] * bytes) {
        cuts.shift();
        await this.connect();
        resumedFrom.push(now.confirmed / bytes);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const ms = performance.now() - start;
    const arrived = this.official.bytes(offered.paperId);
    const same = arrived !== undefined && (await sha256Of(arrived)) === (await sha256Of(paper));
    return { ms, same, at: state()?.at ?? '', refusal: state()?.refusal ?? null, resumedFrom };
  }

  /** The same bytes over a channel of their own, as fast as it takes them; milliseconds until the last has come. */
  async sendRaw(bytes: number): Promise<number> {
    const { ends, channels } = await connected();
    const [from, to] = channels;
    const paper = paperOf(bytes);
    const start = performance.now();
    let arrived = 0;
    const all = new Promise<void>((resolve) => {
      to.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        arrived += data.byteLength;
        if (arrived >= bytes) resolve();
      });
    });
    from.bufferedAmountLowThreshold = 256 * 1024;
    for (let at = 0; at < bytes; at += 65_536) {
      if (from.bufferedAmount > 1024 * 1024) await new Promise((resolve) => from.addEventListener('bufferedamountlow', resolve, { once: true }));
      from.send(paper.subarray(at, at + 65_536));
    }
    await all;
    const ms = performance.now() - start;
    for (const end of ends) end.close();
    return ms;
  }
}

async function connected() {
  const desk = new RTCPeerConnection();
  const official = new RTCPeerConnection();
  const channels = [openChannels(desk).papers, openChannels(official).papers] as const;
  desk.addEventListener('icecandidate', ({ candidate }) => void official.addIceCandidate(candidate ?? undefined));
  official.addEventListener('icecandidate', ({ candidate }) => void desk.addIceCandidate(candidate ?? undefined));
  await desk.setLocalDescription();
  if (desk.localDescription) await official.setRemoteDescription(desk.localDescription);
  await official.setLocalDescription();
  if (official.localDescription) await desk.setRemoteDescription(official.localDescription);
  await Promise.all(channels.map((channel) => channel.readyState === 'open' || new Promise((resolve) => channel.addEventListener('open', resolve, { once: true }))));
  return { ends: [desk, official], channels };
}

declare global {
  interface Window {
    papers: PapersHarness;
  }
}
window.papers = new PapersHarness();
