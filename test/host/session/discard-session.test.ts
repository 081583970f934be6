import { describe, expect, test } from 'vitest';
import { insertConsultation } from '../../../electron/host/consultation/consultation-store.ts';
import { valueOf } from '../desk-in-a-folder.ts';
import { clerk, codeOf, recordsInAFolder, valueOf as valueNow } from './context-in-a-folder.ts';
import { closing, namedSession, sessionDesk } from './session-desk.ts';

describe('throwing a session away', () => {
  test('one with nothing in it leaves no figure, and the journal keeps its number', async () => {
    const { desk, seat, bruno, supervisor } = await sessionDesk();
    await seat(bruno);
    const { methods } = desk;
    const { id: sessionId } = await valueOf(methods.openSession({ privacy: 'named' }));
    await valueOf(methods.changePrivacy({ sessionId, privacy: 'confidential' }));
    expect(await methods.discardSession({ sessionId })).toEqual({ ok: true, value: null });
    expect(await methods.readSession({ sessionId })).toMatchObject({ code: 'no-such-session' });
    expect(await valueOf(methods.readHome({}))).toMatchObject({ unfinished: [], today: { opened: 0, closed: 0 } });
    expect(await valueOf(methods.openSession({ privacy: 'named' }))).toMatchObject({ number: '2026-00001' });
    await seat(supervisor);
    expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true });
  });

  test('one with anybody or anything in it stays', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const named = await namedSession(desk);
    const anonymous = await valueOf(methods.openSession({ privacy: 'anonymous' }));
    await valueOf(methods.updatePerson({ sessionId: anonymous.id, personId: anonymous.people[0]?.id ?? '', person: { role: 'main', details: {}, identity: { document: 'passaporto-italiano', inDate: true } } }));
    const withRun = await valueOf(methods.openSession({ privacy: 'named' }));
    await valueOf(methods.startRun({ sessionId: withRun.id, procedure: 'sample' }));
    const withReminder = await valueOf(methods.openSession({ privacy: 'named' }));
    await valueOf(methods.addFollowUp({ sessionId: withReminder.id, due: '2026-03-20', what: 'Richiamare' }));
    const reopened = await valueOf(methods.openSession({ privacy: 'confidential' }));
    await valueOf(methods.closeSession({ sessionId: reopened.id, closing, followUp: null }));
    expect(await methods.discardSession({ sessionId: reopened.id })).toMatchObject({ code: 'session-closed' });
    await valueOf(methods.reopenSession({ sessionId: reopened.id }));
    for (const { id: sessionId } of [named, anonymous, withRun, withReminder, reopened])
      expect(await methods.discardSession({ sessionId })).toMatchObject({ ok: false, code: 'session-not-empty' });
  });

  test('an anonymous one of whom nothing was written down goes, with the nobody in it', () => {
    const { as, db } = recordsInAFolder();
    const methods = as(clerk);
    const { id: sessionId } = valueNow(methods.openSession({ privacy: 'anonymous' }));
    expect(methods.discardSession({ sessionId })).toEqual({ ok: true, value: null });
    expect(db.prepare('select (select count(*) from session) + (select count(*) from resident) + (select count(*) from session_person)').pluck().get()).toBe(0);
  });

  test('one in which an official was asked before anybody was written down stays', () => {
    const { as, db } = recordsInAFolder();
    const methods = as(clerk);
    const { id: sessionId } = valueNow(methods.openSession({ privacy: 'confidential' }));
    const asked = { hub_address: 'https://hub.example.it', office_id: 'belluno', office_name: 'INPS Belluno', question_json: '{}', asked_at: '2026-03-10T08:00:00.000Z' };
    insertConsultation(db, { id: 'one', session_id: sessionId, run_id: null, sealing_public_key: '', sealing_private_key: '', ...asked });
    expect(codeOf(methods.discardSession({ sessionId }))).toBe('session-not-empty');
  });

  test('only by whoever has it in hand', async () => {
    const { desk, seat, bruno, carla } = await sessionDesk();
    await seat(bruno);
    const open = await valueOf(desk.methods.openSession({ privacy: 'named' }));
    const confidential = await valueOf(desk.methods.openSession({ privacy: 'confidential' }));
    await seat(carla);
    expect(await desk.methods.discardSession({ sessionId: open.id })).toMatchObject({ code: 'session-not-resumed' });
    expect(await desk.methods.discardSession({ sessionId: confidential.id })).toMatchObject({ code: 'session-confidential' });
  });
});
