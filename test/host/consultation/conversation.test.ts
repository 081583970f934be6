import { expect, test } from 'vitest';
import { startHub } from '../../../hub/hub.ts';
import { takeHome } from '../../../shared/session/take-home.ts';
import type { Signal } from '../../../shared/hub/signal.ts';
import { firstSetup, openDesk, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { connected, readHub, soonIs } from './desk-at-a-hub.ts';
import { counter, inConversation, wrapUp } from './real-counter.ts';

const result = { outcome: 'papers-needed', toDo: 'Portare il verbale della visita del 3 marzo.', standardRoute: false, followUp: { due: '2027-01-15', what: 'Sentire se il verbale è arrivato' } } as const;

test('a conversation is in the records as it happens, and the official’s words end up on the page taken home', async () => {
  const { desk, official, events } = await counter();
  const { sessionId, consultationId, callId } = await inConversation(desk, official);
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'consent', to: 'call' } }));
  const leg = await valueOf(desk.methods.openLeg({ consultationId, medium: 'video' }));
  const offer: Signal = { callId, from: 'desk', to: 'official', generation: 0, seq: 0, received: 0, body: { kind: 'renegotiate' } };
  await valueOf(desk.methods.sendSignal(offer));
  await official.until(() => official.signals.length === 1);
  expect(official.signals).toEqual([offer]);
  const back: Signal = { ...offer, from: 'official', to: 'desk' };
  expect(await official.call('sendSignal', back)).toBe('ok');
  await soonIs(async () => expect(events).toContainEqual({ name: 'hubSignal', data: { signal: back } }));
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'code-compared', matches: true } }));
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'paper-seen', label: 'Verbale' } }));
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'consent', to: 'guest' } }));
  await valueOf(desk.methods.noteCall({ consultationId, note: { kind: 'guest-joined', role: 'interpreter' } }));
  const summary = { setupMs: 310, reconnections: 1, relayed: false, rttMedian: 80, lossP95: 0.02, frozenMs: 0, secondsAudioOnly: 12 };
  await valueOf(desk.methods.closeLeg({ legId: leg.id, reason: 'medium-changed', summary }));
  const phone = await valueOf(desk.methods.openLeg({ consultationId, medium: 'phone' }));
  await official.seen(({ mine }) => mine[0]?.call?.medium === 'phone');
  await wrapUp(official, consultationId, result);
  await valueOf(desk.methods.closeLeg({ legId: phone.id, reason: 'hung-up', summary: null }));
  await valueOf(desk.methods.endConsultation({ consultationId }));
  await soonIs(async () => expect((await readHub(desk)).view?.consultations).toEqual([]));

  const session = await valueOf(desk.methods.readSession({ sessionId }));
  expect(session.consultations).toMatchObject([
    {
      stage: 'ended',
      endReason: 'done',
      officialName: 'Ivo Prova',
      legs: [{ medium: 'video', reason: 'medium-changed', summary }, { medium: 'phone', reason: 'hung-up', summary: null }],
      notes: [{ kind: 'consent', to: 'call' }, { kind: 'code-compared', matches: true }, { kind: 'paper-seen', label: 'Verbale' }, { kind: 'consent', to: 'guest' }, { kind: 'guest-joined', role: 'interpreter' }],
      wrapUp: { outcome: 'papers-needed', standardRoute: false, words: { toDo: result.toDo, followUp: result.followUp } },
    },
  ]);
  expect(session.followUps).toMatchObject([{ ...result.followUp, state: 'open' }]);
  expect(takeHome(session, '2026-11-22')?.advice).toMatchObject([{ office: 'INPS Lecco', outcome: 'papers-needed', toDo: result.toDo }]);
  const told = session.events.map(({ event }) => event);
  expect(told).toEqual(expect.arrayContaining(['consultation-asked', 'consultation-claimed', 'leg-opened', 'leg-closed', 'consent-recorded', 'code-compared', 'paper-seen', 'guest-joined', 'wrap-up-kept', 'follow-up-added', 'consultation-ended']));
  expect((await valueOf(desk.methods.verifyJournal({}))).intact).toBe(true);
});

test('a result put right later replaces the first, with its reminder', async () => {
  const { desk, official } = await counter();
  const { sessionId, consultationId } = await inConversation(desk, official);
  await wrapUp(official, consultationId, result);
  const read = () => valueOf(desk.methods.readSession({ sessionId }));
  await soonIs(async () => expect((await read()).followUps).toHaveLength(1));
  await wrapUp(official, consultationId, { ...result, outcome: 'appointment', toDo: 'Andare in sede.', followUp: { due: '2027-02-01', what: 'Appuntamento' } });
  await soonIs(async () => expect((await read()).consultations[0]?.wrapUp).toMatchObject({ outcome: 'appointment', words: { toDo: 'Andare in sede.' } }));
  expect((await read()).followUps).toMatchObject([{ due: '2027-02-01', what: 'Appuntamento' }]);
  await valueOf(desk.methods.endConsultation({ consultationId }));
  await soonIs(async () => expect((await readHub(desk)).view?.consultations).toEqual([]));
});

test('a confidential session keeps the words and leaves neither reminder nor paper', async () => {
  const { desk, official } = await counter();
  const { id } = await valueOf(desk.methods.openSession({ privacy: 'confidential' }));
  const { consultationId } = await inConversation(desk, official, id);
  await wrapUp(official, consultationId, result);
  const read = () => valueOf(desk.methods.readSession({ sessionId: id }));
  await soonIs(async () => expect((await read()).consultations[0]?.wrapUp?.words?.toDo).toBe(result.toDo));
  expect((await read()).followUps).toEqual([]);
  expect(takeHome(await read(), '2026-11-22')).toBeUndefined();
});

test('a desk put out in the middle of a call hears why, keeps the record, and asks nothing more', async () => {
  const { hub, desk, official } = await counter();
  const { consultationId } = await inConversation(desk, official);
  await valueOf(desk.methods.openLeg({ consultationId, medium: 'video' }));
  const [row] = (await hub.admin.list()).desks;
  expect(await hub.admin.revoke(row?.id ?? '')).toBe(true);
  await soonIs(async () => expect((await readHub(desk)).link).toEqual({ at: 'refused', reason: 'desk-revoked' }));
  expect((await readHub(desk)).view?.consultations).toMatchObject([{ state: 'ended', endReason: 'desk-revoked', call: null }]);
  expect(await valueOf(desk.methods.readConsultation({ consultationId }))).toMatchObject({ stage: 'ended', endReason: 'desk-revoked' });
  expect(await desk.methods.queueAgain({ consultationId })).toMatchObject({ code: 'hub-not-enrolled' });
  expect((await valueOf(desk.methods.readHome({}))).hub).toBe('refused');
});

test('a clock wrong by a day changes nothing: the desk proves itself, asks and talks', async () => {
  const time = new FakeTime(new Date(Date.now() + 26 * 3_600_000).toISOString());
  const { desk, official } = await counter({ clock: time.clock });
  const { consultationId } = await inConversation(desk, official);
  await wrapUp(official, consultationId, result);
  await soonIs(async () => expect((await valueOf(desk.methods.readConsultation({ consultationId }))).wrapUp?.outcome).toBe('papers-needed'));
});

test('a hub that is away and comes back finds the desk, and the conversation goes on', async () => {
  const { hub, desk, official } = await counter();
  const { consultationId } = await inConversation(desk, official);
  const port = Number(new URL(hub.address).port);
  await hub.close();
  await soonIs(async () => expect((await readHub(desk)).link.at).toBe('connecting'));
  expect(await desk.methods.renewRelay({ callId: consultationId })).toMatchObject({ code: 'hub-not-connected' });
  const again = await startHub({ host: '127.0.0.1', port, folder: hub.folder, log: () => undefined });
  await connected(desk);
  await soonIs(async () => expect((await readHub(desk)).view?.consultations).toMatchObject([{ id: consultationId, state: 'active' }]));
  desk.close();
  await again.close();
});

test('whoever signs out leaves no call open behind them; the next one finds how it stood', async () => {
  const { desk, official, clerkId, folder } = await counter();
  const { consultationId } = await inConversation(desk, official);
  await valueOf(desk.methods.openLeg({ consultationId, medium: 'video' }));
  await valueOf(desk.methods.signOut({}));
  desk.close();
  const again = openDesk(folder);
  await valueOf(again.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  expect((await valueOf(again.methods.readConsultation({ consultationId }))).legs).toMatchObject([{ reason: 'page-closed' }]);
  await connected(again);
  await soonIs(async () => expect((await readHub(again)).view?.consultations).toMatchObject([{ id: consultationId, state: 'active' }]));
});
