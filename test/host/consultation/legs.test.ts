import { expect, test } from 'vitest';
import { noteDeskDay } from '../../../electron/host/records/desk-days.ts';
import { firstSetup, valueOf } from '../desk-in-a-folder.ts';
import { lookInto } from '../records-on-disk.ts';
import { asked, callId, deskAtAHub, inCall, readHub, soonIs } from './desk-at-a-hub.ts';

/** A consultation in an official's hands. */
async function inACall() {
  const at = await deskAtAHub();
  const { consultationId, sessionId } = await asked(at.desk, at.hub);
  at.hub.moves(inCall('K'));
  await soonIs(async () => expect((await readHub(at.desk)).view?.consultations[0]?.call?.callId).toBe(callId));
  return { ...at, consultationId, sessionId };
}

test('a page loaded anew in a call opens a leg of its own: the one left open ends with the page that held it', async () => {
  const { desk, hub, consultationId } = await inACall();
  const first = await valueOf(desk.methods.openLeg({ consultationId, medium: 'video' }));
  await valueOf(desk.methods.openLeg({ consultationId, medium: 'audio' }));
  await valueOf(desk.methods.closeLeg({ legId: first.id, reason: 'hung-up', summary: null }));
  const { legs } = await valueOf(desk.methods.readConsultation({ consultationId }));
  expect(legs.map(({ medium, reason }) => [medium, reason])).toEqual([['video', 'page-closed'], ['audio', null]]);
  await soonIs(async () => expect(hub.called('reportMedium').map(({ input }) => input)).toEqual([{ callId, medium: 'video' }, { callId, medium: 'audio' }]));
  expect(await desk.methods.closeLeg({ legId: consultationId, reason: 'hung-up', summary: null })).toMatchObject({ code: 'no-such-leg' });
});

test('a desk does not lock while somebody talks, and does once nobody does', async () => {
  const { desk, hub, time, consultationId } = await inACall();
  const leg = await valueOf(desk.methods.openLeg({ consultationId, medium: 'video' }));
  const talking = async (minutes: number) => {
    for (let second = 0; second < minutes * 60; second += 1) time.pass({ seconds: 1 });
  };
  await talking(30);
  expect(desk.seat()).toBeDefined();
  await valueOf(desk.methods.closeLeg({ legId: leg.id, reason: 'hung-up', summary: null }));
  hub.moves({ state: 'ended', call: null, endReason: 'done' });
  time.pass({ minutes: 11 });
  expect(desk.seat()).toBeUndefined();
});

test('an official who keeps a conversation to themselves keeps no desk open', async () => {
  const { desk, time } = await inACall();
  time.pass({ minutes: 11 });
  expect(desk.seat()).toBeUndefined();
});

test('consent to papers that was taken back stands beside the consent, in the record and in the story', async () => {
  const { desk, consultationId, sessionId } = await inACall();
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'consent', to: 'papers' } }));
  const noted = await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'consent-withdrawn', to: 'papers' } }));
  expect(noted.notes).toMatchObject([{ kind: 'consent', to: 'papers' }, { kind: 'consent-withdrawn', to: 'papers' }]);
  const { events } = await valueOf(desk.methods.readSession({ sessionId }));
  expect(events.map(({ event }) => event).slice(-2)).toEqual(['consent-recorded', 'consent-withdrawn']);
});

test('the network is remembered for each day of the week, the latest time', async () => {
  const { desk, time } = await deskAtAHub();
  const results = (value: number) => [{ test: 'loss', verdict: 'green', value, reason: 'fine' }] as const;
  for (const value of [0.1, 0.2]) await valueOf(desk.methods.savePassport({ results: results(value) }));
  time.set({ hours: 24 });
  await valueOf(desk.methods.savePassport({ results: results(0.3) }));
  expect((await valueOf(desk.methods.listPassports({}))).map(({ weekday, results: [found] }) => [weekday, found?.value])).toEqual([[5, 0.2], [6, 0.3]]);
});

test('retention wipes what was asked, what was said, and by whom; what figures count stays', async () => {
  const { desk, folder, time, clerkId, consultationId, sessionId } = await inACall();
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'paper-seen', label: 'Verbale di Rossi' } }));
  await valueOf(desk.methods.closeSession({ sessionId, closing: { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' }, followUp: null }));
  const db = await lookInto(folder);
  db.exec(`update consultation set wrap_up_at = '2026-10-09T08:00:00.000Z', outcome = 'answered', standard_route = 0, words_json = '{"toDo":"Porti il verbale","followUp":null}'`);
  const settings = await valueOf(desk.methods.readSettings({}));
  await valueOf(desk.methods.saveSettings({ ...settings, retentionDays: 30 }));
  await valueOf(desk.methods.signOut({}));
  for (let day = 10; day < 30; day += 1) for (const month of ['10', '11', '12']) noteDeskDay(db, `2026-${month}-${day}`);
  time.set({ hours: 24 * 90 });
  await valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  const [left] = (await valueOf(desk.methods.readSession({ sessionId }))).consultations;
  expect(left).toMatchObject({ officialName: null, question: { topic: 'disability', done: '', blocked: '', asked: '' }, wrapUp: { outcome: 'answered', words: null }, notes: [{ kind: 'paper-seen', label: '-' }] });
  expect(db.prepare('select sealing_private_key from consultation').pluck().all()).toEqual([null]);
});
