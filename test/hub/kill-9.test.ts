import { describe, expect, test } from 'vitest';
import { hubFolder } from './hub-folder.ts';
import { RunningHubProcess } from './running-hub.ts';
import { offices } from './sample-hub.ts';
import { ask, connected, enrolled, guestPage, inCall, newDesk, newOfficial, officialCookie, officialPage, pressButton, signalIn } from './test-parties.ts';
import { guestInvitation } from '../../shared/hub/hub-shapes.ts';

async function furnished(folder: string): Promise<RunningHubProcess> {
  const hub = await RunningHubProcess.start(folder);
  for (const office of offices) await hub.admin.putOffice(office);
  return hub;
}

describe('a hub killed outright', () => {
  test('comes back with queue, call, guests and sessions whole; signals go on as if nothing had been', async () => {
    const folder = hubFolder();
    const hub = await furnished(folder);
    const [deskKey, otherKey, cookie] = [await enrolled(hub), await enrolled(hub, 'Comune di Esempio'), await officialCookie(hub, 'Ivo Prova')];
    const [desk, other, official] = [await connected(hub, deskKey), await connected(hub, otherKey), await officialPage(hub, cookie)];
    const { callId, consultationId } = await inCall(desk, official);
    const invitation = await desk.ask('inviteGuest', { callId, role: 'interpreter' });
    const guestLink = guestInvitation.parse(invitation.type === 'reply' ? invitation.value : null).link;
    const { cookie: guestCookie } = await pressButton(hub, guestLink);
    const waiting = await ask(other);
    await official.call('wrapUp', { consultationId, wrapUp: { outcome: 'solved', standardRoute: true, words: { senderKey: 'K', iv: 'I', sealed: 'S' } } });
    expect(await hub.end('SIGKILL')).toBeNull();

    const again = await RunningHubProcess.start(folder, hub.port);
    const back = await connected(again, deskKey);
    const officialBack = await officialPage(again, cookie);
    const guest = await guestPage(again, guestCookie);
    expect(back.view?.consultations[0]).toMatchObject({ id: consultationId, state: 'active', call: { callId }, wrapUp: { outcome: 'solved' } });
    expect(officialBack.view?.queue.map(({ id }) => id)).toEqual([waiting]);
    expect(guest.view).toMatchObject({ party: 'guest-1', ended: false });
    for (const to of ['official', 'guest-1'] as const) expect(await back.call('sendSignal', signalIn(callId, 'desk', to))).toBe('ok');
    await officialBack.until(() => officialBack.signals.length === 1);
    await guest.until(() => guest.signals.length === 1);
    expect(await officialBack.call('claim', { consultationId: waiting })).toBe('already-in-call');
  });

  test('in the middle of many askings and claims loses none that was answered, and gives none to two', async () => {
    const folder = hubFolder();
    const hub = await furnished(folder);
    const desks = await Promise.all(['A', 'B', 'C', 'D'].map((name) => enrolled(hub, `Comune ${name}`)));
    const cookies = [await officialCookie(hub, 'Ivo Prova'), await officialCookie(hub, 'Lea Prova')];
    const connections = await Promise.all(desks.map((key) => connected(hub, key)));
    const officials = await Promise.all(cookies.map((cookie) => officialPage(hub, cookie)));
    const answered: string[] = [];
    const claimed: string[] = [];
    // Fire and forget: most of it is under way when the hub dies.
    for (const desk of connections) for (let n = 0; n < 5; n += 1) void ask(desk).then((id) => answered.push(id), () => undefined);
    await officials[0]?.seen(({ queue }) => queue.length > 0);
    const first = officials[0]?.view?.queue[0]?.id ?? '';
    for (const official of officials) void official.call('claim', { consultationId: first }).then((answer) => answer === 'ok' && claimed.push(first), () => undefined);
    await officials[0]?.until(() => answered.length >= 5);
    const promised = [...answered];
    await hub.end('SIGKILL');

    const again = await RunningHubProcess.start(folder, hub.port);
    const backs = await Promise.all(desks.map((key) => connected(again, key)));
    const known = backs.flatMap(({ view }) => view?.consultations ?? []);
    expect(promised.filter((id) => !known.some((one) => one.id === id))).toEqual([]);
    expect(claimed.length).toBeLessThanOrEqual(1);
    const hands = await Promise.all(cookies.map((cookie) => officialPage(again, cookie)));
    const holders = hands.filter(({ view }) => view?.mine.some(({ id }) => id === first));
    expect(holders.length).toBe(known.find(({ id }) => id === first)?.state === 'active' ? 1 : 0);
  });
});

test('told to end it says good-bye, goes with code 0, and what was revoked beside it stays revoked', async () => {
  const folder = hubFolder();
  const hub = await furnished(folder);
  const key = await enrolled(hub);
  const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
  await inCall(desk, official);
  // Another process writes: the running hub notices.
  expect(await hub.admin.revoke(key.deskId)).toBe(true);
  await desk.until(() => desk.dismissal === 'desk-revoked');
  await official.seen(({ mine }) => mine[0]?.endReason === 'desk-revoked');
  const second = await newDesk(hub, 'Comune di Esempio');
  expect(await hub.end('SIGTERM')).toBe(0);
  await second.closed();
  expect(second.frames.at(-1)).toEqual({ type: 'restarting', after: 1_000 });
  const again = await RunningHubProcess.start(folder, hub.port);
  expect((await connected(again, key)).dismissal).toBe('desk-revoked');
});
