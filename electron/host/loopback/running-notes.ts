import type { DeskMode } from '../../../shared/desk/desk-view.ts';
import { noteRunningDesk } from './note-running-desk.ts';
import { forgetRunningDesk } from './running-desk.ts';
import type { RunningDesk } from './running-desk.ts';

/**
 * Leaves word for a second start in the folder of every desk this process holds, be it held before its port is known or long
 * after, as training is that somebody comes to from the real desk.
 */
export class RunningNotes {
  readonly #folderOf: (mode: DeskMode) => string;
  readonly #held = new Set<DeskMode>();
  #running: RunningDesk | undefined;

  constructor(folderOf: (mode: DeskMode) => string) {
    this.#folderOf = folderOf;
  }

  /** The folder of this desk is ours from now on. */
  readonly hold = (mode: DeskMode): void => {
    this.#held.add(mode);
    if (this.#running) noteRunningDesk(this.#folderOf(mode), this.#running);
  };

  /** The process can be reached from now on. */
  reachedAt(running: RunningDesk): void {
    this.#running = running;
    this.#held.forEach(this.hold);
  }

  forget(): void {
    for (const mode of this.#held) forgetRunningDesk(this.#folderOf(mode));
  }
}
