import { describe, expect, test } from 'vitest';
import { openDesk, valueOf } from '../desk-in-a-folder.ts';
import { closing, namedSession, sessionDesk } from './session-desk.ts';

const events = (session: { events: readonly { event: string }[] }) => session.events.map(({ event }) => event);

describe('putting a session aside and going on with it', () => {
  test('a suspended session waits on the home screen and goes on', async () => {
    const { desk, seat, bruno } = await sessionDesk();
    await seat(bruno);
    const { methods } = desk;
    const { id: sessionId } = await namedSession(desk);
    expect(await methods.suspendSession({ sessionId })).toEqual({ ok: true, value: null });
    expect(await methods.suspendSession({ sessionId })).toEqual({ ok: true, value: null });
    expect(await valueOf(methods.readHome({}))).toMatchObject({ unfinished: [{ id: sessionId, state: 'suspended', who: 'Rossi Mario' }], today: { opened: 1, closed: 0 } });
    expect(await methods.changePrivacy({ sessionId, privacy: 'anonymous' })).toMatchObject({ code: 'session-not-resumed' });
    const resumed = await valueOf(methods.resumeSession({ sessionId }));
    expect(resumed.state).toBe('open');
    expect(events(resumed)).toEqual(['session-opened', 'person-added', 'session-suspended', 'session-resumed']);
    expect(events(await valueOf(methods.resumeSession({ sessionId })))).toHaveLength(4);
  });

  test('a colleague takes an open session over, and the story says from when on', async () => {
    const { desk, seat, bruno, carla } = await sessionDesk();
    await seat(bruno);
    const { id: sessionId } = await namedSession(desk);
    await seat(carla);
    const { methods } = desk;
    expect(await methods.startRun({ sessionId, procedure: 'sample' })).toMatchObject({ code: 'session-not-resumed' });
    const taken = await valueOf(methods.resumeSession({ sessionId }));
    expect(taken).toMatchObject({ state: 'open', clerkName: 'Carla Monti' });
    expect(taken.events.map(({ event, clerkName }) => [event, clerkName])).toEqual([
      ['session-opened', 'Bruno Ferri'],
      ['person-added', 'Bruno Ferri'],
      ['session-handed-over', 'Carla Monti'],
    ]);
    await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    await seat(bruno);
    expect(await methods.suspendSession({ sessionId })).toMatchObject({ code: 'session-not-resumed' });
  });
});

describe('closing', () => {
  test('asks for the person it is about, unless confidential', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    for (const [privacy, code] of [['named', 'main-person-missing'], ['anonymous', undefined], ['confidential', undefined]] as const) {
      const { id: sessionId } = await valueOf(methods.openSession({ privacy }));
      const reply = await methods.closeSession({ sessionId, closing, followUp: null });
      expect(reply.ok ? undefined : reply.code).toBe(code);
    }
  });

  test('waits until somebody says what became of a submission', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const { id: sessionId } = await namedSession(desk);
    const { record } = await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const screen = await valueOf(methods.intendSubmission({ runId: record.id, step: 'send' }));
    const submissionId = screen.record.submissions[0]?.id ?? '';
    expect(screen.record.submissions).toMatchObject([{ step: 'send', result: undefined }]);
    expect(await methods.intendSubmission({ runId: record.id, step: 'send' })).toMatchObject({ code: 'submission-pending' });
    expect(await methods.endRun({ runId: record.id, outcome: 'submitted' })).toMatchObject({ code: 'submission-pending' });
    expect(await methods.closeSession({ sessionId, closing, followUp: null })).toMatchObject({ code: 'submission-pending' });
    const settled = await valueOf(methods.settleSubmission({ runId: record.id, submissionId, sent: true }));
    expect(settled.record.submissions).toMatchObject([{ id: submissionId, result: { sent: true, at: '2026-03-10T08:00:00.000Z' } }]);
    expect(await methods.closeSession({ sessionId, closing, followUp: null })).toMatchObject({ ok: true });
  });

  test('ends what was still going on with the outcome of the session', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const { id: sessionId } = await namedSession(desk);
    const first = await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    await valueOf(methods.endRun({ runId: first.record.id, outcome: 'info-only' }));
    await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const closed = await valueOf(methods.closeSession({ sessionId, closing: { ...closing, outcome: 'referred', referral: 'caf' }, followUp: null }));
    expect(closed.runs.map((run) => run.record.outcome)).toEqual(['info-only', 'referred']);
    expect(await valueOf(methods.readHome({}))).toMatchObject({ unfinished: [], today: { opened: 1, closed: 1 } });
  });

  test('says of a procedure left open only what is true of it: what another sent it has not sent', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const { id: sessionId } = await namedSession(desk);
    const sent = await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const { record } = await valueOf(methods.intendSubmission({ runId: sent.record.id, step: 'send' }));
    await valueOf(methods.settleSubmission({ runId: record.id, submissionId: record.submissions[0]?.id ?? '', sent: true }));
    await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const closed = await valueOf(methods.closeSession({ sessionId, closing: { ...closing, outcome: 'submitted' }, followUp: null }));
    expect(closed.runs.map((run) => run.record.outcome)).toEqual(['submitted', 'info-only']);
  });

  test('takes the clerk at their word where there is one procedure', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const { id: sessionId } = await namedSession(desk);
    await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const closed = await valueOf(methods.closeSession({ sessionId, closing: { ...closing, outcome: 'submitted' }, followUp: null }));
    expect(closed.runs.map((run) => run.record.outcome)).toEqual(['submitted']);
  });

  test('leaves nothing to be changed, but numbers, follow-ups and prints', async () => {
    const { desk } = await sessionDesk();
    const { methods } = desk;
    const session = await namedSession(desk);
    const sessionId = session.id;
    const personId = session.people[0]?.id ?? '';
    const { record } = await valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
    const runId = record.id;
    await valueOf(methods.closeSession({ sessionId, closing, followUp: null }));
    const person = { role: 'companion', details: {} } as const;
    const refused = [
      methods.addPerson({ sessionId, person }),
      methods.updatePerson({ sessionId, personId, person }),
      methods.removePerson({ sessionId, personId }),
      methods.changePrivacy({ sessionId, privacy: 'confidential' }),
      methods.suspendSession({ sessionId }),
      methods.resumeSession({ sessionId }),
      methods.closeSession({ sessionId, closing, followUp: null }),
      methods.closeInterrupted({ sessionId }),
      methods.startRun({ sessionId, procedure: 'sample' }),
      methods.answerStep({ runId, step: 'who', facts: {}, done: false, next: 'who' }),
      methods.showStep({ runId, step: 'who' }),
      methods.markDocument({ runId, document: 'identity-card', subject: personId, state: 'seen' }),
      methods.passBlock({ runId, block: 'not-here' }),
      methods.saveNote({ runId, note: 'no' }),
      methods.intendSubmission({ runId, step: 'send' }),
      methods.endRun({ runId, outcome: 'cancelled' }),
      methods.resumeRun({ runId }),
    ];
    for (const reply of await Promise.all(refused)) expect(reply).toMatchObject({ ok: false, code: 'session-closed' });
    expect(await methods.addNumber({ runId, kind: 'domus', value: '1234567890123' })).toMatchObject({ ok: true });
    const followUp = await valueOf(methods.addFollowUp({ sessionId, due: '2026-03-10', what: 'Telefonare' }));
    expect(await methods.settleFollowUp({ followUpId: followUp.id, state: 'done' })).toMatchObject({ ok: true });
    expect(await methods.startPrint({ sessionId })).toMatchObject({ ok: true, value: { state: 'queued' } });
  });
});

describe('reopening', () => {
  async function closedSince(days: number) {
    const { desk, time, seat, carla } = await sessionDesk();
    const { id: sessionId } = await namedSession(desk);
    expect(await desk.methods.reopenSession({ sessionId })).toMatchObject({ code: 'session-not-closed' });
    await valueOf(desk.methods.closeSession({ sessionId, closing, followUp: null }));
    time.goOn({ hours: days * 24 });
    await seat(carla);
    const { reopenDaysLeft } = await valueOf(desk.methods.readSession({ sessionId }));
    return { reopenDaysLeft, reply: desk.methods.reopenSession({ sessionId }) };
  }

  test('works on the 30th day, for a colleague too', async () => {
    const { reopenDaysLeft, reply } = await closedSince(30);
    expect(reopenDaysLeft).toBe(1);
    const reopened = await valueOf(reply);
    expect(reopened).toMatchObject({ state: 'open', clerkName: 'Carla Monti', closedAt: undefined, outcome: undefined, closing: undefined, reopenDaysLeft: 0 });
    expect(events(reopened).slice(-2)).toEqual(['session-closed', 'session-reopened']);
  });

  test('is too late on the 31st', async () => {
    const { reopenDaysLeft, reply } = await closedSince(31);
    expect(reopenDaysLeft).toBe(0);
    expect(await reply).toMatchObject({ code: 'too-late-to-reopen' });
  });
});

describe('what a dead process left behind', () => {
  test('is interrupted at the next start, named with its step, and goes on where it was', async () => {
    const { desk, folder, host, seat, bruno, carla, time } = await sessionDesk();
    await seat(bruno);
    const left = await namedSession(desk);
    const { record } = await valueOf(desk.methods.startRun({ sessionId: left.id, procedure: 'sample' }));
    await valueOf(desk.methods.answerStep({ runId: record.id, step: 'who', facts: { province: 'BS', married: false }, done: true, next: 'papers' }));
    const print = await valueOf(desk.methods.startPrint({ sessionId: left.id }));
    const aside = await namedSession(desk, 'Bianchi', 'Anna');
    await valueOf(desk.methods.suspendSession({ sessionId: aside.id }));
    desk.close();

    time.goOn({ minutes: 5 });
    const again = openDesk(folder, host);
    await seat(carla, again);
    const [interrupted, ...others] = await valueOf(again.methods.listInterrupted({}));
    expect(others).toEqual([]);
    expect(interrupted).toMatchObject({ id: left.id, state: 'interrupted', clerkName: 'Bruno Ferri', lastActivityAt: '2026-03-10T08:00:00.000Z', prints: [{ id: print.id, state: 'queued' }] });
    expect(interrupted?.step).toBe(interrupted?.runs[0]?.texts.steps['papers']?.title);
    expect(await again.methods.closeInterrupted({ sessionId: aside.id })).toMatchObject({ code: 'session-not-interrupted' });
    const resumed = await valueOf(again.methods.resumeSession({ sessionId: left.id }));
    expect(resumed).toMatchObject({ state: 'open', clerkName: 'Carla Monti', runs: [{ state: { facts: { province: 'BS', married: false }, doneSteps: ['who'] } }] });
    expect(await valueOf(again.methods.listInterrupted({}))).toEqual([]);
  });

  test('may be closed as interrupted: a technical failure, without the closing questions', async () => {
    const { desk, folder, host, seat, bruno } = await sessionDesk();
    const { id: sessionId } = await namedSession(desk);
    const { record } = await valueOf(desk.methods.startRun({ sessionId, procedure: 'sample' }));
    await valueOf(desk.methods.intendSubmission({ runId: record.id, step: 'send' }));
    desk.close();

    const again = openDesk(folder, host);
    await seat(bruno, again);
    expect(await again.methods.closeInterrupted({ sessionId })).toEqual({ ok: true, value: null });
    const closed = await valueOf(again.methods.readSession({ sessionId }));
    expect(closed).toMatchObject({ state: 'closed', outcome: 'technical-failure', closing: undefined, runs: [{ record: { outcome: 'technical-failure', submissions: [{ result: undefined }] } }] });
  });

  test('a lock and a new sign-in interrupt nothing', async () => {
    const { desk, seat, supervisor, carla } = await sessionDesk();
    const { id: sessionId } = await namedSession(desk);
    await seat(carla);
    await seat(supervisor);
    expect(await valueOf(desk.methods.listInterrupted({}))).toEqual([]);
    expect(await desk.methods.startRun({ sessionId, procedure: 'sample' })).toMatchObject({ ok: true });
  });
});

test('sessions are numbered within the Italian year', async () => {
  const { desk, time } = await sessionDesk();
  const open = async () => (await valueOf(desk.methods.openSession({ privacy: 'anonymous' }))).number;
  expect([await open(), await open()]).toEqual(['2026-00001', '2026-00002']);
  time.goOn({ hours: 24 * 296 + 15 });
  expect(time.clock().toString()).toBe('2026-12-31T23:00:00Z');
  expect([await open(), await open()]).toEqual(['2027-00001', '2027-00002']);
});

test('what became of a sending a crash interrupted can be said once the session is closed, and is then settled', async () => {
  const { desk, folder, host, seat, bruno, carla } = await sessionDesk();
  await seat(bruno);
  const { id: sessionId } = await namedSession(desk);
  const { record } = await valueOf(desk.methods.startRun({ sessionId, procedure: 'sample' }));
  const runId = record.id;
  const pending = await valueOf(desk.methods.intendSubmission({ runId, step: 'send' }));
  const submissionId = pending.record.submissions[0]?.id ?? '';
  desk.close();
  const again = openDesk(folder, host);
  await seat(carla, again);
  const settle = (sent: boolean) => again.methods.settleSubmission({ runId, submissionId, sent });
  expect(await settle(true)).toMatchObject({ code: 'session-not-resumed' });
  await valueOf(again.methods.closeInterrupted({ sessionId }));
  expect((await valueOf(settle(true))).record.submissions).toMatchObject([{ result: { sent: true } }]);
  expect(await settle(false)).toMatchObject({ code: 'session-closed' });
  await valueOf(again.methods.reopenSession({ sessionId }));
  expect(await settle(false)).toMatchObject({ code: 'run-ended' });
  expect(await again.methods.closeSession({ sessionId, closing, followUp: null })).toMatchObject({ ok: true });
});

test('ids of nothing are refused by name', async () => {
  const { desk } = await sessionDesk();
  const { methods } = desk;
  const id = '01900000-0000-7000-8000-000000000000';
  const session = await namedSession(desk);
  const { record } = await valueOf(methods.startRun({ sessionId: session.id, procedure: 'sample' }));
  const codes = async (...replies: unknown[]) => (await Promise.all(replies)).map((reply) => (typeof reply === 'object' && reply !== null && 'code' in reply ? reply.code : 'ok'));
  expect(await codes(methods.readSession({ sessionId: id }), methods.suspendSession({ sessionId: id }), methods.reopenSession({ sessionId: id }), methods.startPrint({ sessionId: id }))).toEqual(Array(4).fill('no-such-session'));
  expect(await codes(methods.readRun({ runId: id }), methods.saveNote({ runId: id, note: '' }), methods.addNumber({ runId: id, kind: 'domus', value: '1' }))).toEqual(Array(3).fill('no-such-run'));
  expect(
    await codes(
      methods.removePerson({ sessionId: session.id, personId: id }),
      methods.startRun({ sessionId: session.id, procedure: 'nothing' }),
      methods.removeNumber({ runId: record.id, numberId: id }),
      methods.settleSubmission({ runId: record.id, submissionId: id, sent: true }),
      methods.settleFollowUp({ followUpId: id, state: 'done' }),
      methods.settlePrint({ printId: id, printed: true }),
    ),
  ).toEqual(['no-such-person', 'no-such-procedure', 'no-such-number', 'no-such-submission', 'no-such-follow-up', 'no-such-print']);
});
