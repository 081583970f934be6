import { perProcedure } from './per-procedure.ts';
import type { DeadlineDefinition, DocumentDefinition, Fact, Procedure, Step } from './procedure.ts';

/** A procedure's parts by id, and which steps ask a fact or list a paper. */
export interface ProcedureIndex {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly documents: ReadonlyMap<string, DocumentDefinition>;
  readonly deadlines: ReadonlyMap<string, DeadlineDefinition>;
  readonly stepsAsking: ReadonlyMap<string, readonly Step[]>;
  readonly stepsListing: ReadonlyMap<string, readonly Step[]>;
}

/** The index of a procedure. */
export const indexOf: (procedure: Procedure) => ProcedureIndex = perProcedure((procedure) => ({
  facts: byId(procedure.facts),
  steps: byId(procedure.steps),
  documents: byId(procedure.documents),
  deadlines: byId(procedure.deadlines),
  stepsAsking: stepsBy(procedure.steps, (step) => step.facts ?? []),
  stepsListing: stepsBy(procedure.steps, (step) => step.documents ?? []),
}));

const byId = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]));

function stepsBy(steps: readonly Step[], idsOf: (step: Step) => readonly string[]): Map<string, Step[]> {
  const map = new Map<string, Step[]>();
  for (const step of steps) for (const id of idsOf(step)) map.set(id, [...(map.get(id) ?? []), step]);
  return map;
}
