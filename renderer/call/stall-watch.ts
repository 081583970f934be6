import { callTiming } from '../../shared/call/call-timing.ts';

export interface StallWatchOptions {
  /** Bytes received so far; `undefined` while there is nothing to count. */
  readonly read: () => Promise<number | undefined>;
  /** Bytes flow, for the first time or again. */
  readonly onCame: () => void;
  /** Nothing came for `callTiming.stallAfter`. */
  readonly onStopped: () => void;
  readonly now?: () => number;
}

/** Milliseconds between two looks: while bytes flow, and while they are waited for. */
const lookEvery = { flowing: 250, waiting: 100 } as const;

/** Watches the bytes of a call: ICE itself calls a dead path dead only after 4 to 17 seconds. */
export class StallWatch {
  readonly #options: StallWatchOptions;
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = 0;
  #flowing = false;
  #last: number | undefined;
  #lastChange = 0;
  #flowingSince = 0;

  constructor(options: StallWatchOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** When the last byte was seen to come, on the clock of this watch. */
  get lastByteAt(): number {
    return this.#lastChange;
  }

  /** When bytes began to flow, for the first time or the last time again, on the clock of this watch. */
  get flowingSince(): number {
    return this.#flowingSince;
  }

  /** Begins, or goes on with another connection, whose count starts again. */
  watch(): void {
    this.#last = undefined;
    if (this.#running > 0 && this.#timer !== undefined) return;
    this.#running += 1;
    this.#lastChange = this.#now();
    void this.#look(this.#running);
  }

  stop(): void {
    this.#running += 1;
    this.#flowing = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #look(turn: number): Promise<void> {
    const bytes = await this.#options.read().catch(() => undefined);
    if (turn !== this.#running) return;
    this.#compare(bytes);
    if (turn === this.#running) this.#timer = setTimeout(() => void this.#look(turn), this.#flowing ? lookEvery.flowing : lookEvery.waiting);
  }

  #compare(bytes: number | undefined): void {
    const moved = bytes !== undefined && bytes > 0 && bytes !== this.#last;
    if (bytes !== undefined) this.#last = bytes;
    if (moved) {
      this.#lastChange = this.#now();
      if (!this.#flowing) this.#turn(true);
    } else if (this.#flowing && this.#now() - this.#lastChange >= callTiming.stallAfter) this.#turn(false);
  }

  #turn(flowing: boolean): void {
    this.#flowing = flowing;
    if (flowing) {
      this.#flowingSince = this.#now();
      this.#options.onCame();
    } else this.#options.onStopped();
  }
}
