import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod } from '../../../shared/procedure/deadlines.ts';
import { evaluateRun, nextStep, previousStep } from '../../../shared/procedure/procedure-run.ts';
import type { Facts, RunState } from '../../../shared/procedure/run-state.ts';
import { emptyState, sampleProcedure } from './sample-procedure.ts';

const today = '2026-11-22';
const view = (facts: Facts, rest: Partial<RunState> = {}, on = today) => evaluateRun(sampleProcedure, { ...emptyState, ...rest, facts }, on);
const stepsOf = (facts: Facts) => view(facts).steps.map((step) => `${step.id} ${step.state}`);

describe('steps', () => {
  it('are possible while an answer they hang on is missing', () => {
    expect(stepsOf({})).toEqual([
      'who todo',
      'event-day possible',
      'family possible',
      'papers todo',
      'channel-step todo',
      'large-family possible',
      'send possible',
    ]);
  });

  it('leave the way when the answer rules them out, with the steps that hang on their questions', () => {
    expect(stepsOf({ province: 'BS', married: false, channel: 'caf' })).toEqual(['who todo', 'papers todo', 'channel-step todo']);
  });

  it('take the flow of the province on the day', () => {
    expect(view({ province: 'AL' }, {}, '2025-09-29').steps.map((step) => step.id)).toContain('event-day');
    expect(view({ province: 'AL' }, {}, '2025-09-30').steps.map((step) => step.id)).not.toContain('event-day');
    expect(view({ province: 'BL' }, {}, '2026-12-31').steps.map((step) => step.id)).toContain('event-day');
  });

  it('ignore the recorded answers of a step no longer on the way', () => {
    expect(stepsOf({ province: 'BS', married: true, children: 4 })).toContain('large-family todo');
    expect(stepsOf({ province: 'BS', married: false, children: 4 })).not.toContain('large-family todo');
  });

  it('come after a sending once something was sent there, and only while that step is on the way', () => {
    const thanks = { id: 'thanks', kind: 'read-aloud' as const, when: { sent: 'send' } };
    const procedure = { ...sampleProcedure, steps: [...sampleProcedure.steps, thanks] };
    const stateOfThanks = (channel: string | undefined, sent: readonly string[]) =>
      evaluateRun(procedure, { ...emptyState, facts: channel === undefined ? {} : { channel }, sent }, today).steps.find(({ id }) => id === 'thanks')?.state;
    expect(stateOfThanks(undefined, [])).toBe('possible');
    expect(stateOfThanks('portal', [])).toBeUndefined();
    expect(stateOfThanks('portal', ['send'])).toBe('todo');
    expect(stateOfThanks('caf', ['send'])).toBeUndefined();
  });

  it('are done when left with everything answered, and to do again when an answer is taken back', () => {
    const done = { doneSteps: ['who', 'papers'] };
    expect(view({ province: 'BS', married: null }, done).progress).toEqual({ done: 2, total: 3, possible: 1 });
    expect(view({ province: 'BS' }, done).progress).toEqual({ done: 1, total: 3, possible: 3 });
  });

  it('follow and precede one another over those certainly on the way', () => {
    const run = view({ province: 'BS', married: true });
    expect(nextStep(run, 'who')).toBe('family');
    expect(nextStep(run, 'channel-step')).toBeUndefined();
    expect(nextStep(run, 'event-day')).toBe('who');
    expect(previousStep(run, 'papers')).toBe('family');
    expect(previousStep(run, 'who')).toBeUndefined();
  });
});

describe('documents', () => {
  const papers = (facts: Facts, rest: Partial<RunState> = {}) => view(facts, rest).documents.map((need) => `${need.document}/${need.subject}`);

  it('are asked of whoever is there, and of an absent partner when the condition says so', () => {
    expect(papers({ married: false })).toEqual(['identity-card/p1']);
    expect(papers({ married: true })).toEqual(['identity-card/p1', 'partner-consent/role:partner']);
    const couple = { people: [...emptyState.people, { id: 'p2', role: 'partner' as const }] };
    expect(papers({ married: true, children: 1 }, couple)).toEqual([
      'identity-card/p1',
      'identity-card/p2',
      'partner-consent/p2',
      'family-status/household',
    ]);
  });

  it('are asked of the main person before that person is entered', () => {
    expect(papers({}, { people: [] })).toEqual(['identity-card/role:main']);
  });

  it('carry the clerk’s mark and decide the outcome', () => {
    const missing = view({ channel: 'portal' }, { documents: [{ document: 'identity-card', subject: 'p1', state: 'missing' }] });
    expect(missing.documents[0]?.state).toBe('missing');
    expect(missing.outcome).toEqual({ id: 'no-identity', is: 'documents-missing' });
    const seen = view({ channel: 'portal' }, { documents: [{ document: 'identity-card', subject: 'p1', state: 'seen' }] });
    expect(seen.outcome).toEqual({ id: 'sent', is: 'submitted' });
  });
});

describe('deadlines, blocks, follow-ups, amounts', () => {
  const facts = { province: 'BL', married: true, event: '2026-07-01', channel: 'portal' };

  it('stand with their day and the days left', () => {
    expect(view(facts).deadlines).toEqual([
      { id: 'application', date: '2026-10-29', from: '2026-07-01', kind: 'last-day', daysLeft: -24 },
      { id: 'papers-in', date: '2027-04-30', from: '2026-07-01', kind: 'last-day', daysLeft: 159 },
    ]);
    expect(view(facts).followUps).toEqual([
      { id: 'ask-again', due: '2026-12-22' },
      { id: 'bring-papers', due: '2027-04-30' },
    ]);
  });

  it('remind of what has a last day no later than on it, as long as it is to come', () => {
    const followUps = [{ id: 'ask-again', due: { after: { days: 30 }, notAfter: 'application' } }];
    const dueOn = (on: string) => evaluateRun({ ...sampleProcedure, followUps }, { ...emptyState, facts }, on).followUps[0]?.due;
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const on = addPeriod('2026-10-29', { days });
        const later = addPeriod(on, { days: 30 });
        expect(dueOn(on)).toBe(days > 0 || later <= '2026-10-29' ? later : '2026-10-29');
      }),
    );
  });

  it('remind by the nearest of several last days still to come', () => {
    const followUps = [{ id: 'ask-again', due: { after: { days: 400 }, notAfter: ['papers-in', 'application'] } }];
    const dueOn = (on: string) => evaluateRun({ ...sampleProcedure, followUps }, { ...emptyState, facts }, on).followUps[0]?.due;
    expect(['2026-10-29', '2026-10-30', '2027-05-01'].map(dueOn)).toEqual(['2026-10-29', '2027-04-30', '2028-06-04']);
  });

  it('are compared with and never told when they are unspoken', () => {
    const deadlines = sampleProcedure.deadlines.map((deadline) => (deadline.id === 'application' ? { ...deadline, unspoken: true as const } : deadline));
    const silent = evaluateRun({ ...sampleProcedure, deadlines }, { ...emptyState, facts }, '2026-11-22');
    expect(silent.deadlines.map(({ id }) => id)).toEqual(['papers-in']);
    expect(silent.blocks.map(({ id }) => id)).toEqual(['too-late']);
  });

  it('do not stand when nobody knows the day they are counted from', () => {
    const unknown = { ...facts, event: null };
    expect(view(unknown).deadlines).toEqual([]);
    expect(view(unknown).blocks).toEqual([]);
    expect(view({ province: 'BL', channel: 'portal' }).deadlines).toEqual([]);
  });

  it('stop the clerk once the deadline is past, until passed knowingly', () => {
    const block = { id: 'too-late', step: 'channel-step', stops: true, referral: 'patronato' };
    expect(view(facts).blocks).toEqual([{ ...block, passed: false }]);
    expect(view(facts, { passedBlocks: ['too-late'] }).blocks).toEqual([{ ...block, passed: true }]);
    expect(view(facts, {}, '2026-10-29').blocks).toEqual([]);
  });

  it('show an amount past its dates as expired', () => {
    expect(view({}).amounts.map((amount) => [amount.id, amount.expired])).toEqual([['fee', false]]);
    expect(view({}, {}, '2027-01-01').amounts[0]?.expired).toBe(true);
  });
});
