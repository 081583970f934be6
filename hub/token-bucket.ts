/** A rate: so many at once, and so many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts what a connection or an address uses of its rate. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds of a clock that only goes forward */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#filledAt = now;
  }

  /** Whether there was room for so much; it is then used. */
  take(now: number, amount = 1): boolean {
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate.perSecond);
    this.#filledAt = now;
    if (this.#tokens < amount) return false;
    this.#tokens -= amount;
    return true;
  }

  /** Nothing used of it lately. */
  isFull(now: number): boolean {
    return this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate.perSecond >= this.#rate.burst;
  }
}
