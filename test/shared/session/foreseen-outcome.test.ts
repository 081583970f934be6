import { describe, expect, it } from 'vitest';
import { evaluateRun } from '../../../shared/procedure/procedure-run.ts';
import { foreseenOutcome } from '../../../shared/session/foreseen-outcome.ts';
import { takeHome } from '../../../shared/session/take-home.ts';
import { sampleProcedure } from '../procedure/sample-procedure.ts';
import { at, run, session, texts, today } from './sample-session.ts';

describe('the outcome foreseen', () => {
  it('never says that an application did not go out when it did', () => {
    const submissions = [{ id: '1', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: true } }];
    const missing = { documents: [{ document: 'identity-card', subject: 'p1', state: 'missing' as const }], people: [{ id: 'p1', role: 'main' as const }] };
    const one = run({ submissions }, missing);
    const view = evaluateRun(one.procedure, one.state, today);
    expect(view.outcome?.is).toBe('documents-missing');
    expect(foreseenOutcome(one, view)).toEqual({ id: 'sent', is: 'submitted' });
    expect(takeHome(session({ runs: [one] }), today)?.runs[0]?.sentence).toBe(texts.outcomes['sent']?.resident);
    const either = { ...one, procedure: { ...one.procedure, outcomes: [...one.procedure.outcomes, { id: 'sent-otherwise', is: 'submitted' as const, when: { fact: 'married', eq: false } }] } };
    expect(foreseenOutcome(either, evaluateRun(either.procedure, either.state, today))).toEqual({ id: 'sent', is: 'submitted' });
    const several = { ...one, procedure: { ...one.procedure, outcomes: [...one.procedure.outcomes, { id: 'sent-too', is: 'submitted' as const, when: { fact: 'married', known: true as const } }] } };
    expect(foreseenOutcome(several, evaluateRun(several.procedure, several.state, today))).toEqual({ id: 'sent', is: 'submitted' });
    const none = { ...several, procedure: { ...several.procedure, outcomes: several.procedure.outcomes.map((outcome) => (outcome.is === 'submitted' ? { ...outcome, when: { fact: 'married', eq: false } } : outcome)) } };
    expect(foreseenOutcome(none, evaluateRun(none.procedure, none.state, today))).toEqual({ id: undefined, is: 'submitted' });
  });

  it('is nothing while nobody knows what became of a sending: the page must not say that it did not go out', () => {
    const pending = { id: '1', step: 'send', portal: 'inps', intendedAt: at, result: undefined };
    const missing = { documents: [{ document: 'identity-card', subject: 'p1', state: 'missing' as const }], people: [{ id: 'p1', role: 'main' as const }] };
    const one = run({ submissions: [pending], outcome: 'documents-missing' }, missing);
    const view = evaluateRun(one.procedure, one.state, today);
    expect(view.outcome?.is).toBe('documents-missing');
    expect(foreseenOutcome(one, view)).toBeUndefined();
    expect(takeHome(session({ runs: [one] }), today)?.runs[0]).toMatchObject({ sentence: undefined, sentOn: [], unsettledSince: at });
    const failed = run({ submissions: [{ ...pending, result: { at, sent: false } }], outcome: 'documents-missing' }, missing);
    expect(takeHome(session({ runs: [failed] }), today)?.runs[0]).toMatchObject({ unsettledSince: undefined });
  });

  it('is a handing over only once its step was left as done', () => {
    const procedure = {
      ...sampleProcedure,
      steps: [...sampleProcedure.steps, { id: 'hand-over', kind: 'handover' as const }],
      outcomes: [{ id: 'given', is: 'handed-over' as const, when: { fact: 'married', eq: true } }],
    };
    const foreseen = (doneSteps: readonly string[]) => {
      const one = { ...run({}, { doneSteps }), procedure };
      return foreseenOutcome(one, evaluateRun(procedure, one.state, today));
    };
    expect(foreseen([])).toBeUndefined();
    expect(foreseen(['hand-over'])).toEqual({ id: 'given', is: 'handed-over' });
  });
});
