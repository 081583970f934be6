import type { LegEndReason } from '../../shared/call/leg-reasons.ts';
import type { LineSample } from '../../shared/call/line-sample.ts';
import type { Medium } from '../../shared/hub/closed-lists.ts';

/** What is written down of a call as it happens. */
export interface LegKeeper {
  readonly openLeg: (medium: Medium) => void;
  readonly closeLeg: (reason: LegEndReason) => void;
  readonly countSetUp: (afterMs: number) => void;
  readonly countReconnection: (afterMs: number) => void;
  /** A look at the line. `withoutPicture`: the line, not the people, keeps the picture away. */
  readonly countSample: (sample: LineSample, withoutPicture: boolean) => void;
}

/** Of a line that has no record: every one but that between desk and official. */
export const noLegs: LegKeeper = { openLeg: () => undefined, closeLeg: () => undefined, countSetUp: () => undefined, countReconnection: () => undefined, countSample: () => undefined };
