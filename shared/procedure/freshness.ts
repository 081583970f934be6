import { doubtful } from './procedure-problem.ts';
import type { ProcedureProblem } from './procedure-problem.ts';
import type { Procedure } from './procedure.ts';

export type Freshness = 'fresh' | 'review-due' | 'expired';

/** How far a procedure can be relied on, on a day: past `validTo`, past `reviewBy`, or neither. */
export function freshnessOf(procedure: Procedure, today: string): Freshness {
  if (procedure.validTo !== null && today > procedure.validTo) return 'expired';
  return today > procedure.reviewBy ? 'review-due' : 'fresh';
}

/** What time does to a procedure, as warnings: it works all the same, and shows what is out of date as such. */
export function agingProblems(procedure: Procedure, today: string): readonly ProcedureProblem[] {
  const expired = procedure.amounts.filter((amount) => today > amount.validTo);
  return [
    ...(today < procedure.validFrom ? [doubtful('procedure-not-yet-valid', 'validFrom', { day: procedure.validFrom })] : []),
    ...(procedure.validTo !== null && today > procedure.validTo ? [doubtful('procedure-expired', 'validTo', { day: procedure.validTo })] : []),
    ...(today > procedure.reviewBy ? [doubtful('review-due', 'reviewBy', { day: procedure.reviewBy })] : []),
    ...expired.map((amount) => doubtful('amount-expired', `amounts.${amount.id}.validTo`, { id: amount.id, day: amount.validTo })),
  ];
}
