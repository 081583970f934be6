import { legSummary, newLegMeasure, withReconnection, withSample, withSetUp } from '../../shared/call/leg-measure.ts';
import type { LegEndReason } from '../../shared/call/leg-reasons.ts';
import type { LineSample } from '../../shared/call/line-sample.ts';
import type { DeskClient } from '../../shared/desk/desk-client.ts';
import type { Medium } from '../../shared/hub/closed-lists.ts';
import type { LegKeeper } from '../call/leg-keeper.ts';

/** Writes the stretches of a call into the desk's records as they begin and end, one after the other, with how each went. */
export class DeskLegs implements LegKeeper {
  readonly #desk: Pick<DeskClient, 'openLeg' | 'closeLeg'>;
  readonly #consultationId: string;
  #last: Promise<string | undefined> = Promise.resolve(undefined);
  #measure = newLegMeasure;

  constructor(desk: Pick<DeskClient, 'openLeg' | 'closeLeg'>, consultationId: string) {
    this.#desk = desk;
    this.#consultationId = consultationId;
  }

  readonly openLeg = (medium: Medium): void => {
    this.#measure = newLegMeasure;
    this.#last = this.#last.then(async () => {
      const reply = await this.#desk.openLeg({ consultationId: this.#consultationId, medium });
      return reply.ok ? reply.value.id : undefined;
    });
  };

  readonly closeLeg = (reason: LegEndReason): void => {
    const summary = legSummary(this.#measure);
    this.#last = this.#last.then(async (legId) => {
      if (legId !== undefined) await this.#desk.closeLeg({ legId, reason, summary });
      return undefined;
    });
  };

  readonly countSetUp = (afterMs: number): void => {
    this.#measure = withSetUp(this.#measure, afterMs);
  };

  readonly countReconnection = (): void => {
    this.#measure = withReconnection(this.#measure);
  };

  readonly countSample = (sample: LineSample, withoutPicture: boolean): void => {
    this.#measure = withSample(this.#measure, sample, withoutPicture);
  };
}
