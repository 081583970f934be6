import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import { clerk, colleague, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import type { Methods } from './context-in-a-folder.ts';
import { changingLibrary, closing, sampleProcedure, standingClock } from './session-desk.ts';

test('the home screen shows what is left open, what is due and what was done today', () => {
  const time = standingClock('2026-03-10T22:30:00Z');
  const { as } = recordsInAFolder({ clock: time.clock });
  const close = (followUp: { due: string; what: string } | null) => {
    const { id: sessionId } = valueOf(as(clerk).openSession({ privacy: 'anonymous' }));
    valueOf(as(clerk).closeSession({ sessionId, closing, followUp }));
  };
  close({ due: '2026-03-11', what: 'Richiamare' });
  time.goOn({ hours: 1 });
  close({ due: '2026-03-12', what: 'Più tardi' });
  const { id } = valueOf(as(colleague).openSession({ privacy: 'anonymous' }));
  expect(valueOf(as(clerk).readHome({}))).toEqual({
    unfinished: [expect.objectContaining({ id, clerkName: 'Carla Monti', who: '', step: undefined })],
    unprinted: undefined,
    followUpsDue: [expect.objectContaining({ due: '2026-03-11', what: 'Richiamare', who: '' })],
    today: { opened: 2, closed: 1 },
    hub: 'none',
    catalogue: { procedures: 1, reviewDue: 0, setAside: 0 },
  });
});

describe('the sheet of a session another run of the program closed', () => {
  /** A session the clerk closed, as the program's next run sees it; `change` is made to it before. */
  function closedBefore(change: (methods: Methods, sessionId: string) => void = () => undefined, outcome: Outcome = 'submitted') {
    const time = standingClock();
    const { as, db } = recordsInAFolder({ clock: time.clock });
    const { id: sessionId, number } = valueOf(as(clerk).openSession({ privacy: 'anonymous' }));
    change(as(clerk), sessionId);
    valueOf(as(clerk).closeSession({ sessionId, closing: { ...closing, outcome }, followUp: null }));
    const next = () => void db.prepare("update session set process_id = 'an earlier one'").run();
    return { as, db, time, sessionId, number, next, asked: (seat = clerk) => valueOf(as(seat).readHome({})).unprinted?.number };
  }
  const print = (methods: Methods, sessionId: string) => valueOf(methods.startPrint({ sessionId })).id;

  test('is asked about on the home screen of its clerk alone, until it is out', () => {
    const { as, sessionId, number, next, asked } = closedBefore();
    expect(asked()).toBeUndefined();
    next();
    expect([asked(), asked(colleague)]).toEqual([number, undefined]);
    const printId = print(as(clerk), sessionId);
    expect(asked()).toBe(number);
    valueOf(as(clerk).settlePrint({ printId, printed: true }));
    expect(asked()).toBeUndefined();
  });

  test('is asked about until the clerk has closed another session, and not the day after', () => {
    const another = closedBefore();
    another.next();
    another.time.goOn({ minutes: 5 });
    const { id: sessionId } = valueOf(another.as(clerk).openSession({ privacy: 'anonymous' }));
    expect(another.asked()).toBe(another.number);
    valueOf(another.as(clerk).closeSession({ sessionId, closing, followUp: null }));
    expect(another.asked()).toBeUndefined();
    const tomorrow = closedBefore();
    tomorrow.next();
    tomorrow.time.goOn({ hours: 24 });
    expect(tomorrow.asked()).toBeUndefined();
  });

  test('is the one closed last, whenever it was opened, and of its last closing', () => {
    const { as, db, time, sessionId, number, next, asked } = closedBefore();
    valueOf(as(clerk).settlePrint({ printId: print(as(clerk), sessionId), printed: true }));
    time.goOn({ minutes: 5 });
    const later = valueOf(as(clerk).openSession({ privacy: 'anonymous' })).id;
    valueOf(as(clerk).closeSession({ sessionId: later, closing, followUp: null }));
    valueOf(as(clerk).settlePrint({ printId: print(as(clerk), later), printed: true }));
    time.goOn({ minutes: 5 });
    valueOf(as(clerk).reopenSession({ sessionId }));
    valueOf(as(clerk).closeSession({ sessionId, closing, followUp: null }));
    next();
    expect(asked()).toBe(number);
    expect(db.prepare('select count(*) from print_job').pluck().get()).toBe(2);
  });

  test('is not asked about again where the clerk said it did not come out', () => {
    const { as, sessionId, next, asked } = closedBefore();
    valueOf(as(clerk).settlePrint({ printId: print(as(clerk), sessionId), printed: false }));
    next();
    expect(asked()).toBeUndefined();
  });

  test('has nothing to ask of a confidential session, one called off, or one closed as interrupted', () => {
    const confidential = closedBefore((methods, sessionId) => valueOf(methods.changePrivacy({ sessionId, privacy: 'confidential' })));
    const off = closedBefore(undefined, 'cancelled');
    for (const one of [confidential, off]) one.next();
    expect([confidential.asked(), off.asked()]).toEqual([undefined, undefined]);

    const { as, db } = recordsInAFolder();
    const { id: sessionId } = valueOf(as(clerk).openSession({ privacy: 'anonymous' }));
    valueOf(as(clerk).startRun({ sessionId, procedure: 'sample' }));
    db.prepare("update session set process_id = 'an earlier one', state = 'interrupted'").run();
    valueOf(as(clerk).closeInterrupted({ sessionId }));
    expect(valueOf(as(clerk).readHome({})).unprinted).toBeUndefined();
  });
});

test('a follow-up that is done or called off is due no more', () => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'anonymous' }));
  const [first, second] = ['uno', 'due'].map((what) => valueOf(methods.addFollowUp({ sessionId, due: '2026-03-10', what })));
  valueOf(methods.settleFollowUp({ followUpId: first?.id ?? '', state: 'done' }));
  expect(valueOf(methods.readHome({})).followUpsDue).toEqual([second]);
  valueOf(methods.settleFollowUp({ followUpId: second?.id ?? '', state: 'cancelled' }));
  expect(valueOf(methods.listFollowUps({ until: '2026-12-31' }))).toEqual([]);
  expect(valueOf(methods.readSession({ sessionId })).followUps.map(({ state }) => state)).toEqual(['done', 'cancelled']);
});

test.each([['yesterday', '2026-03-09'], ['in more than five years', '2031-03-11'], ['in a year nobody meant', '9999-12-31']])('a reminder cannot fall due %s', (_when, due) => {
  const { as } = recordsInAFolder();
  const methods = as(clerk);
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'anonymous' }));
  const refused = { ok: false, code: 'no-reminder-day' };
  expect(methods.addFollowUp({ sessionId, due, what: 'Richiamare' })).toEqual(refused);
  expect(methods.closeSession({ sessionId, closing, followUp: { due, what: 'Richiamare' } })).toEqual(refused);
  expect(valueOf(methods.readSession({ sessionId }))).toMatchObject({ state: 'open', followUps: [] });
});

test('a desk offers the procedures of its kind, with how often they were used in a year', () => {
  const time = standingClock('2025-01-10T08:00:00Z');
  const library = changingLibrary(sampleProcedure());
  const { as } = recordsInAFolder({ clock: time.clock, library });
  const begin = () => valueOf(as(clerk).startRun({ sessionId: valueOf(as(clerk).openSession({ privacy: 'anonymous' })).id, procedure: 'sample' }));
  begin();
  time.goOn({ hours: 24 * 400 });
  begin();
  begin();
  expect(valueOf(as(clerk).listProcedures({}))).toMatchObject([{ id: 'sample', version: '2026.1', desks: ['PUE'], freshness: 'fresh', timesUsed: 2 }]);
  expect(valueOf(recordsInAFolder({ library, settings: { kind: 'PCS' } }).as(clerk).listProcedures({}))).toEqual([]);
});
