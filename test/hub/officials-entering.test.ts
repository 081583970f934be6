import { describe, expect, test } from 'vitest';
import { officialHubViewSchema } from '../../shared/hub/hub-views.ts';
import { inCall, newDesk, newOfficial, officialCookie, officialPage, page, pressButton, TestParty } from './test-parties.ts';
import { MovedTime, testHub } from './test-hub.ts';

describe('an official', () => {
  test('comes in by pressing a button: looking at the link does not use it up', async () => {
    const hub = await testHub();
    const { link = '' } = (await hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'inps-lecco' })) ?? {};
    for (let n = 0; n < 3; n += 1) expect(await (await fetch(link)).text()).toContain('<button');
    const { response, cookie } = await pressButton(hub, link);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/official/']);
    expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/);
    expect((await officialPage(hub, cookie)).view?.name).toBe('Ivo Prova');
    const again = await pressButton(hub, link);
    expect([again.response.status, again.cookie]).toEqual([403, '']);
    expect(await again.response.text()).toContain('già stato usato');
  });

  test('is turned away with an expired invitation, a wrong one, and from another site’s form', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const { link = '' } = (await hub.admin.inviteOfficial({ name: 'Ivo Prova', officeId: 'inps-lecco' })) ?? {};
    const elsewhere = await fetch(link.split('?')[0] ?? '', { method: 'POST', body: new URLSearchParams({ t: link.split('t=')[1] ?? '' }), headers: { origin: 'https://altro.example.it' } });
    expect(elsewhere.status).toBe(403);
    time.pass({ hours: 48 });
    expect(await (await pressButton(hub, link)).response.text()).toContain('scaduto');
    expect(await (await pressButton(hub, `${link}x`)).response.text()).toContain('non esiste');
    expect(await hub.admin.inviteOfficial({ name: 'Ivo', officeId: 'inps-altrove' })).toBeUndefined();
  });

  test('stays for twelve hours, or until they leave', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const [first, second] = [await officialCookie(hub, 'Ivo Prova'), await officialCookie(hub, 'Lea Prova')];
    const [ivo, lea] = [await officialPage(hub, first), await officialPage(hub, second)];
    expect(await lea.call('leave', {})).toBe('ok');
    await lea.until(() => lea.dismissal === 'session-expired');
    expect((await officialPage(hub, second)).dismissal).toBe('session-expired');
    time.pass({ hours: 12 });
    await ivo.until(() => ivo.dismissal === 'session-expired');
    expect((await officialPage(hub, first)).dismissal).toBe('session-expired');
  });

  test('opened twice: the later page counts', async () => {
    const hub = await testHub();
    const cookie = await officialCookie(hub, 'Ivo Prova');
    const [first, second] = [await officialPage(hub, cookie), await officialPage(hub, cookie)];
    await first.until(() => first.dismissal === 'opened-elsewhere');
    expect(await second.call('setAvailability', { available: true, topics: [], languages: [] })).toBe('ok');
  });

  test('of several sockets of one page, opened at once on a bad line, the one it speaks over counts, and none is called another page', async () => {
    const hub = await testHub();
    const cookie = await officialCookie(hub, 'Ivo Prova');
    const opened = () => new TestParty(`${hub.address}/official?page=one`, (view) => officialHubViewSchema.parse(view), { cookie, origin: hub.address });
    const first = opened();
    await first.until(() => first.view);
    const late = opened();
    await late.until(() => late.isOpen);
    expect(await first.call('setAvailability', { available: true, topics: [], languages: [] })).toBe('ok');
    late.hangUp();
    const next = opened();
    await next.until(() => next.isOpen);
    await next.ping();
    await next.until(() => next.view);
    await first.closed();
    expect(first.dismissal).toBeUndefined();
    const elsewhere = await officialPage(hub, cookie);
    await next.until(() => next.dismissal === 'opened-elsewhere');
    expect(elsewhere.dismissal).toBeUndefined();
  });

  test('is not believed from a page of another site', async () => {
    const hub = await testHub();
    const cookie = await officialCookie(hub, 'Ivo Prova');
    const foreign = new TestParty(`${hub.address}/official`, (view) => officialHubViewSchema.parse(view), { cookie, origin: 'https://altro.example.it' });
    await foreign.closed();
    expect(foreign.frames).toEqual([]);
    expect((await page(hub, '/official', 'sportello-official-1=guess', (view) => officialHubViewSchema.parse(view))).dismissal).toBe('session-expired');
  });

  test('barred with a call in hand: the question waits again for the others', async () => {
    const hub = await testHub();
    const [desk, ivo, lea] = [await newDesk(hub), await newOfficial(hub), await newOfficial(hub, 'Lea Prova')];
    await inCall(desk, ivo);
    const { officials } = await hub.admin.list();
    expect(await hub.admin.revoke(officials.find(({ name }) => name === 'Ivo Prova')?.id ?? '')).toBe(true);
    await ivo.until(() => ivo.dismissal === 'session-expired');
    await lea.seen(({ queue }) => queue.length === 1);
    await desk.seen(({ consultations }) => consultations[0]?.state === 'waiting');
  });
});
