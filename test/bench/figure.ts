/** One line a figure; `ratio` is taken in the same run, against what `versus` names. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'count' | 'per-second' | 'percent' | 'pixels';
  readonly ratio?: { readonly value: number; readonly versus: string };
}

const rounded = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 1));

/** `bench <name> <value> <unit> [ratio <r> vs <what>]` */
export function figureLine({ name, value, unit, ratio }: Figure): string {
  const line = `bench ${name} ${rounded(value)} ${unit}`;
  return ratio ? `${line} ratio ${ratio.value.toFixed(2)} vs ${ratio.versus}` : line;
}

/** Nearest-rank percentile of a sample that is not empty; `share` between 0 and 1. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
