import { comparisonProblems } from './problems/comparison-problems.ts';
import { orderProblems } from './problems/order-problems.ts';
import { wrong } from './procedure-problem.ts';
import type { ProcedureProblem } from './procedure-problem.ts';
import type { ProcedureTexts } from './procedure-texts.ts';
import type { Procedure } from './procedure.ts';
import { referenceProblems } from './problems/reference-problems.ts';
import { textProblems } from './problems/text-problems.ts';
import { unusedProblems } from './problems/unused-problems.ts';
import { valueProblems } from './problems/value-problems.ts';

/**
 * Third sieve: what a procedure that fits the schema may still get wrong. Does not depend on the day: what time does to a
 * procedure is told by `agingProblems`, and what no run can reach by `reachProblems`.
 * @param folder the folder's name, which the procedure's id must match
 */
export function meaningProblems(folder: string, procedure: Procedure, texts: ProcedureTexts): readonly ProcedureProblem[] {
  return [
    ...(procedure.id === folder ? [] : [wrong('id-not-folder', 'id', { id: procedure.id })]),
    ...referenceProblems(procedure),
    ...comparisonProblems(procedure),
    ...orderProblems(procedure),
    ...valueProblems(procedure),
    ...textProblems(procedure, texts),
    ...unusedProblems(procedure),
  ];
}
