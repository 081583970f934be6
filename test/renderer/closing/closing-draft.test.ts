import { describe, expect, it } from 'vitest';
import { closingDraft, closingOf, closingProblems, followUpProposals } from '../../../renderer/closing/closing-draft.ts';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import type { SessionDetail } from '../../../shared/session/session-view.ts';
import { emptyState, sampleProcedure } from '../../shared/procedure/sample-procedure.ts';

const today = '2026-11-22';
const at = '2026-11-22T09:00:00Z';

const run = (outcome: Outcome | undefined, facts = {}): SessionDetail['runs'][number] => ({
  record: {
    id: 'r', procedure: 'sample', version: '2026.1', contentHash: '', title: 'Prova', startedAt: at, endedAt: undefined, outcome,
    currentStep: 'who', note: '', submissions: [], numbers: [],
  },
  procedure: sampleProcedure,
  texts: {
    title: 'Prova', purpose: '', who: '', after: '', whereToAsk: [], facts: {}, documents: {}, steps: {}, blocks: {}, deadlines: {},
    amounts: {}, outcomes: {}, followUps: { 'bring-papers': { what: 'Portare le carte' } },
  },
  state: { ...emptyState, facts },
  carriedOver: {},
});

const session = (runs: SessionDetail['runs']): SessionDetail => ({
  id: 's', number: '2026-00001', privacy: 'named', state: 'open', who: '', clerkName: '', openedAt: at, lastActivityAt: at, closedAt: undefined,
  outcome: undefined, procedures: [], run: undefined, step: undefined, people: [], runs, followUps: [], prints: [], consultations: [], continues: undefined, continuedBy: [], closing: undefined, reopenDaysLeft: 0, events: [],
});

const lateFacts = { province: 'RM', married: true, event: '2026-01-01', children: 0, channel: 'caf' };

describe('the closing questions', () => {
  it('propose the outcome of the run that got furthest', () => {
    expect(closingDraft(session([run('info-only'), run('submitted'), run('cancelled')]), today).outcome).toBe('submitted');
  });

  it('propose what a run not concluded would come to, and the referral of its block', () => {
    expect(closingDraft(session([run(undefined, lateFacts)]), today)).toMatchObject({ outcome: 'referred', referral: 'patronato' });
  });

  it('propose the referral of what stopped the clerk before that of what only warned', () => {
    const warned = run(undefined, lateFacts);
    const [first, ...others] = sampleProcedure.steps;
    if (first === undefined) throw new Error('a procedure without steps');
    const warning = { id: 'to-the-caf', when: { fact: 'married', eq: true }, stops: false, referral: 'caf' as const };
    const steps = [{ ...first, blocks: [warning] }, ...others];
    expect(closingDraft(session([{ ...warned, procedure: { ...sampleProcedure, steps } }]), today).referral).toBe('patronato');
  });

  it('propose nothing without runs', () => {
    expect(closingDraft(session([]), today)).toMatchObject({ outcome: undefined, autonomy: undefined, useful: undefined, referral: 'none' });
  });

  it('ask for everything but the referral', () => {
    const empty = closingDraft(session([]), today);
    expect(closingProblems(empty, today)).toEqual({ outcome: true, autonomy: true, useful: true });
    expect(closingOf(empty)).toBeUndefined();
    expect(closingProblems({ ...empty, followUp: true, due: '2026-11-21' }, today)).toMatchObject({ due: true, what: true });
  });

  it('are complete without a follow-up', () => {
    const full = { ...closingDraft(session([run('submitted')]), today), autonomy: 2 as const, useful: 'no' as const };
    expect(closingProblems(full, today)).toEqual({});
    expect(closingOf(full)).toEqual({ outcome: 'submitted', autonomy: 2, useful: 'no', referral: 'none' });
  });

  it("offer the procedures' own reminders that are still ahead", () => {
    expect(followUpProposals(session([run(undefined, { ...lateFacts, event: '2026-10-01' })]), today)).toEqual([{ due: '2027-04-30', what: 'Portare le carte' }]);
    expect(followUpProposals(session([run(undefined, { ...lateFacts, event: '2024-10-01' })]), today)).toEqual([]);
  });
});
