import { openLegs } from './leg-store.ts';
import type { HubLink } from '../hub-link/hub-link.ts';
import { repeating } from '../timers.ts';
import type { HubGround } from './hub-ground.ts';
import { logged } from './logged.ts';

/** Shorter than the shortest wait after which an unattended desk locks, in milliseconds. */
const stillThere = 20_000;

/** While a call goes on the line is watched closely, and the desk does not lock although nobody types. */
export class InCallWatch {
  readonly #ground: HubGround;
  readonly #link: HubLink;
  #stop: (() => void) | undefined;

  constructor(ground: HubGround, link: HubLink) {
    this.#ground = ground;
    this.#link = link;
  }

  /** The view may be another. */
  look(): void {
    const inCall = this.#link.view()?.consultations.some(({ state }) => state === 'active') === true && this.#link.state().at !== 'refused';
    this.#link.setInCall(inCall);
    if (!inCall) return this.stop();
    this.#stop ??= repeating(this.#ground.timers, stillThere, () => logged(() => this.#keepAwake()));
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #keepAwake(): void {
    if (openLegs(this.#ground.db).length > 0) this.#ground.keepAwake();
  }
}
