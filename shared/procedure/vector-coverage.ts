import { conditionsOf, leavesOf } from './condition-walk.ts';
import type { PlacedCondition } from './condition-walk.ts';
import type { Condition } from './condition-schema.ts';
import { contextOf } from './problems/reach-problems.ts';
import { evaluateRun } from './procedure-run.ts';
import type { Procedure, Step } from './procedure.ts';
import { groundOf } from './run-ground.ts';
import type { RunGround } from './run-ground.ts';
import { createSearch } from './search/witness-search.ts';
import { vectorState } from './vector-run.ts';
import type { Vector } from './vectors.ts';

/**
 * What the vectors of a procedure do not show, a line each: conditions and comparisons never seen true or never seen false
 * (as far as they can be), outcomes never reached, options never chosen, steps that can follow one another and never do.
 */
export function uncovered(procedure: Procedure, vectors: readonly Vector[]): readonly string[] {
  const canReach = createSearch(procedure, { tries: 20_000, thorough: false });
  const grounds = vectors.map((vector) => groundOf(procedure, vectorState(vector), vector.today));
  return [
    ...conditionsOf(procedure).flatMap((owner) => unseenTruths(procedure, owner, grounds, canReach)),
    ...unreachedOutcomes(procedure, vectors),
    ...unchosenOptions(procedure, grounds),
    ...unwalkedEdges(procedure, grounds, canReach),
  ];
}

type Search = ReturnType<typeof createSearch>;

/** A condition counts where the engine looks at it: a block's on its step, a paper's where a step lists it. */
function unseenTruths(procedure: Procedure, owner: PlacedCondition, grounds: readonly RunGround[], canReach: Search): readonly string[] {
  const context = contextOf(owner, procedure);
  const inContext = grounds.filter((ground) => ground.holds(context) === true);
  const parts = [{ place: owner.place, condition: owner.condition }, ...leavesOf(owner.condition, owner.place).map(({ place, leaf }) => ({ place, condition: leaf }))];
  const unseen = ({ place, condition }: { place: string; condition: Condition }, wanted: boolean) => {
    if (inContext.some((ground) => ground.holds(condition) === wanted)) return [];
    const part = wanted ? condition : { not: condition };
    const possible = canReach({ holds: context === undefined ? part : { all: [context, part] } });
    return possible === false ? [] : [`${place} is never seen ${wanted}`];
  };
  return [...new Set(parts.flatMap((part) => [...unseen(part, true), ...unseen(part, false)]))];
}

function unreachedOutcomes(procedure: Procedure, vectors: readonly Vector[]): readonly string[] {
  const reached = new Set(vectors.map((vector) => evaluateRun(procedure, vectorState(vector), vector.today).outcome?.id));
  return procedure.outcomes.filter(({ id }) => !reached.has(id)).map(({ id }) => `outcome ${id} is never reached`);
}

function unchosenOptions(procedure: Procedure, grounds: readonly RunGround[]): readonly string[] {
  return procedure.facts.flatMap(({ id, options }) =>
    (options ?? []).filter((option) => !grounds.some((ground) => ground.fact(id) === option)).map((option) => `option ${option} of ${id} is never chosen`),
  );
}

/** An edge: two steps certainly on the way with none between them, once every answer is in. */
function unwalkedEdges(procedure: Procedure, grounds: readonly RunGround[], canReach: Search): readonly string[] {
  const walked = new Set(grounds.flatMap((ground) => edgesOf(procedure.steps.filter((step) => ground.stepTruth(step.id) === true))));
  return procedure.steps.flatMap((from, at) =>
    stepsThatMayFollow(procedure.steps.slice(at + 1))
      .filter(({ step }) => !walked.has(`${from.id} → ${step.id}`))
      .flatMap(({ step, skipped }) => {
        const witness = canReach({ holds: edgeCondition(from, step, skipped) });
        return witness ? [`${from.id} → ${step.id} is never walked, e.g. on ${witness.today} ${JSON.stringify(witness.state.facts)}`] : [];
      }),
  );
}

const edgesOf = (steps: readonly Step[]): readonly string[] => steps.slice(1).map((step, at) => `${steps[at]?.id} → ${step.id}`);

/** Up to the first step that is always on the way, with the conditions of the steps skipped to get there. */
function stepsThatMayFollow(later: readonly Step[]): readonly { readonly step: Step; readonly skipped: readonly Condition[] }[] {
  const always = later.findIndex((step) => step.when === undefined);
  const reachable = always < 0 ? later : later.slice(0, always + 1);
  return reachable.map((step, at) => ({ step, skipped: reachable.slice(0, at).flatMap(({ when }) => when ?? []) }));
}

function edgeCondition(from: Step, to: Step, skipped: readonly Condition[]): Condition {
  const parts = [...[from.when, to.when].flatMap((when) => when ?? []), ...skipped.map((when): Condition => ({ not: when }))];
  return parts.length === 0 ? { all: [] } : { all: parts };
}
