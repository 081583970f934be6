import { firstSoundRung, interpreterRungs, rungs, signLanguageRungs } from './ladder-rungs.ts';
import type { Rung } from './ladder-rungs.ts';
import { sampleEvery } from './line-sample.ts';
import type { LineSample } from './line-sample.ts';

/** The ladder's limits: milliseconds, shares of packets, factors. */
export const ladderLimits = {
  /** One such sample is enough to step down. */
  heavyLoss: 0.1,
  /** The picture goes at once: redundant sound bears 10 %, not this. */
  ruinousLoss: 0.2,
  /** Two such samples one after the other step down. */
  steadyLoss: 0.05,
  /** Below it a sample is clean; a line that always loses 2 % stays below it in 19 samples of 20. */
  cleanLoss: 0.04,
  cleanRoundTrip: 1_000,
  firstClimbAfter: 8_000,
  lastClimbAfter: 300_000,
  /** A step down so soon after a climb makes the climb a failed one; with long waits, three times the wait. */
  trialFor: 30_000,
  /** An estimate is not believed so shortly after a start or a climb: it grows with what is sent. */
  settleFor: 5_000,
  /** A climb wants the estimate so much above what the rung needs to be kept. */
  headroom: 1.25,
  /** Without that headroom a climb is still tried, after so many times the wait: the estimate may be low because little is sent. */
  doubtFactor: 4,
} as const;

/** Where one side's sending stands. Times are milliseconds of a clock that only goes forward. */
export interface LadderState {
  /** Index in the rungs; what the line allows. By hand, less may be sent: see `currentRung`. */
  readonly rung: number;
  readonly signLanguage: boolean;
  /** At the other end, or here, somebody signs for others. */
  readonly interpreted: boolean;
  /** The best rung that may be sent: other lines share the uplink. */
  readonly best: number;
  /** Somebody chose to send sound alone: no line, however good, brings the picture back by itself. */
  readonly soundOnly: boolean;
  readonly lossySamples: number;
  readonly cleanSince: number | null;
  readonly climbAfter: number;
  readonly climbedAt: number | null;
  readonly settledAt: number;
  readonly sampledAt: number | null;
}

export const newLadder = (now: number, choice: { readonly signLanguage?: boolean; readonly soundOnly?: boolean } = {}): LadderState => ({
  rung: 0,
  signLanguage: choice.signLanguage ?? false,
  interpreted: false,
  best: 0,
  soundOnly: choice.soundOnly ?? false,
  lossySamples: 0,
  cleanSince: null,
  climbAfter: ladderLimits.firstClimbAfter,
  climbedAt: null,
  settledAt: now + ladderLimits.settleFor,
  sampledAt: null,
});

/** What is to be sent now. */
export function currentRung(state: LadderState): Rung {
  const table = state.interpreted ? interpreterRungs : state.signLanguage ? signLanguageRungs : rungs;
  const rung = table[sentRung(state)];
  if (!rung) throw new Error(`no rung ${state.rung}`);
  return rung;
}

const bestSent = ({ best, soundOnly }: LadderState): number => (soundOnly ? Math.max(best, firstSoundRung) : best);

const sentRung = (state: LadderState): number => Math.max(state.rung, bestSent(state));

/** The line, not the people, keeps the picture small or away. */
export const isNarrow = ({ rung }: LadderState): boolean => rung >= firstSoundRung - 1;

/** Bits a second papers may take beside the call on a line that has not shown it carries more. */
export const paperAllowance = (state: LadderState): number => currentRung(state).papers;

/** The same rung with frames before size, or the other way round. */
export const withSignLanguage = (state: LadderState, signLanguage: boolean): LadderState => ({ ...state, signLanguage });

/** The line to somebody who signs for others, or no longer. */
export const withInterpreter = (state: LadderState, interpreted: boolean): LadderState => (interpreted === state.interpreted ? state : { ...state, interpreted });

/** More lines share the uplink, or fewer: an estimate made while less was sent says little of the rung that is sent now. */
export const withBest = (state: LadderState, best: number, now: number): LadderState =>
  best === state.best ? state : { ...state, best, cleanSince: null, settledAt: now + ladderLimits.settleFor };

/** Sound alone by hand, or the picture back: at once, on the smallest rung that has one if the line had given it up. */
export function withSoundOnly(state: LadderState, soundOnly: boolean, now: number): LadderState {
  if (soundOnly === state.soundOnly) return state;
  if (soundOnly) return { ...state, soundOnly, climbedAt: null, cleanSince: null };
  return { ...state, soundOnly, rung: Math.min(state.rung, firstSoundRung - 1), climbedAt: now, cleanSince: null, lossySamples: 0, settledAt: now + ladderLimits.settleFor };
}

/** The line is another one, or back after a break: what was seen of the old one counts no more; the rung stays. */
export const afterRestart = (state: LadderState, now: number): LadderState => ({
  ...state,
  lossySamples: 0,
  cleanSince: null,
  climbedAt: null,
  settledAt: now + ladderLimits.settleFor,
  sampledAt: null,
});

/**
 * The ladder after one more sample, to be taken every `sampleEvery`: down at once when the line loses packets or carries less
 * than the rung needs, up one rung after a while without either, and after longer each time a climb did not hold. Pure.
 */
export function nextRung(state: LadderState, sample: LineSample, now: number): LadderState {
  const seen = withSample(state, sample, now);
  const lower = Math.max(rungByLoss(seen, sample), rungByEstimate(seen, sample, now));
  if (lower > sentRung(seen)) return stepDown(seen, lower, now);
  return mayClimb(seen, sample, now) ? climb(seen, now) : seen;
}

function withSample(state: LadderState, sample: LineSample, now: number): LadderState {
  const gap = state.sampledAt === null || now - state.sampledAt > 3 * sampleEvery;
  const before = gap ? afterRestart(state, now) : state;
  // Of sound alone the other side speaks every five seconds: between two reports what the last one said still holds.
  if (sample.outgoingLoss === null) return { ...before, sampledAt: now };
  const lossy = sample.outgoingLoss >= ladderLimits.steadyLoss;
  const clean = sample.outgoingLoss < ladderLimits.cleanLoss && (sample.roundTripMs ?? 0) < ladderLimits.cleanRoundTrip;
  return { ...before, sampledAt: now, lossySamples: lossy ? before.lossySamples + 1 : 0, cleanSince: clean ? (before.cleanSince ?? now) : null };
}

function rungByLoss(state: LadderState, { outgoingLoss }: LineSample): number {
  const sent = sentRung(state);
  const next = Math.min(sent + 1, rungs.length - 1);
  if (outgoingLoss !== null && outgoingLoss >= ladderLimits.ruinousLoss) return Math.max(next, firstSoundRung);
  return outgoingLoss !== null && (outgoingLoss >= ladderLimits.heavyLoss || state.lossySamples >= 2) ? next : sent;
}

function rungByEstimate(state: LadderState, { availableBitrate }: LineSample, now: number): number {
  const sent = sentRung(state);
  if (availableBitrate === null || now < state.settledAt) return sent;
  return rungs.findIndex(({ needs }, index) => index >= sent && needs <= Math.max(0, availableBitrate));
}

function stepDown(state: LadderState, rung: number, now: number): LadderState {
  const failed = state.climbedAt !== null && now - state.climbedAt < Math.max(ladderLimits.trialFor, 3 * state.climbAfter);
  const climbAfter = failed ? Math.min(2 * state.climbAfter, ladderLimits.lastClimbAfter) : ladderLimits.firstClimbAfter;
  // Two steps down after one climb are one failure.
  return { ...state, rung, climbAfter: state.climbedAt === null ? state.climbAfter : climbAfter, climbedAt: null, lossySamples: 0, cleanSince: null };
}

function mayClimb(state: LadderState, { availableBitrate }: LineSample, now: number): boolean {
  if (sentRung(state) <= bestSent(state) || state.cleanSince === null) return false;
  const wanted = (rungs[state.rung - 1]?.needs ?? 0) * ladderLimits.headroom;
  const doubtful = availableBitrate !== null && availableBitrate < wanted;
  return now - state.cleanSince >= (doubtful ? state.climbAfter * ladderLimits.doubtFactor : state.climbAfter);
}

/** A climb that held until the next one is trusted more: the wait becomes shorter again. */
const climb = (state: LadderState, now: number): LadderState => ({
  ...state,
  rung: state.rung - 1,
  climbAfter: state.climbedAt === null ? state.climbAfter : Math.max(state.climbAfter / 2, ladderLimits.firstClimbAfter),
  climbedAt: now,
  cleanSince: null,
  settledAt: now + ladderLimits.settleFor,
});
