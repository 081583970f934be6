import type { DeskClient } from '../../shared/desk/desk-client.ts';
import type { LegEndReason } from '../../shared/call/leg-reasons.ts';
import type { Medium } from '../../shared/hub/closed-lists.ts';
import type { LegSummary } from '../../shared/session/consultation-view.ts';
import type { LegKeeper } from '../call/call-conductor.ts';

/** Writes the stretches of a call into the desk's records as they begin and end, one after the other. */
export class DeskLegs implements LegKeeper {
  readonly #desk: DeskClient;
  readonly #consultationId: string;
  #last: Promise<string | undefined> = Promise.resolve(undefined);
  #reconnections = 0;

  constructor(desk: DeskClient, consultationId: string) {
    this.#desk = desk;
    this.#consultationId = consultationId;
  }

  openLeg(medium: Medium): void {
    this.#reconnections = 0;
    this.#last = this.#last.then(async () => {
      const reply = await this.#desk.openLeg({ consultationId: this.#consultationId, medium });
      return reply.ok ? reply.value.id : undefined;
    });
  }

  closeLeg(reason: LegEndReason): void {
    const summary: LegSummary = { setupMs: null, reconnections: this.#reconnections, relayed: null, rttMedian: null, lossP95: null, frozenMs: 0, secondsAudioOnly: 0 };
    this.#last = this.#last.then(async (legId) => {
      if (legId !== undefined) await this.#desk.closeLeg({ legId, reason, summary });
      return undefined;
    });
  }

  countReconnection(): void {
    this.#reconnections += 1;
  }
}
