import { conditionsOf, usesOf, usesOfDay } from '../condition-walk.ts';
import type { Use } from '../condition-walk.ts';
import { doubtful } from '../procedure-problem.ts';
import type { ProcedureProblem } from '../procedure-problem.ts';
import { deadlinesOf } from '../procedure.ts';
import type { Procedure } from '../procedure.ts';

/**
 * What nothing in the procedure uses. A question whose answer decides nothing is more than a slip of the pen: it asks the
 * resident for something the desk does not need.
 */
export function unusedProblems(procedure: Procedure): readonly ProcedureProblem[] {
  const uses = [...conditionsOf(procedure).flatMap(({ condition }) => usesOf(condition)), ...procedure.deadlines.flatMap(({ from }) => usesOfDay(from))];
  const used = new Set([...uses, ...shownBySteps(procedure), ...followedUp(procedure)].map(({ kind, id }) => `${kind} ${id}`));
  const unused = (kind: Use['kind'] | 'amount', section: string, ids: readonly string[]) =>
    ids.filter((id) => !used.has(`${kind} ${id}`)).map((id) => doubtful('never-used', `${section}.${id}`, { id }));
  const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
  return [
    ...unused('fact', 'facts', ids(procedure.facts)),
    ...unused('deadline', 'deadlines', ids(procedure.deadlines)),
    ...unused('amount', 'amounts', ids(procedure.amounts)),
    ...unused('condition', 'conditions', Object.keys(procedure.conditions ?? {})),
    ...unused('table', 'tables', Object.keys(procedure.tables ?? {})),
  ];
}

const shownBySteps = (procedure: Procedure) =>
  procedure.steps.flatMap((step) => [
    ...(step.deadlines ?? []).map((id) => ({ kind: 'deadline', id })),
    ...(step.amounts ?? []).map((id) => ({ kind: 'amount', id })),
  ]);

const followedUp = (procedure: Procedure) =>
  procedure.followUps.flatMap(({ due }) => deadlinesOf(due).map((id) => ({ kind: 'deadline', id })));
