import { describe, expect, it } from 'vitest';
import certificates from '../../../resources/procedures/certificati/procedure.json' with { type: 'json' };
import { evaluateRun } from '../../../shared/procedure/procedure-run.ts';
import { procedureSchema } from '../../../shared/procedure/procedure.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import { foreseenOutcome } from '../../../shared/session/foreseen-outcome.ts';
import { emptyState } from '../procedure/sample-procedure.ts';
import { run, today } from './sample-session.ts';

const procedure = procedureSchema.parse(certificates);
const holder = { certificate: 'cedolino', applicant: 'holder' };

const foreseen = (state: Partial<RunState>) => {
  const one = { ...run({ submissions: [] }), procedure, state: { ...emptyState, ...state } };
  return foreseenOutcome(one, evaluateRun(procedure, one.state, today));
};

describe('a certificate', () => {
  it('is said to be handed over once it was', () => {
    expect(foreseen({ facts: holder, doneSteps: ['certificate', 'applicant', 'handover-cedolino'] })).toEqual({ id: 'handed-over-cedolino', is: 'handed-over' });
  });

  it('is not said to be handed over when the step was left without', () => {
    expect(foreseen({ facts: holder, doneSteps: ['certificate', 'applicant'] })).toBeUndefined();
  });

  it('was handed over even where a paper left missing would deny it', () => {
    const facts = { ...holder, applicant: 'delegate' };
    const documents = [{ document: 'delegation', subject: 'p1', state: 'missing' as const }];
    expect(foreseen({ facts, documents, doneSteps: ['handover-cedolino'] })).toEqual({ id: 'handed-over-cedolino', is: 'handed-over' });
    expect(foreseen({ facts, documents })).toEqual({ id: 'delegation-incomplete', is: 'documents-missing' });
  });
});
