import { describe, expect, test } from 'vitest';
import { ask, connected, enrolled, inCall, newDesk, newOfficial } from './test-parties.ts';
import { MovedTime, testHub } from './test-hub.ts';

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

/** Time passes while parties go on giving signs of life. */
async function passWith(time: MovedTime, seconds: number, parties: readonly { ping(): Promise<void> }[]): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 15) {
    time.pass({ seconds: Math.min(15, seconds - passed) });
    for (const party of parties) await party.ping();
  }
}

describe('a call-back', () => {
  test('rings for a minute, falls back to promised, and is answered the next time', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const consultationId = await ask(desk);
    const callBackAt = inAnHour();
    expect(await desk.call('chooseCallBack', { consultationId, callBackAt })).toBe('ok');
    expect((await official.seen(({ queue }) => queue[0]?.state === 'promised')).queue[0]?.callBackAt).toBe(callBackAt);
    expect(await official.call('ring', { consultationId })).toBe('ok');
    expect((await desk.seen(({ consultations }) => consultations[0]?.state === 'ringing')).consultations[0]?.officialName).toBe('Ivo Prova');
    await passWith(time, 61, [desk, official]);
    await official.seen(({ queue, mine }) => queue[0]?.state === 'promised' && mine.length === 0);
    expect(await desk.call('answerRing', { consultationId })).toBe('not-possible-now');
    expect(await official.call('ring', { consultationId })).toBe('ok');
    expect(await desk.call('answerRing', { consultationId })).toBe('ok');
    await official.seen(({ mine }) => mine[0]?.call !== undefined && mine[0].call !== null);
  });

  test('is promised within a month and not in the past, by the hub’s clock', async () => {
    const hub = await testHub();
    const desk = await newDesk(hub);
    const consultationId = await ask(desk);
    const at = (days: number): string => new Date(Date.now() + days * 24 * 3_600_000).toISOString();
    for (const days of [-1, 31]) expect(await desk.call('chooseCallBack', { consultationId, callBackAt: at(days) })).toBe('not-possible-now');
    expect(await desk.call('chooseCallBack', { consultationId, callBackAt: at(1) })).toBe('ok');
  });

  test('nobody made is given up a day after its time', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const key = await enrolled(hub);
    const desk = await connected(hub, key);
    const consultationId = await ask(desk);
    await desk.call('chooseCallBack', { consultationId, callBackAt: inAnHour() });
    time.pass({ hours: 26 });
    const back = await connected(hub, key);
    expect((await back.seen(({ consultations }) => consultations[0]?.state === 'ended')).consultations[0]?.endReason).toBe('expired');
  });
});

describe('who is gone', () => {
  test('a desk away for ten minutes does not wait any longer', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const key = await enrolled(hub);
    const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
    await ask(desk);
    desk.hangUp();
    await official.seen(({ queue }) => queue[0]?.deskConnected === false);
    time.pass({ minutes: 11 });
    const later = await newOfficial(hub, 'Lea Prova');
    await later.seen(({ queue }) => queue.length === 0);
    expect((await connected(hub, key)).view?.consultations[0]).toMatchObject({ state: 'ended', endReason: 'desk-gone' });
  });

  test('an official gone in a call: the call stays, the desk sees it and may queue again', async () => {
    const hub = await testHub();
    const [desk, official, other] = [await newDesk(hub), await newOfficial(hub), await newOfficial(hub, 'Lea Prova')];
    const { consultationId } = await inCall(desk, official);
    official.hangUp();
    await desk.seen(({ consultations }) => consultations[0]?.call?.parties[1]?.connected === false);
    expect(desk.view?.consultations[0]?.state).toBe('active');
    expect(await desk.call('queueAgain', { consultationId })).toBe('ok');
    await other.seen(({ queue }) => queue[0]?.id === consultationId);
  });

  test('a silent line in a call counts as gone after three seconds, though its socket is open', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    await inCall(desk, official);
    time.pass({ seconds: 4 });
    await desk.seen(({ consultations }) => consultations[0]?.call?.parties[1]?.connected === false);
    official.send({ type: 'ping', id: 7 });
    await official.until(() => official.frames.some((frame) => frame.type === 'pong' && frame.id === 7));
    const view = await desk.seen(({ consultations }) => consultations[0]?.call?.parties[1]?.connected === true);
    expect(view.consultations[0]?.state).toBe('active');
  });

  test('both: the conversation is over after a quarter of an hour', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const key = await enrolled(hub);
    const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
    await inCall(desk, official);
    desk.hangUp();
    official.hangUp();
    const watcher = await newDesk(hub, 'Comune di Esempio');
    await watcher.until(() => hub.logged.filter((line) => line.includes('left')).length === 2);
    time.pass({ minutes: 16 });
    await watcher.until(() => hub.logged.some((line) => line.includes('expired')));
    expect((await connected(hub, key)).view?.consultations[0]).toMatchObject({ state: 'ended', endReason: 'expired' });
  });
});

test('what has ended is gone from the hub after a day, unless its result was not fetched', async () => {
  const time = new MovedTime();
  const hub = await testHub({ time });
  const key = await enrolled(hub);
  const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
  const { consultationId } = await inCall(desk, official);
  await official.call('wrapUp', { consultationId, wrapUp: { outcome: 'solved', standardRoute: false, words: { senderKey: 'K', iv: 'I', sealed: 'S' } } });
  await desk.call('endConsultation', { consultationId });
  await desk.call('withdraw', { consultationId: await ask(desk) });
  time.pass({ hours: 25 });
  await desk.until(() => hub.logged.some((line) => line.includes('purged')));
  expect((await connected(hub, key)).view?.consultations.map(({ id }) => id)).toEqual([consultationId]);
});
