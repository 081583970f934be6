import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { guestInvitation } from '../../shared/hub/hub-shapes.ts';
import { guestPage, inCall, newDesk, newOfficial, pressButton, signalIn } from './test-parties.ts';
import type { TestDesk, TestOfficial } from './test-parties.ts';
import { MovedTime, testHub } from './test-hub.ts';

async function invited(host: TestDesk | TestOfficial, callId: string): Promise<string> {
  const answer = await host.ask('inviteGuest', { callId, role: 'interpreter' });
  return answer.type === 'reply' ? guestInvitation.parse(answer.value).link : answer.code;
}

describe('a guest', () => {
  test('comes in once by the link, is seen by all, speaks, and leaves', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    const link = await invited(desk, callId);
    const { cookie, response } = await pressButton(hub, link);
    expect(response.headers.get('location')).toBe('/guest/');
    expect((await pressButton(hub, link)).response.status).toBe(403);
    const guest = await guestPage(hub, cookie);
    expect(guest.view).toMatchObject({ party: 'guest-1', role: 'interpreter', ended: false });
    await official.seen(({ mine }) => mine[0]?.call?.parties.some(({ party, connected: there }) => party === 'guest-1' && there));
    expect(await guest.call('sendSignal', signalIn(callId, 'guest-1', 'official'))).toBe('ok');
    await official.until(() => official.signals.length === 1);
    expect(await guest.call('sendSignal', signalIn(callId, 'desk', 'official'))).toBe('no-such-call');
    expect(await guest.call('endConsultation', { consultationId: randomUUID() })).toBe('unknown-method');
    expect(await guest.call('leave', {})).toBe('ok');
    await guest.until(() => guest.dismissal === 'session-expired');
    await official.seen(({ mine }) => mine[0]?.call?.parties.length === 2);
  });

  test('an invitation nobody used in time is shown no more, and its place is free', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    await invited(desk, callId);
    await invited(desk, callId);
    await official.seen(({ mine }) => mine[0]?.call?.invited.length === 2);
    time.set({ minutes: 16 });
    await official.seen(({ mine }) => mine[0]?.call?.invited.length === 0);
    expect(await invited(desk, callId)).toMatch(/^http/);
  });

  test('there is room for two; who is removed is out, and so is everybody when the call ends', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId, consultationId } = await inCall(desk, official);
    const links = [await invited(desk, callId), await invited(official, callId)];
    expect(await invited(desk, callId)).toBe('call-full');
    const [first, second] = await Promise.all(links.map(async (link) => guestPage(hub, (await pressButton(hub, link)).cookie)));
    expect(await official.call('removeGuest', { callId, party: first?.view?.party })).toBe('ok');
    await first?.until(() => first.dismissal === 'removed');
    await desk.call('endConsultation', { consultationId });
    await second?.seen(({ ended, call }) => ended && call === null);
  });

  test('an invitation nobody used yet is seen by both sides, not by the other guest, and taken back it opens nothing', async () => {
    const hub = await testHub();
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    const other = await guestPage(hub, (await pressButton(hub, await invited(desk, callId))).cookie);
    const answer = await official.ask('inviteGuest', { callId, role: 'sign-interpreter' });
    const { party, link, until } = guestInvitation.parse(answer.type === 'reply' ? answer.value : null);
    expect(party).toBe('guest-2');
    await desk.seen(({ consultations }) => consultations[0]?.call?.invited.length === 1);
    expect((await official.seen(({ mine }) => mine[0]?.call?.invited.length === 1)).mine[0]?.call?.invited).toEqual([{ party, role: 'sign-interpreter', until }]);
    expect(other.view?.call?.invited).toEqual([]);
    expect(await desk.call('removeGuest', { callId, party })).toBe('ok');
    await official.seen(({ mine }) => mine[0]?.call?.invited.length === 0);
    const closed = await pressButton(hub, link);
    expect([closed.response.status, closed.cookie]).toEqual([403, '']);
    expect(await closed.response.text()).toContain('è stato ritirato');
    expect(await invited(desk, callId)).toContain('/ospite');
  });

  test('comes too late after a quarter of an hour', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
    const { callId } = await inCall(desk, official);
    const link = await invited(desk, callId);
    time.pass({ minutes: 15 });
    expect(await (await pressButton(hub, link)).response.text()).toContain('scaduto');
  });
});
