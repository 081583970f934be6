import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { relayPassSchema } from '../../shared/hub/hub-views.ts';
import { relayOn } from '../../hub/relay-pass.ts';
import { ask, connected, enrolled, inCall, newDesk, newOfficial, signalIn } from './test-parties.ts';
import { testHub } from './test-hub.ts';

describe('a signal', () => {
  test('passes between the parties of a call, in order, and comes to nobody else', async () => {
    const hub = await testHub();
    const [desk, official, other] = [await newDesk(hub), await newOfficial(hub), await newDesk(hub, 'Comune di Esempio')];
    const { callId } = await inCall(desk, official);
    const sent = Array.from({ length: 50 }, (_, seq) => signalIn(callId, 'desk', 'official', seq));
    expect(await Promise.all(sent.map((one) => desk.call('sendSignal', one)))).toEqual(Array(50).fill('ok'));
    await official.until(() => official.signals.length === 50);
    expect(official.signals).toEqual(sent);
    expect(await official.call('sendSignal', signalIn(callId, 'official', 'desk'))).toBe('ok');
    await desk.until(() => desk.signals.length === 1);
    expect(other.signals).toEqual([]);
  });

  test('is refused of whoever is not in the call, in another’s name, and to nobody', async () => {
    const hub = await testHub();
    const [desk, official, other, stranger] = [await newDesk(hub), await newOfficial(hub), await newDesk(hub, 'Comune di Esempio'), await newOfficial(hub, 'Lea Prova')];
    const { callId, consultationId } = await inCall(desk, official);
    for (const forged of [signalIn(callId, 'official', 'desk'), signalIn(callId, 'desk', 'guest-1'), signalIn(callId, 'desk', 'desk'), signalIn(randomUUID())]) expect(await desk.call('sendSignal', forged)).toBe('no-such-call');
    expect(await other.call('sendSignal', signalIn(callId))).toBe('no-such-call');
    expect(await stranger.call('sendSignal', signalIn(callId, 'official', 'desk'))).toBe('no-such-call');
    expect(await other.call('reportMedium', { callId, medium: 'phone' })).toBe('no-such-call');
    await desk.call('endConsultation', { consultationId });
    expect(await desk.call('sendSignal', signalIn(callId))).toBe('no-such-call');
    expect([official.signals, desk.signals]).toEqual([[], []]);
  });

  test('to somebody who is away just now is not kept and not refused', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    official.hangUp();
    await desk.seen(({ consultations }) => consultations[0]?.call?.parties[1]?.connected === false);
    expect(await desk.call('sendSignal', signalIn(callId))).toBe('ok');
  });
});

test('everybody in a call sees by which medium it is held', async () => {
  const hub = await testHub();
  const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
  const { callId } = await inCall(desk, official);
  expect(await desk.call('reportMedium', { callId, medium: 'phone' })).toBe('ok');
  await official.seen(({ mine }) => mine[0]?.call?.medium === 'phone');
});

describe('a relay pass', () => {
  const relay = relayOn('turn.example.it', 3478, 443, 'segreto condiviso');

  test('is what coturn checks: time and holder, under the secret they share, for ten minutes at most', async () => {
    const hub = await testHub({ relay });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    const answer = await official.ask('renewRelay', { callId });
    const pass = relayPassSchema.parse(answer.type === 'reply' ? answer.value : null);
    const [stun, turn] = pass.iceServers;
    expect(stun).toEqual({ urls: ['stun:turn.example.it:3478'] });
    expect(turn?.urls).toEqual(['turn:turn.example.it:3478?transport=udp', 'turn:turn.example.it:3478?transport=tcp', 'turns:turn.example.it:443?transport=tcp']);
    expect(turn?.credential).toBe(createHmac('sha1', 'segreto condiviso').update(turn?.username ?? '').digest('base64'));
    expect(Number(turn?.username?.split(':')[0])).toBe(Math.floor(Date.parse(pass.until) / 1000));
    expect(pass.validFor).toBe(600);
  });

  test('without a call only a desk gets one, for two minutes; of another’s call nobody', async () => {
    const hub = await testHub({ relay });
    const [desk, official, other] = [await newDesk(hub), await newOfficial(hub), await newDesk(hub, 'Comune di Esempio')];
    const { callId } = await inCall(desk, official);
    const answer = await other.ask('testRelay', {});
    expect(relayPassSchema.parse(answer.type === 'reply' ? answer.value : null).validFor).toBe(120);
    expect(await other.call('renewRelay', { callId })).toBe('no-such-call');
    expect(await official.call('testRelay', {})).toBe('unknown-method');
  });

  test('there is none where the hub has no relay', async () => {
    const desk = await newDesk(await testHub());
    expect(await desk.call('testRelay', {})).toBe('no-relay');
  });
});

test('a desk and an official back on a new socket find their call as it was', async () => {
  const hub = await testHub();
  const key = await enrolled(hub);
  const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
  const { callId } = await inCall(desk, official);
  await ask(desk);
  desk.hangUp();
  await official.seen(({ mine }) => mine[0]?.deskConnected === false);
  const back = await connected(hub, key);
  expect(back.view?.consultations.map(({ state, call }) => [state, call?.callId])).toEqual([['active', callId], ['waiting', undefined]]);
  await official.seen(({ mine, queue }) => mine[0]?.deskConnected === true && queue[0]?.deskConnected === true);
  expect(await back.call('sendSignal', signalIn(callId))).toBe('ok');
  await official.until(() => official.signals.length === 1);
});
