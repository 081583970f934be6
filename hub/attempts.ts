import { TokenBucket } from './token-bucket.ts';

/** Tries of one address at codes and links: enough for typing errors, nothing for guessing. */
const tries = { burst: 10, perSecond: 1 / 30 } as const;
/** Addresses remembered; beyond, those that have not tried lately are forgotten. */
const rememberedAtMost = 10_000;

/** Counts tries that failed, by network address. */
export class Attempts {
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #elapsed: () => number;

  constructor(elapsed: () => number) {
    this.#elapsed = elapsed;
  }

  /** Whether this address may try once more. Counts the try: one that succeeds is not followed by many. */
  take(address: string): boolean {
    const now = this.#elapsed();
    const bucket = this.#buckets.get(address) ?? new TokenBucket(tries, now);
    if (this.#buckets.size >= rememberedAtMost) for (const [known, one] of this.#buckets) if (one.isFull(now)) this.#buckets.delete(known);
    this.#buckets.set(address, bucket);
    return bucket.take(now);
  }
}
