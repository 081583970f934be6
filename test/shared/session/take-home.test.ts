import { describe, expect, it } from 'vitest';
import type { ProcedureTexts } from '../../../shared/procedure/procedure-texts.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import { evaluateRun } from '../../../shared/procedure/procedure-run.ts';
import { foreseenOutcome } from '../../../shared/session/foreseen-outcome.ts';
import { takeHome } from '../../../shared/session/take-home.ts';
import type { RunRecord, RunScreen, SessionDetail } from '../../../shared/session/session-view.ts';
import { emptyState, sampleProcedure } from '../procedure/sample-procedure.ts';

const today = '2026-11-22';
const at = '2026-11-22T09:00:00Z';

const texts: ProcedureTexts = {
  title: 'Procedura di prova', purpose: 'Prova.', who: 'Chi prova.', after: 'Si attende.', whereToAsk: ['Contact Center 803 164', 'Patronato'],
  facts: {}, steps: {}, blocks: {}, amounts: {}, followUps: {},
  documents: {
    'identity-card': { name: 'Documento d’identità', cannotFind: 'Si chiede un duplicato all’anagrafe.' },
    'family-status': { name: 'Stato di famiglia' },
  },
  deadlines: { application: { name: 'Domanda', rule: '120 giorni dal fatto' }, 'papers-in': { name: 'Carte', rule: '30 aprile' } },
  outcomes: { sent: { title: 'Inviata', resident: 'La domanda è partita: l’INPS risponde in 30 giorni.' } },
};

const record: RunRecord = {
  id: 'run-1', procedure: 'sample', version: '2026.1', contentHash: '0'.repeat(64), title: texts.title, startedAt: at,
  endedAt: at, outcome: 'submitted', currentStep: 'send', note: 'una nota', submissions: [], numbers: [],
};

const facts = { province: 'RM', married: true, event: '2026-11-01', children: 1, channel: 'portal' };
const run = (change: Partial<RunRecord> = {}, state: Partial<RunState> = {}): RunScreen => ({
  record: { ...record, ...change }, procedure: sampleProcedure, texts, state: { ...emptyState, facts, ...state }, carriedOver: {},
});

const session = (change: Partial<SessionDetail> = {}): SessionDetail => ({
  id: 's', number: '2026-00017', privacy: 'named', state: 'open', who: 'Mario Rossi', clerkName: 'Ada Bo', openedAt: at, lastActivityAt: at,
  closedAt: undefined, outcome: undefined, procedures: [texts.title], step: undefined, people: [], runs: [run()], followUps: [], prints: [],
  closing: undefined, reopenDaysLeft: 0, events: [], ...change,
});

const paperNames = (one: RunScreen) => takeHome(session({ runs: [one] }), today)?.toBring.map((paper) => paper.name);

describe('the take-home page', () => {
  it('is refused to a confidential session', () => {
    expect(takeHome(session({ privacy: 'confidential' }), today)).toBeUndefined();
  });

  it('names expired identity documents, and only those', () => {
    const person = (id: string, identity: SessionDetail['people'][number]['identity']) => ({ id, role: 'main' as const, relation: undefined, residentId: id, details: {}, identity, returning: false });
    const people = [
      person('a', { document: 'carta-identita', inDate: false, seenAt: at }),
      person('b', { document: 'patente', inDate: true, seenAt: at }),
      person('c', { document: 'none', inDate: false, seenAt: at }),
      person('d', { document: 'passaporto-italiano', inDate: null, seenAt: at }),
      person('e', undefined),
    ];
    expect(takeHome(session({ people }), today)?.toRenew).toEqual([{ personId: 'a', document: 'carta-identita', role: 'main' }]);
    expect(takeHome(session({ people, privacy: 'confidential' }), today)).toBeUndefined();
  });

  it('says what was done in the words of the procedure, and when it was sent', () => {
    const submissions = [
      { id: '1', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: false } },
      { id: '2', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: true } },
      { id: '3', step: 'send', portal: 'inps', intendedAt: at, result: undefined },
    ];
    expect(takeHome(session({ runs: [run({ submissions })] }), today)?.runs).toEqual([
      { runId: 'run-1', title: texts.title, outcome: 'submitted', sentence: texts.outcomes['sent']?.resident, sentOn: [{ portal: 'inps', at }] },
    ]);
  });

  it('never says that an application went out when nobody said so', () => {
    const unsettled = [{ id: '1', step: 'send', portal: 'inps', intendedAt: at, result: undefined }];
    const notSent = [{ id: '2', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: false } }];
    for (const submissions of [[], unsettled, notSent]) {
      expect(takeHome(session({ runs: [run({ submissions })] }), today)?.runs[0]?.sentence).toBeUndefined();
    }
  });

  it('never says that an application did not go out when it did', () => {
    const submissions = [{ id: '1', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: true } }];
    const missing = { documents: [{ document: 'identity-card', subject: 'p1', state: 'missing' as const }], people: [{ id: 'p1', role: 'main' as const }] };
    const one = run({ submissions }, missing);
    const view = evaluateRun(one.procedure, one.state, today);
    expect(view.outcome?.is).toBe('documents-missing');
    expect(foreseenOutcome(one, view)).toEqual({ id: 'sent', is: 'submitted' });
    expect(takeHome(session({ runs: [one] }), today)?.runs[0]?.sentence).toBe(texts.outcomes['sent']?.resident);
    const several = { ...one, procedure: { ...one.procedure, outcomes: [...one.procedure.outcomes, { id: 'sent-too', is: 'submitted' as const, when: { fact: 'married', known: true as const } }] } };
    expect(foreseenOutcome(several, view)).toEqual({ id: undefined, is: 'submitted' });
  });

  it('has no sentence of the procedure when the clerk ended the run another way', () => {
    expect(takeHome(session({ runs: [run({ outcome: 'technical-failure' })] }), today)?.runs[0]?.sentence).toBeUndefined();
  });

  it('lists numbers with their procedure', () => {
    const numbers = [{ id: 'n', kind: 'domus' as const, value: '19685234', addedAt: at }];
    expect(takeHome(session({ runs: [run({ numbers })] }), today)?.numbers).toEqual([{ kind: 'domus', value: '19685234', title: texts.title }]);
  });

  it('asks for papers nobody spoke of only while the application has not gone out', () => {
    expect(paperNames(run({ outcome: 'info-only' }))).toEqual(['Documento d’identità', 'partner-consent', 'Stato di famiglia']);
    expect(paperNames(run({ outcome: 'submitted' }))).toEqual([]);
  });

  it('asks for papers marked as not there, with the way to get them, and never for those seen or not needed', () => {
    const documents = [
      { document: 'identity-card', subject: 'p1', state: 'cannot-find' as const },
      { document: 'partner-consent', subject: 'role:partner', state: 'not-needed' as const },
      { document: 'family-status', subject: 'household', state: 'seen' as const },
    ];
    expect(takeHome(session({ runs: [run({}, { documents })] }), today)?.toBring).toEqual([
      { name: 'Documento d’identità', role: 'main', help: 'Si chiede un duplicato all’anagrafe.' },
    ]);
  });

  it.each(['handed-over', 'not-entitled', 'cancelled'] as const)('asks for nothing after %s', (outcome) => {
    const documents = [{ document: 'identity-card', subject: 'p1', state: 'missing' as const }];
    expect(paperNames(run({ outcome }, { documents }))).toEqual([]);
  });

  it('names a paper two procedures ask for, and where to ask, once', () => {
    const sheet = takeHome(session({ runs: [run({ outcome: 'info-only' }), run({ id: 'run-2', outcome: 'info-only' })] }), today);
    expect(sheet?.toBring).toHaveLength(3);
    expect(sheet?.whereToAsk).toEqual(['Contact Center 803 164', 'Patronato']);
  });

  it('puts the days ahead in order, open follow-ups among them, and leaves the past out', () => {
    const followUp = { id: 'f', sessionId: 's', sessionNumber: '', who: '', what: 'Portare la carta nuova' };
    const followUps = [
      { ...followUp, due: '2027-04-01', state: 'open' as const },
      { ...followUp, due: '2027-04-02', state: 'done' as const },
      { ...followUp, due: '2026-11-21', state: 'open' as const },
    ];
    expect(takeHome(session({ followUps }), today)?.dates).toEqual([
      { date: '2027-03-01', what: 'Domanda', kind: 'last-day', title: texts.title },
      { date: '2027-04-01', what: 'Portare la carta nuova', kind: 'appointment', title: undefined },
      { date: '2027-04-30', what: 'Carte', kind: 'last-day', title: texts.title },
    ]);
  });

  it('leaves out the last day to send what was sent', () => {
    const submission = { id: '1', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: true } };
    const dates = (submissions: RunRecord['submissions']) => takeHome(session({ runs: [run({ submissions })] }), today)?.dates.map(({ what }) => what);
    expect(dates([submission])).toEqual(['Carte']);
    expect(dates([{ ...submission, result: { at, sent: false } }])).toEqual(['Domanda', 'Carte']);
  });

  it('never carries the note', () => {
    expect(JSON.stringify(takeHome(session(), today))).not.toContain('una nota');
  });
});
