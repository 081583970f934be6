import { conditionsOf } from '../condition-walk.ts';
import type { PlacedCondition } from '../condition-walk.ts';
import type { Condition } from '../condition-schema.ts';
import { wrong } from '../procedure-problem.ts';
import type { ProcedureProblem } from '../procedure-problem.ts';
import type { Procedure } from '../procedure.ts';
import { createSearch } from '../search/witness-search.ts';

/**
 * Steps, blocks, papers, deadlines and follow-ups no run can ever bring up, outcomes that are never the first to hold.
 * Only what is proved is told. Asks for a procedure whose references and circles are in order.
 */
export function reachProblems(procedure: Procedure): readonly ProcedureProblem[] {
  const canReach = createSearch(procedure);
  const owners = conditionsOf(procedure).filter(({ kind }) => kind !== 'outcome');
  const unreachable = owners.filter((owner) => canReach({ holds: inContext(owner, procedure) }) === false);
  return [...unreachable.map(({ place, id }) => wrong('never-holds', place, { id })), ...outcomeProblems(procedure, canReach)];
}

/** Where an owner's condition is looked at: a block's on its step, a paper's on a step that lists it, others anywhere. */
export function contextOf(owner: PlacedCondition, procedure: Procedure): Condition | undefined {
  const steps = procedure.steps.filter((step, at) => (owner.kind === 'block' ? at === owner.step : owner.kind === 'document' && step.documents?.includes(owner.id)));
  const whens = steps.flatMap(({ when }) => when ?? []);
  return whens.length === 0 || whens.length < steps.length ? undefined : { any: whens };
}

function inContext(owner: PlacedCondition, procedure: Procedure): Condition {
  const context = contextOf(owner, procedure);
  return context === undefined ? owner.condition : { all: [context, owner.condition] };
}

function outcomeProblems(procedure: Procedure, canReach: ReturnType<typeof createSearch>): readonly ProcedureProblem[] {
  const { outcomes } = procedure;
  const dead = outcomes.filter((outcome, at) => {
    const before = outcomes.slice(0, at).map(({ when }) => when);
    return canReach({ holds: outcome.when, before }) === false;
  });
  if (dead.length === outcomes.length) return [wrong('no-outcome', 'outcomes')];
  return dead.map(({ id }) => wrong('outcome-never-first', `outcomes.${id}.when`, { id }));
}
