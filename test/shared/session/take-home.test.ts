import { describe, expect, it } from 'vitest';
import { takeHome } from '../../../shared/session/take-home.ts';
import type { RunRecord, RunScreen, SessionDetail } from '../../../shared/session/session-view.ts';
import { emptyState, sampleProcedure } from '../procedure/sample-procedure.ts';
import { at, run, session, texts, today } from './sample-session.ts';

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
      { runId: 'run-1', title: texts.title, outcome: 'submitted', sentence: texts.outcomes['sent']?.resident, sentOn: [{ portal: 'inps', at }], unsettledSince: undefined },
    ]);
  });

  it('never says that an application went out when nobody said so', () => {
    const unsettled = [{ id: '1', step: 'send', portal: 'inps', intendedAt: at, result: undefined }];
    const notSent = [{ id: '2', step: 'send', portal: 'inps', intendedAt: at, result: { at, sent: false } }];
    for (const submissions of [[], unsettled, notSent]) {
      expect(takeHome(session({ runs: [run({ submissions })] }), today)?.runs[0]?.sentence).toBeUndefined();
    }
  });

  it('has no sentence of the procedure when the clerk ended the run another way', () => {
    expect(takeHome(session({ runs: [run({ outcome: 'technical-failure' })] }), today)?.runs[0]?.sentence).toBeUndefined();
  });

  it('says what an official said, and what to do, once they have said it', () => {
    const asked = { id: 'c', sessionId: 's', runId: null, officeId: 'lecco', officeName: 'INPS Lecco', stage: 'ended', askedAt: at, callBackAt: null, claimedAt: at, officialName: 'F. Neri', endedAt: at, endReason: 'done', decline: null, legs: [], notes: [] } as const;
    const question = { topic: 'isee', urgency: 'ordinary', language: 'it', preferential: false, done: '', blocked: '', asked: 'Che cosa manca?', identified: 'none' } as const;
    const wrapUp = { at, outcome: 'papers-needed', standardRoute: false, words: { toDo: 'Portare il verbale.', followUp: null } } as const;
    const said = (one: typeof wrapUp | (Omit<typeof wrapUp, 'words'> & { words: null }) | null) => takeHome(session({ consultations: [{ ...asked, question, wrapUp: one }] }), today)?.advice;
    expect(said(null)).toEqual([]);
    expect(said(wrapUp)).toEqual([{ consultationId: 'c', at, office: 'INPS Lecco', outcome: 'papers-needed', toDo: 'Portare il verbale.' }]);
    expect(said({ ...wrapUp, words: null })).toMatchObject([{ toDo: '' }]);
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
      { name: 'Documento d’identità', role: 'main', ofSeveral: true, help: 'Si chiede un duplicato all’anagrafe.' },
    ]);
  });

  it('asks whoever goes elsewhere with them to take along the papers seen at the desk', () => {
    const documents = [
      { document: 'identity-card', subject: 'p1', state: 'seen' as const },
      { document: 'partner-consent', subject: 'role:partner', state: 'not-needed' as const },
      { document: 'family-status', subject: 'household', state: 'seen' as const },
    ];
    expect(paperNames(run({ outcome: 'referred' }, { documents }))).toEqual(['Documento d’identità', 'Stato di famiglia']);
    expect(paperNames(run({ outcome: 'submitted' }, { documents }))).toEqual([]);
  });

  it('says of whom a paper is only where it is asked of several', () => {
    const couple = { people: [...emptyState.people, { id: 'p2', role: 'partner' as const }] };
    const [own, partners, consent, family] = takeHome(session({ runs: [run({ outcome: 'info-only' }, couple)] }), today)?.toBring ?? [];
    expect([own, partners, consent, family].map((paper) => paper?.ofSeveral)).toEqual([true, true, false, false]);
  });

  it.each(['handed-over', 'not-entitled', 'cancelled'] as const)('asks for nothing after %s', (outcome) => {
    const documents = [{ document: 'identity-card', subject: 'p1', state: 'missing' as const }];
    expect(paperNames(run({ outcome }, { documents }))).toEqual([]);
  });

  it('names a paper two procedures ask for, and where to ask, once', () => {
    const sheet = takeHome(session({ runs: [run({ outcome: 'info-only' }), run({ id: 'run-2', outcome: 'info-only' })] }), today);
    expect(sheet?.toBring).toHaveLength(3);
    expect(sheet?.whereToAsk).toEqual([{ title: undefined, lines: ['Contact Center 803 164', 'Patronato'] }]);
  });

  it('says of several procedures which one sends the resident to a place that the others do not name', () => {
    const other = { ...run({ id: 'run-2' }), texts: { ...texts, title: 'Altra prova', whereToAsk: ['CAF', 'Contact Center 803 164'] } };
    expect(takeHome(session({ runs: [run(), run({ id: 'run-3' }), other] }), today)?.whereToAsk).toEqual([
      { title: undefined, lines: ['Contact Center 803 164'] },
      { title: texts.title, lines: ['Patronato'] },
      { title: 'Altra prova', lines: ['CAF'] },
    ]);
  });

  it('says how a session without any procedure ended, and whom the resident was sent to', () => {
    const closing = { outcome: 'info-only', autonomy: 2, useful: 'yes', referral: 'patronato' } as const;
    const closed = { state: 'closed', closedAt: at, outcome: 'info-only', closing } as const;
    expect(takeHome(session({ ...closed, runs: [] }), today)).toMatchObject({ outcome: 'info-only', referral: 'patronato' });
    expect(takeHome(session(closed), today)).toMatchObject({ outcome: undefined, referral: 'patronato' });
    expect(takeHome(session({ ...closed, closing: { ...closing, referral: 'none' } }), today)?.referral).toBeUndefined();
    expect(takeHome(session({ runs: [] }), today)).toMatchObject({ outcome: undefined, referral: undefined });
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

  it('says of a run that ended what it said that day, whenever it is printed again', () => {
    const counted = { ...sampleProcedure, deadlines: [{ id: 'application', from: 'today', rule: { add: { days: 30 } }, kind: 'expected' as const, source: 'law' }] };
    const datesOn = (day: string, change: Partial<RunRecord>) =>
      takeHome(session({ runs: [{ ...run(change), procedure: counted }] }), day)?.dates.map(({ date }) => date);
    expect(datesOn('2026-12-01', { endedAt: '2026-11-22T23:30:00Z' })).toEqual(['2026-12-23']);
    expect(datesOn('2026-12-01', { endedAt: undefined })).toEqual(['2026-12-31']);
  });

  it('never carries the note', () => {
    expect(JSON.stringify(takeHome(session(), today))).not.toContain('una nota');
  });
});
