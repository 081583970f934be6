import { afterRestart, currentRung, isNarrow, newLadder, nextRung, withBest, withInterpreter, withSignLanguage, withSoundOnly } from '../../shared/call/ladder.ts';
import type { LadderState } from '../../shared/call/ladder.ts';
import type { Rung } from '../../shared/call/ladder-rungs.ts';
import { sampleEvery } from '../../shared/call/line-sample.ts';
import type { LineSample } from '../../shared/call/line-sample.ts';
import { newQuality, nextQuality } from '../../shared/call/quality.ts';
import type { QualityState, Verdict } from '../../shared/call/quality.ts';
import { applyRung } from './apply-rung.ts';
import type { Senders } from './apply-rung.ts';
import { callCounts, lineSample } from './call-stats.ts';
import type { CallCounts } from './call-stats.ts';
import { lineNames, lineSender } from './media-lines.ts';
import type { StallWatch } from './stall-watch.ts';

export interface MediaLadderOptions {
  readonly pc: () => RTCPeerConnection | undefined;
  /** When bytes came and since when they flow, on the clock of `now`. */
  readonly flow: Pick<StallWatch, 'lastByteAt' | 'flowingSince'>;
  readonly now?: () => number;
  /** Every look at the line. `withoutPicture`: the line, not the people, keeps the picture away. */
  readonly onSample?: (sample: LineSample, withoutPicture: boolean) => void;
  readonly onChange: (line: LineView) => void;
}

/** What a page shows of the line. */
export interface LineView {
  readonly verdict: Verdict;
  readonly rung: Rung;
  /** The line, not the people, keeps the picture small or away. */
  readonly narrow: boolean;
  readonly relayed: boolean;
  readonly roundTripMs: number | null;
}

/** The other side tells of sound that was lost every five seconds: so long after a break it still tells of the break, in milliseconds. */
const reportsSettleFor = 6_000;

/** Nothing for so long is the beginning of a break rather than of a bad line, in milliseconds. */
const silentFor = 750;

/** Looks at the line every `sampleEvery`, walks the ladder of `shared/call/ladder.ts` and puts what it says on the senders. */
export class MediaLadder {
  readonly #options: MediaLadderOptions;
  readonly #now: () => number;
  #ladder: LadderState;
  #quality: QualityState = newQuality;
  #counts: CallCounts | undefined;
  #counted: RTCPeerConnection | undefined;
  #applied: { readonly rung: Rung; readonly tracks: string } | undefined;
  #flowingSince = Number.NaN;
  #believedFrom = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: MediaLadderOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#ladder = newLadder(this.#now());
  }

  get state(): LadderState {
    return this.#ladder;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), sampleEvery);
    void this.look();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** The line is another one, or back after a break: what was counted before says nothing of it. */
  #lineChanged(): void {
    const now = this.#now();
    this.#ladder = afterRestart(this.#ladder, now);
    this.#counts = undefined;
    this.#believedFrom = now + reportsSettleFor;
  }

  /** Somebody signs: frames before sharpness. */
  setSignLanguage(on: boolean): void {
    this.#ladder = withSignLanguage(this.#ladder, on);
    void this.#apply();
  }

  /** With how many others the line shares the uplink, and whether somebody signs for others on it. */
  setShare(best: number, interpreted: boolean): void {
    this.#ladder = withBest(withInterpreter(this.#ladder, interpreted), best, this.#now());
    void this.#apply();
  }

  /** Sound alone by hand, or the picture back. */
  setSoundOnly(on: boolean): void {
    this.#ladder = withSoundOnly(this.#ladder, on, this.#now());
    void this.#apply();
  }

  /** One look at the line; called by the clock. */
  async look(): Promise<void> {
    const pc = this.#options.pc();
    if (!pc || pc.connectionState === 'closed') return;
    const after = callCounts((await pc.getStats()).values());
    const { flowingSince } = this.#options.flow;
    if (this.#counted !== pc || this.#flowingSince !== flowingSince) this.#lineChanged();
    const before = this.#counts;
    if (this.#counted !== pc) this.#applied = undefined;
    this.#counted = pc;
    this.#flowingSince = flowingSince;
    this.#counts = after;
    if (before) this.#take(before, after);
    await this.#apply();
  }

  #take(before: CallCounts, after: CallCounts): void {
    const now = this.#now();
    const seen = lineSample(before, after, now - this.#options.flow.lastByteAt);
    const sample = now < this.#believedFrom ? { ...seen, outgoingLoss: null, incomingLoss: null } : seen;
    // In a break nothing is learnt of the line but that it is gone.
    if (sample.silentForMs < silentFor) this.#ladder = nextRung(this.#ladder, sample, now);
    const narrow = isNarrow(this.#ladder);
    this.#quality = nextQuality(this.#quality, sample, narrow, now);
    const rung = currentRung(this.#ladder);
    this.#options.onSample?.(sample, narrow && rung.picture === null);
    this.#options.onChange({ verdict: this.#quality.verdict, rung, narrow, relayed: after.relayed, roundTripMs: after.roundTripMs });
  }

  async #apply(): Promise<void> {
    const pc = this.#options.pc();
    const rung = currentRung(this.#ladder);
    if (!pc) return;
    const senders: Senders = { microphone: lineSender(pc, 'microphone'), camera: lineSender(pc, 'camera'), screen: lineSender(pc, 'screen') };
    // A camera turned on or changed since, a screen shown: nothing was told of them yet.
    const tracks = lineNames.map((name) => senders[name]?.track?.id).join();
    if (this.#counted === pc && this.#applied?.rung === rung && this.#applied.tracks === tracks) return;
    const took = await applyRung(rung, senders, this.#ladder.signLanguage || this.#ladder.interpreted);
    this.#applied = took ? { rung, tracks } : undefined;
  }
}
