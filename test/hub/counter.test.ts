import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarDay, dayStart } from '../../shared/desk/clock.ts';
import { ask, inCall, newDesk, newOfficial } from './test-parties.ts';
import { question } from './sample-hub.ts';
import { MovedTime, testHub } from './test-hub.ts';

describe('a question', () => {
  test('goes from the desk through the queue to one official, and its result back', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    expect((await desk.seen(({ offices }) => offices.some(({ available }) => available === 1))).deskName).toBe('Comune di Prova');
    const { consultationId } = await inCall(desk, official);
    const [mine] = (await official.seen((view) => view.mine.length === 1)).mine;
    expect(mine).toMatchObject({ deskName: 'Comune di Prova', deskPhone: '0341 111111', deskConnected: true, question, state: 'active', mine: true });
    expect(mine?.call?.parties).toEqual([
      { party: 'desk', name: 'Comune di Prova', role: 'desk', connected: true },
      { party: 'official', name: 'Ivo Prova', role: 'official', connected: true },
    ]);
    const words = { senderKey: 'K', iv: 'I', sealed: 'S' };
    expect(await official.call('wrapUp', { consultationId, wrapUp: { outcome: 'solved', standardRoute: false, words } })).toBe('ok');
    expect(await official.call('endConsultation', { consultationId })).toBe('ok');
    const ended = await desk.seen(({ consultations }) => consultations[0]?.state === 'ended');
    expect(ended.consultations[0]).toMatchObject({ endReason: 'done', wrapUp: { outcome: 'solved', words }, call: null });
    expect(await desk.call('confirmWrapUp', { consultationId })).toBe('ok');
    await desk.seen(({ consultations }) => consultations.length === 0);
    const day = (await official.seen((view) => view.mine.length === 0 && view.day[0]?.endedAt !== null)).day;
    expect(day).toMatchObject([{ id: consultationId, topic: 'disability', outcome: 'solved', endReason: 'done', wrappedUp: true }]);
  });

  test('begun before midnight and ended after it is of the day it ended', async () => {
    const time = new MovedTime();
    const midnight = Temporal.Instant.from(dayStart(calendarDay(time.clock()), 1));
    time.set(midnight.subtract({ seconds: 30 }).since(time.clock()));
    const hub = await testHub({ time });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { consultationId } = await inCall(desk, official);
    time.set({ minutes: 1 });
    await official.call('endConsultation', { consultationId });
    expect((await official.seen(({ day }) => day[0]?.endReason === 'done')).day).toMatchObject([{ id: consultationId }]);
  });

  test('asked twice with one id is asked once; a sixth of one desk is refused', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const id = await ask(desk);
    await ask(desk, id);
    for (let n = 0; n < 4; n += 1) await ask(desk);
    await expect(ask(desk)).rejects.toThrow('already-asking');
    expect((await official.seen(({ queue }) => queue.length === 5)).queue[0]?.id).toBe(id);
    expect((await desk.seen(({ consultations }) => consultations.length === 5)).consultations.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  });

  test('finds an office that is there and covers its topic, or is refused', async () => {
    const hub = await testHub();
    const desk = await newDesk(hub);
    const input = { consultationId: '00000000-0000-4000-8000-000000000000', officeId: 'inps-lecco', question: { ...question, topic: 'pensions' }, checklist: null, sealingKey: 'B' };
    expect(await desk.call('ask', { ...input, officeId: 'inps-altrove' })).toBe('no-such-office');
    expect(await desk.call('ask', input)).toBe('no-office-covers');
    expect(await desk.call('ask', { ...input, officeId: 'inps-sondrio' })).toBe('ok');
  });

  test('of two officials who claim it one gets it, every time', async () => {
    const hub = await testHub();
    const desk = await newDesk(hub);
    const [ivo, lea] = [await newOfficial(hub), await newOfficial(hub, 'Lea Prova')];
    for (let round = 0; round < 25; round += 1) {
      const consultationId = await ask(desk);
      const claims = await Promise.all([ivo, lea].map((official) => official.call('claim', { consultationId })));
      expect(claims.sort()).toEqual(['already-claimed', 'ok']);
      await desk.call('endConsultation', { consultationId });
    }
  });

  test('put back, transferred, declined: each by whoever has it', async () => {
    const hub = await testHub();
    const desk = await newDesk(hub);
    const [ivo, lea, ugo] = [await newOfficial(hub), await newOfficial(hub, 'Lea Prova'), await newOfficial(hub, 'Ugo Prova', 'inps-sondrio')];
    const { consultationId } = await inCall(desk, ivo);
    expect(await lea.call('putBack', { consultationId })).toBe('not-possible-now');
    expect(await ugo.call('endConsultation', { consultationId })).toBe('no-such-consultation');
    expect(await ivo.call('putBack', { consultationId })).toBe('ok');
    await lea.seen(({ queue }) => queue.length === 1);
    expect(await ivo.call('transfer', { consultationId, officeId: 'inps-sondrio' })).toBe('ok');
    await ugo.seen(({ queue }) => queue.length === 1);
    await lea.seen(({ queue }) => queue.length === 0);
    expect(await ivo.call('claim', { consultationId })).toBe('no-such-consultation');
    expect(await ugo.call('decline', { consultationId, reason: 'standard-route' })).toBe('ok');
    expect((await desk.seen(({ consultations }) => consultations[0]?.state === 'ended')).consultations[0]).toMatchObject({ endReason: 'declined', decline: 'standard-route' });
  });

  test('an official has one call at a time', async () => {
    const hub = await testHub();
    const [desk, other, official] = [await newDesk(hub), await newDesk(hub, 'Comune di Esempio'), await newOfficial(hub)];
    await inCall(desk, official);
    expect(await official.call('claim', { consultationId: await ask(other) })).toBe('already-in-call');
  });

  test('of another desk is nobody else’s to move', async () => {
    const hub = await testHub();
    const [desk, other] = [await newDesk(hub), await newDesk(hub, 'Comune di Esempio')];
    const consultationId = await ask(desk);
    for (const method of ['withdraw', 'queueAgain', 'endConsultation', 'answerRing', 'confirmWrapUp']) expect(await other.call(method, { consultationId })).toBe('no-such-consultation');
    expect(await other.call('ask', { consultationId, officeId: 'inps-lecco', question, checklist: null, sealingKey: 'B' })).toBe('not-possible-now');
    expect(other.view?.consultations).toEqual([]);
  });
});

test('what is asked again because the reply was lost is not refused', async () => {
  const hub = await testHub();
  const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
  const { consultationId } = await inCall(desk, official);
  const callBackAt = new Date(Date.now() + 3_600_000).toISOString();
  const twice = async (method: string, input: object = {}): Promise<string[]> => [await desk.call(method, { consultationId, ...input }), await desk.call(method, { consultationId, ...input })];
  expect(await twice('queueAgain')).toEqual(['ok', 'ok']);
  expect(await twice('chooseCallBack', { callBackAt })).toEqual(['ok', 'ok']);
  expect(await official.call('ring', { consultationId })).toBe('ok');
  expect(await twice('answerRing')).toEqual(['ok', 'ok']);
  expect(await twice('endConsultation')).toEqual(['ok', 'ok']);
});
