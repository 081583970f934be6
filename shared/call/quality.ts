import { callTiming } from './call-timing.ts';
import type { LineSample } from './line-sample.ts';

/** Why a line is weak or lost, the worst first. The words are in `locales/<lang>/call.json`. */
export const weakReasons = ['packets-lost', 'broken-sound', 'frozen-picture', 'low-bandwidth', 'slow-answer', 'relay'] as const;
export type WeakReason = (typeof weakReasons)[number];

/** How the line is. `lost`: nothing comes from the other side. */
export type Verdict =
  | { readonly level: 'good' }
  | { readonly level: 'weak'; readonly reason: WeakReason }
  | { readonly level: 'lost'; readonly reason: 'no-media' };

interface Seen {
  readonly at: number;
  readonly sample: LineSample;
}

export interface QualityState {
  readonly verdict: Verdict;
  /** The samples of the last seconds, the oldest first. */
  readonly recent: readonly Seen[];
  /** Since when nothing is wrong while the verdict still says weak; milliseconds of the caller's clock. */
  readonly fineSince: number | null;
}

/** Samples of so many milliseconds make a verdict: long enough not to flicker, short enough to be believed. */
export const qualityWindow = 6_000;
/** A weak line is called good again after so many milliseconds without a fault. */
export const fineBeforeGood = 4_000;

export const newQuality: QualityState = { verdict: { level: 'good' }, recent: [], fineSince: null };

/**
 * The verdict after one more sample. Nothing coming is told at once; weakness is an average over the last seconds, and a
 * reason once told stays while it lasts, with a lower limit than the one that brought it up. Pure.
 * @param narrow the line keeps the picture small or away (`isNarrow` of the ladder)
 */
export function nextQuality(state: QualityState, sample: LineSample, narrow: boolean, now: number): QualityState {
  if (sample.silentForMs >= callTiming.stallAfter) return { verdict: { level: 'lost', reason: 'no-media' }, recent: [], fineSince: null };
  const recent = [...state.recent.filter(({ at }) => now - at < qualityWindow), { at: now, sample }];
  const told = state.verdict.level === 'weak' ? state.verdict.reason : undefined;
  const faults = weakReasons.filter((reason) => faulty(reason, recent, narrow, reason === told));
  const reason = told !== undefined && faults.includes(told) ? told : faults[0];
  if (reason !== undefined) return { verdict: { level: 'weak', reason }, recent, fineSince: null };
  const fineSince = state.fineSince ?? now;
  const wait = told !== undefined && now - fineSince < fineBeforeGood;
  return wait ? { verdict: state.verdict, recent, fineSince } : { verdict: { level: 'good' }, recent, fineSince: null };
}

/** Where each fault begins, and where it is over once told. */
export const weakLineLimits = {
  loss: { begins: 0.05, over: 0.03 },
  concealed: { begins: 0.05, over: 0.03 },
  frozenMs: { begins: 1_000, over: 250 },
  roundTripMs: { begins: 500, over: 400 },
} as const;

function faulty(reason: WeakReason, recent: readonly Seen[], narrow: boolean, told: boolean): boolean {
  const samples = recent.map(({ sample }) => sample);
  const at = (limit: { readonly begins: number; readonly over: number }) => (told ? limit.over : limit.begins);
  const slow = () => mean(samples.map(({ roundTripMs }) => roundTripMs)) >= at(weakLineLimits.roundTripMs);
  const relayed = samples.at(-1)?.relayed ?? false;
  switch (reason) {
    case 'packets-lost':
      return Math.max(mean(samples.map(({ outgoingLoss }) => outgoingLoss)), mean(samples.map(({ incomingLoss }) => incomingLoss))) >= at(weakLineLimits.loss);
    case 'broken-sound':
      return mean(samples.map(({ concealedSound }) => concealedSound)) >= at(weakLineLimits.concealed);
    case 'frozen-picture':
      return samples.reduce((sum, { frozenMs }) => sum + frozenMs, 0) >= at(weakLineLimits.frozenMs);
    case 'low-bandwidth':
      return narrow;
    case 'slow-answer':
      return !relayed && slow();
    case 'relay':
      return relayed && slow();
  }
}

/** Of what was measured; 0 when nothing was. */
function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}
