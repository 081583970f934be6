/** What one runner counted; `skips` name each test that was skipped and why. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly { readonly test: string; readonly reason: string }[];
}

export const passedOnce: Tally = { passed: 1, failed: 0, skips: [] };
export const failedOnce: Tally = { passed: 0, failed: 1, skips: [] };

/** A runner that ended badly although none of its tests did counts as one failure more. */
export function withExitCode(tally: Tally, exitCode: number): Tally {
  return exitCode === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skips: tallies.flatMap(({ skips }) => skips),
  };
}

/** The line everything ends with. */
export const tallyLine = ({ passed, failed, skips }: Tally): string => `${passed} passed, ${failed} failed, ${skips.length} skipped`;
