import type { LegSummary } from '../session/consultation-view.ts';
import { sampleEvery } from './line-sample.ts';
import type { LineSample } from './line-sample.ts';

/** What is kept in mind of a leg while it lasts: the record gets a few figures, never the samples. */
export interface LegMeasure {
  readonly setupMs: number | null;
  readonly reconnections: number;
  readonly relayed: boolean | null;
  readonly roundTrips: readonly number[];
  /** The worse of both ways. */
  readonly losses: readonly number[];
  readonly frozenMs: number;
  readonly soundOnlyMs: number;
}

export const newLegMeasure: LegMeasure = { setupMs: null, reconnections: 0, relayed: null, roundTrips: [], losses: [], frozenMs: 0, soundOnlyMs: 0 };

/** Picture or sound is there for the first time, so long after the call was taken up. */
export const withSetUp = (measure: LegMeasure, setupMs: number): LegMeasure => ({ ...measure, setupMs: measure.setupMs ?? Math.round(setupMs) });

export const withReconnection = (measure: LegMeasure): LegMeasure => ({ ...measure, reconnections: measure.reconnections + 1 });

/**
 * One more look at the line.
 * @param withoutPicture the line, not the people, keeps the picture away
 */
export function withSample(measure: LegMeasure, sample: LineSample, withoutPicture: boolean): LegMeasure {
  const losses = [sample.outgoingLoss, sample.incomingLoss].filter((loss) => loss !== null);
  return {
    ...measure,
    relayed: sample.relayed,
    roundTrips: sample.roundTripMs === null ? measure.roundTrips : [...measure.roundTrips, sample.roundTripMs],
    losses: losses.length === 0 ? measure.losses : [...measure.losses, Math.max(...losses)],
    frozenMs: measure.frozenMs + sample.frozenMs,
    soundOnlyMs: measure.soundOnlyMs + (withoutPicture ? sampleEvery : 0),
  };
}

/** What the record keeps of the leg. */
export const legSummary = ({ setupMs, reconnections, relayed, roundTrips, losses, frozenMs, soundOnlyMs }: LegMeasure): LegSummary => ({
  setupMs,
  reconnections,
  relayed,
  rttMedian: quantile(roundTrips, 0.5),
  lossP95: quantile(losses, 0.95),
  frozenMs: Math.round(frozenMs),
  secondsAudioOnly: Math.round(soundOnlyMs / 1_000),
});

/** By the nearest rank: always a value that was measured. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  return values.toSorted((left, right) => left - right)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? null;
}
