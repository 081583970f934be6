import { afterRestart, currentRung, isNarrow, newLadder, nextRung, withSignLanguage, withSoundOnly } from '../../shared/call/ladder.ts';
import type { LadderState } from '../../shared/call/ladder.ts';
import type { Rung } from '../../shared/call/ladder-rungs.ts';
import { sampleEvery } from '../../shared/call/line-sample.ts';
import { newQuality, nextQuality } from '../../shared/call/quality.ts';
import type { QualityState, Verdict } from '../../shared/call/quality.ts';
import { applyRung } from './apply-rung.ts';
import { callCounts, lineSample } from './call-stats.ts';
import type { CallCounts } from './call-stats.ts';
import { lineSender } from './media-lines.ts';

export interface MediaLadderOptions {
  readonly pc: () => RTCPeerConnection | undefined;
  /** When the last byte of the other side came, on the clock of `now`. */
  readonly lastByteAt: () => number;
  readonly now?: () => number;
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

/** Looks at the line every `sampleEvery`, walks the ladder of `shared/call/ladder.ts` and puts what it says on the senders. */
export class MediaLadder {
  readonly #options: MediaLadderOptions;
  readonly #now: () => number;
  #ladder: LadderState;
  #quality: QualityState = newQuality;
  #counts: CallCounts | undefined;
  #counted: RTCPeerConnection | undefined;
  #applied: Rung | undefined;
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

  /** The line is another one: what was counted on the old one says nothing of it. */
  lineChanged(): void {
    this.#ladder = afterRestart(this.#ladder, this.#now());
    this.#counts = undefined;
    this.#applied = undefined;
  }

  /** Somebody signs: frames before sharpness. */
  setSignLanguage(on: boolean): void {
    this.#ladder = withSignLanguage(this.#ladder, on);
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
    const before = this.#counted === pc ? this.#counts : undefined;
    this.#counted = pc;
    this.#counts = after;
    if (before) this.#take(before, after);
    await this.#apply();
  }

  #take(before: CallCounts, after: CallCounts): void {
    const now = this.#now();
    const sample = lineSample(before, after, now - this.#options.lastByteAt());
    this.#ladder = nextRung(this.#ladder, sample, now);
    const narrow = isNarrow(this.#ladder);
    this.#quality = nextQuality(this.#quality, sample, narrow, now);
    this.#options.onChange({ verdict: this.#quality.verdict, rung: currentRung(this.#ladder), narrow, relayed: after.relayed, roundTripMs: after.roundTripMs });
  }

  async #apply(): Promise<void> {
    const pc = this.#options.pc();
    const rung = currentRung(this.#ladder);
    if (!pc || (rung === this.#applied && this.#counted === pc)) return;
    const senders = { microphone: lineSender(pc, 'microphone'), camera: lineSender(pc, 'camera') };
    const took = await applyRung(rung, senders, this.#ladder.signLanguage);
    this.#applied = took ? rung : undefined;
  }
}
