export interface Progress {
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number;
  readonly bytes: number;
}

/** Before so many milliseconds nothing can be said of how long a paper takes. */
const settleFor = 1_500;

/** Seconds until a paper is there at the pace it has had so far; `undefined` while that cannot be told. */
export function secondsLeft(first: Progress, now: Progress, total: number): number | undefined {
  const [took, moved] = [now.at - first.at, now.bytes - first.bytes];
  if (took < settleFor || moved <= 0) return undefined;
  return Math.ceil(((total - now.bytes) * took) / moved / 1_000);
}
