/** Chance that comes out the same every time from the same seed: synthetic records can be made again, byte for byte. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Whole numbers, both ends included. */
  between(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** `true` so many times in a hundred. */
  percent(often: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
  bytes(count: number): Buffer;
}

/** The mulberry32 generator (public domain, Tommy Ettinger): 32 bits of state, more than good enough for make-believe. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createChance(seed: number): Chance {
  const next = mulberry32(seed);
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    percent: (often) => next() * 100 < often,
    shuffle: (items) => items.map((item) => ({ item, key: next() })).sort((one, other) => one.key - other.key).map(({ item }) => item),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => between(0, 255))),
  };
}
