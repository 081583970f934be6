import { callTiming } from '../call/call-timing.ts';
import { ladderLimits } from '../call/ladder.ts';
import { firstSoundRung, rungs } from '../call/ladder-rungs.ts';
import { weakLineLimits } from '../call/quality.ts';
import { silentLevel } from '../call/silent-microphone.ts';
import { staleAfter } from '../hub/hub-frames.ts';
import type { FoundReason, PassportTest, PassportVerdict } from './network-passport.ts';

interface Step<Test extends PassportTest> {
  readonly from: number;
  readonly verdict: Exclude<PassportVerdict, 'not-tried'>;
  readonly reason: FoundReason<Test>;
}
/** From the worst to the best: the first step whose `from` the value reaches holds; when `worse` is `less`, whose `from` it falls below. */
export interface Limits<Test extends PassportTest = PassportTest> {
  readonly worse: 'more' | 'less';
  readonly steps: readonly Step<Test>[];
}

const kbit = (bits: number): number => bits / 1_000;
const best = rungs[0];
const smallest = rungs[firstSoundRung - 1];
if (!best || !smallest) throw new Error('a ladder without rungs');

/** The whole picture, and sound twice for its redundant copy, each way. */
const wholePicture = kbit((best.picture?.maxBitrate ?? 0) + 2 * best.sound.maxBitrate);
const anyPicture = kbit(smallest.needs);

const bandwidth: Limits<'bandwidth-up' | 'bandwidth-down'> = {
  worse: 'less',
  steps: [
    { from: anyPicture, verdict: 'red', reason: 'sound-only' },
    { from: wholePicture, verdict: 'amber', reason: 'small-picture' },
  ],
};

/**
 * Where green ends, test by test. What a call itself calls weak is amber here, and what makes it give something up is red, so
 * that the page never promises another line than the call will show. Milliseconds, kbit/s, shares.
 */
export const passportLimits = {
  /** Below it the page before a call does not say "heard" either; at `silentLevel` nothing is heard at all. */
  microphone: {
    worse: 'less',
    steps: [
      { from: 2 * silentLevel, verdict: 'amber', reason: 'silent' },
      { from: 0.005, verdict: 'amber', reason: 'faint' },
    ],
  } satisfies Limits<'microphone'>,
  /** A call is set up with about four messages: half a second each is two seconds of waiting. A hub silent for longer is given up in a call. */
  hub: {
    worse: 'more',
    steps: [
      { from: staleAfter.inCall, verdict: 'red', reason: 'too-slow' },
      { from: 500, verdict: 'amber', reason: 'slow' },
    ],
  } satisfies Limits<'hub'>,
  'bandwidth-up': bandwidth,
  'bandwidth-down': bandwidth,
  /** One way. One sample of heavy loss takes the picture down a rung. */
  loss: {
    worse: 'more',
    steps: [
      { from: ladderLimits.heavyLoss, verdict: 'red', reason: 'heavy' },
      { from: weakLineLimits.loss.begins, verdict: 'amber', reason: 'some' },
    ],
  } satisfies Limits<'loss'>,
  /**
   * To the relay and back. The official's half comes on top: two desks' worth of 400 ms is a voice that arrives after 400 ms,
   * the most that ITU-T G.114 bears; half of what a call tells as a slow answer is told here.
   */
  'round-trip': {
    worse: 'more',
    steps: [
      { from: 400, verdict: 'red', reason: 'too-slow' },
      { from: weakLineLimits.roundTripMs.begins / 2, verdict: 'amber', reason: 'slow' },
    ],
  } satisfies Limits<'round-trip'>,
  /** A call tries again after the first, and begins anew after the second. */
  reconnect: {
    worse: 'more',
    steps: [
      { from: callTiming.restartEvery * callTiming.restartsBeforeRebuild, verdict: 'red', reason: 'too-slow' },
      { from: callTiming.restartEvery, verdict: 'amber', reason: 'slow' },
    ],
  } satisfies Limits<'reconnect'>,
} as const satisfies Partial<Record<PassportTest, Limits>>;
