import { indexOf } from '../../../shared/procedure/procedure-index.ts';
import { evaluateRun, nextStep } from '../../../shared/procedure/procedure-run.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { Facts } from '../../../shared/procedure/run-state.ts';
import type { CatalogueEntry, HostContext } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { factsToCarry } from './carried-facts.ts';
import { commitChange } from './commit-change.ts';
import { peopleOf } from './person-store.ts';
import { pinProcedure } from './procedure-version-store.ts';
import { insertRun } from './run-store.ts';
import { saveStep } from './step-store.ts';

/**
 * Begins a run with the definition as the catalogue has it now, and with the answers the session has given already.
 * @returns the new run's id
 */
export function beginRun(context: HostContext, sessionId: string, entry: CatalogueEntry, today: string): string {
  const { db } = context;
  const { procedure, contentHash } = entry;
  const runId = newId(context.clock());
  const carried = factsToCarry(db, sessionId, procedure, today);
  const first = firstStep(context, sessionId, procedure, carried, today);
  const data = { run: runId, procedure: procedure.id, version: procedure.version, contentHash };
  commitChange(context, { event: 'run-started', sessionId, data }, (at) => {
    pinProcedure(db, entry);
    insertRun(db, { id: runId, session_id: sessionId, procedure_id: procedure.id, content_hash: contentHash, started_at: at });
    const answered = byStep(procedure, carried);
    for (const [step, facts] of answered) saveStep(db, runId, { step, facts, done: false, next: first, visit: 0 }, at);
    saveStep(db, runId, { step: first, facts: answered.get(first) ?? {}, done: false, next: first, visit: 1 }, at);
  });
  return runId;
}

function firstStep({ db }: HostContext, sessionId: string, procedure: Procedure, facts: Facts, today: string): string {
  const people = peopleOf(db, sessionId).map(({ id, role }) => ({ id, role }));
  const view = evaluateRun(procedure, { facts, documents: [], people, doneSteps: [], passedBlocks: [], sent: [] }, today);
  return nextStep(view, '') ?? procedure.steps[0]?.id ?? '';
}

/** Answers by the step that asks them first. */
function byStep(procedure: Procedure, facts: Facts): ReadonlyMap<string, Facts> {
  const steps = new Map<string, Facts>();
  for (const [id, value] of Object.entries(facts)) {
    const step = indexOf(procedure).stepsAsking.get(id)?.[0];
    if (step !== undefined) steps.set(step.id, { ...steps.get(step.id), [id]: value });
  }
  return steps;
}
