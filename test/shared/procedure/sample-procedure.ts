import { procedureSchema } from '../../../shared/procedure/procedure.ts';
import type { Procedure } from '../../../shared/procedure/procedure.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import sample from '../../fixtures/procedures/sample/procedure.json' with { type: 'json' };

/** A small made-up procedure with one of everything the engine knows. */
export const sampleProcedure: Procedure = procedureSchema.parse(sample);

/** A run in which nothing was recorded yet, with the main person at the desk. */
export const emptyState: RunState = {
  facts: {},
  documents: [],
  people: [{ id: 'p1', role: 'main' }],
  doneSteps: [],
  passedBlocks: [],
  sent: [],
};
