import type { Timers } from '../timers.ts';
import type { HubInput, HubValue, HubMethod } from '../hub-link/hub-link.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { Checklist } from '../../../shared/hub/prepared-question.ts';
import type { ChangeGround } from '../session/commit-change.ts';
import { checklistOf } from './ask-hub.ts';
import { liveConsultationsAt } from './consultation-store.ts';
import { logged, loggedLater } from './logged.ts';

/** A clerk's answers come in bursts: the official is told once they pause for so many milliseconds. */
const pause = 300;

export type CallHub = <Method extends HubMethod>(method: Method, input: HubInput<Method>) => Promise<Answer<HubValue<Method>>>;

/** Tells the officials of live consultations where the runs stand, each time that has changed. */
export class ProgressReports {
  readonly #ground: ChangeGround;
  readonly #timers: Timers;
  readonly #call: CallHub;
  /** What the hub has, by consultation. */
  readonly #told = new Map<string, string>();
  #callOff: (() => void) | undefined;

  constructor(ground: ChangeGround, timers: Timers, call: CallHub) {
    this.#ground = ground;
    this.#timers = timers;
    this.#call = call;
  }

  /** Something may have changed. */
  soon(hubAddress: string): void {
    this.#callOff ??= this.#timers.after(pause, () => {
      this.#callOff = undefined;
      logged(() => this.#tell(hubAddress));
    });
  }

  /** What was just asked or told with these words need not be told again. */
  note(consultationId: string, checklist: unknown): void {
    this.#told.set(consultationId, JSON.stringify(checklist));
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #tell(hubAddress: string): void {
    for (const { id, run_id: runId, stage } of liveConsultationsAt(this.#ground.db, hubAddress)) {
      const checklist = checklistOf(this.#ground, runId);
      if (checklist === null || stage === 'asking' || this.#told.get(id) === JSON.stringify(checklist)) continue;
      this.note(id, checklist);
      loggedLater(() => this.#report(id, checklist));
    }
  }

  async #report(consultationId: string, checklist: Checklist): Promise<void> {
    const told = await this.#call('reportProgress', { consultationId, checklist });
    if (!told.ok) this.#told.delete(consultationId);
  }
}
