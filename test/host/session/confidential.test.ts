import { describe, expect, test } from 'vitest';
import type { PersonDetails } from '../../../shared/person/person-schema.ts';
import { clerk, codeOf, colleague, recordsInAFolder, supervisor, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';

/** The clerk's confidential session, with a name, a run, a number and a follow-up in it. */
function confidentialSession() {
  const { as, db } = recordsInAFolder();
  const methods = as(clerk);
  const { id: sessionId, number } = valueOf(methods.openSession({ privacy: 'named' }));
  const { people } = valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Verdi', givenName: 'Chiara' } } }));
  const { record } = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  valueOf(methods.addNumber({ runId: record.id, kind: 'protocollo', value: 'INPS 7000 0099887' }));
  const followUp = valueOf(methods.addFollowUp({ sessionId, due: '2026-03-10', what: 'Richiamare' }));
  const print = valueOf(methods.startPrint({ sessionId }));
  valueOf(methods.changePrivacy({ sessionId, privacy: 'confidential' }));
  return { as, db, sessionId, number, personId: people[0]?.id ?? '', runId: record.id, followUpId: followUp.id, printId: print.id };
}

/** Which lists show the session to somebody, and under what name. */
function listed(methods: Methods, sessionId: string, number: string) {
  const search = (text?: string) => valueOf(methods.searchSessions({ text })).sessions.filter(({ id }) => id === sessionId).map(({ who }) => who);
  const home = valueOf(methods.readHome({}));
  return {
    unfinished: home.unfinished.map(({ who }) => who),
    reminders: home.followUpsDue.length,
    followUps: valueOf(methods.listFollowUps({ until: '2026-12-31' })).map(({ who }) => who),
    all: search(),
    byName: search('verdi'),
    byNumber: search('0099887'),
    byOwnNumber: search(number),
    residents: valueOf(methods.findResidents({ text: 'verdi chiara' })),
  };
}

describe('a confidential session', () => {
  test.each([['its clerk', clerk], ['the supervisor', supervisor]])('is in the lists of %s without a name, and reminds nobody', (_who, seat) => {
    const { as, sessionId, number } = confidentialSession();
    expect(listed(as(seat), sessionId, number)).toEqual({
      unfinished: [''],
      reminders: 0,
      followUps: [],
      all: [''],
      byName: [''],
      byNumber: [''],
      byOwnNumber: [''],
      residents: [],
    });
  });

  test('is in no list of anybody else', () => {
    const { as, sessionId, number } = confidentialSession();
    expect(listed(as(colleague), sessionId, number)).toEqual({ unfinished: [], reminders: 0, followUps: [], all: [], byName: [], byNumber: [], byOwnNumber: [], residents: [] });
  });

  test('is read, with its people, by its clerk and the supervisor alone', () => {
    const { as, sessionId, runId } = confidentialSession();
    for (const seat of [clerk, supervisor]) {
      expect(valueOf(as(seat).readSession({ sessionId }))).toMatchObject({ who: '', people: [{ details: { surname: 'Verdi' } }] });
      expect(valueOf(as(seat).readRun({ runId })).record.id).toBe(runId);
    }
  });

  test('is closed to every call of anybody else who has its ids', () => {
    const { as, sessionId, personId, runId, followUpId, printId } = confidentialSession();
    const methods = as(colleague);
    const person = { role: 'main', details: {} } as const;
    const closing = { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' } as const;
    const replies = [
      methods.readSession({ sessionId }),
      methods.addPerson({ sessionId, person }),
      methods.updatePerson({ sessionId, personId, person }),
      methods.removePerson({ sessionId, personId }),
      methods.changePrivacy({ sessionId, privacy: 'named' }),
      methods.suspendSession({ sessionId }),
      methods.resumeSession({ sessionId }),
      methods.closeSession({ sessionId, closing, followUp: null }),
      methods.closeInterrupted({ sessionId }),
      methods.reopenSession({ sessionId }),
      methods.startRun({ sessionId, procedure: 'sample' }),
      methods.readRun({ runId }),
      methods.answerStep({ runId, step: 'who', facts: {}, done: false, next: 'who' }),
      methods.showStep({ runId, step: 'who' }),
      methods.markDocument({ runId, document: 'identity-card', subject: personId, state: 'seen' }),
      methods.passBlock({ runId, block: 'too-late' }),
      methods.saveNote({ runId, note: '' }),
      methods.intendSubmission({ runId, step: 'send' }),
      methods.settleSubmission({ runId, submissionId: sessionId, sent: true }),
      methods.addNumber({ runId, kind: 'domus', value: '1' }),
      methods.removeNumber({ runId, numberId: sessionId }),
      methods.endRun({ runId, outcome: 'cancelled' }),
      methods.resumeRun({ runId }),
      methods.addFollowUp({ sessionId, due: '2026-04-01', what: 'no' }),
      methods.settleFollowUp({ followUpId, state: 'done' }),
      methods.startPrint({ sessionId }),
      methods.settlePrint({ printId, printed: true }),
    ];
    expect(replies.map(codeOf)).toEqual(Array(replies.length).fill('session-confidential'));
  });

  test('takes no reminder, neither when it is closed nor later', () => {
    const { as, sessionId } = confidentialSession();
    const methods = as(clerk);
    const closing = { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' } as const;
    const followUp = { due: '2026-04-01', what: 'Richiamare' };
    expect(codeOf(methods.closeSession({ sessionId, closing, followUp }))).toBe('confidential-no-reminder');
    expect(valueOf(methods.readSession({ sessionId })).state).toBe('open');
    valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
    expect(codeOf(methods.addFollowUp({ sessionId, ...followUp }))).toBe('confidential-no-reminder');
  });

  test('prints nothing, also for its clerk', () => {
    const { as, sessionId } = confidentialSession();
    expect(codeOf(as(clerk).startPrint({ sessionId }))).toBe('printing-not-allowed');
  });

  test('makes nobody a returning resident for a colleague, who may still know the person by other visits', () => {
    const { as } = confidentialSession();
    const methods = as(colleague);
    const codiceFiscale = 'RSSMRA80A01H501U';
    const visit = (seat: Methods, privacy: 'named' | 'confidential') => {
      const { id } = valueOf(seat.openSession({ privacy }));
      return valueOf(seat.addPerson({ sessionId: id, person: { role: 'main', details: { surname: 'Rossi', codiceFiscale } } })).people[0];
    };
    visit(as(clerk), 'confidential');
    expect(visit(methods, 'named')).toMatchObject({ returning: false });
    expect(valueOf(methods.findResidents({ text: 'rossi' }))).toMatchObject([{ sessions: 1 }]);
    expect(visit(methods, 'named')).toMatchObject({ returning: true });
  });

  test('does not give away whom it is about to whoever knows the codice fiscale, nor let them write over it', () => {
    const { as } = recordsInAFolder();
    const codiceFiscale = 'BNCNNA75D45F205Q';
    const anna = { surname: 'Bianchi', givenName: 'Anna', codiceFiscale, birthDate: '1975-04-05' };
    const open = (methods: Methods, privacy: 'named' | 'confidential') => valueOf(methods.openSession({ privacy })).id;
    const add = (methods: Methods, sessionId: string, details: PersonDetails) => valueOf(methods.addPerson({ sessionId, person: { role: 'main', details } })).people[0];
    const hers = open(as(clerk), 'confidential');
    add(as(clerk), hers, anna);
    const sessionId = open(as(colleague), 'named');
    const typed = add(as(colleague), sessionId, { codiceFiscale });
    expect(typed?.details).toEqual({ codiceFiscale });
    const renamed = { surname: 'Verdi', codiceFiscale };
    valueOf(as(colleague).updatePerson({ sessionId, personId: typed?.id ?? '', person: { role: 'main', details: renamed } }));
    expect(valueOf(as(clerk).readSession({ sessionId: hers })).people).toMatchObject([{ details: anna }]);
    expect(add(as(colleague), open(as(colleague), 'named'), { codiceFiscale })).toMatchObject({ returning: true, details: renamed });
  });

  test('is not reached by a colleague who had picked its resident while they could be found', () => {
    const { as } = recordsInAFolder();
    const methods = as(clerk);
    const { id: sessionId } = valueOf(methods.openSession({ privacy: 'named' }));
    const { people } = valueOf(methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Verdi' } } }));
    const [found] = valueOf(as(colleague).findResidents({ text: 'verdi' }));
    valueOf(methods.changePrivacy({ sessionId, privacy: 'confidential' }));
    const details = { surname: 'Verdi', codiceFiscale: 'BNCNNA75D45F205Q' };
    valueOf(methods.updatePerson({ sessionId, personId: people[0]?.id ?? '', person: { role: 'main', details } }));
    const { id: theirs } = valueOf(as(colleague).openSession({ privacy: 'named' }));
    const person = { role: 'main', residentId: found?.residentId, details: { surname: 'Verdi' } } as const;
    expect(codeOf(as(colleague).addPerson({ sessionId: theirs, person }))).toBe('no-such-person');
    expect(valueOf(as(supervisor).readSession({ sessionId })).people).toMatchObject([{ residentId: found?.residentId, details }]);
  });

  test('goes back to a name by its clerk, and to the supervisor by taking it over', () => {
    const { as, sessionId, number } = confidentialSession();
    expect(codeOf(as(supervisor).changePrivacy({ sessionId, privacy: 'named' }))).toBe('session-not-resumed');
    valueOf(as(supervisor).resumeSession({ sessionId }));
    expect(codeOf(as(clerk).readSession({ sessionId }))).toBe('session-confidential');
    expect(valueOf(as(supervisor).changePrivacy({ sessionId, privacy: 'named' })).who).toBe('Verdi Chiara');
    expect(listed(as(colleague), sessionId, number)).toMatchObject({ unfinished: ['Verdi Chiara'], reminders: 1, byName: ['Verdi Chiara'], residents: [{ sessions: 1 }] });
  });

  test('leaves no name in the journal', () => {
    const { db, sessionId } = confidentialSession();
    const lines = db.prepare('select event, data_json from journal where session_id = ?').raw().all(sessionId);
    expect(JSON.stringify(lines)).toContain('privacy-changed');
    expect(JSON.stringify(lines)).not.toMatch(/verdi|chiara|0099887|richiamare/i);
  });
});
