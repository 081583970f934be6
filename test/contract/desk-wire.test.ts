import { describe, expect, test } from 'vitest';
import { deskApi } from '../../shared/desk/desk-api.ts';
import { createDeskClient } from '../../shared/desk/desk-client.ts';
import { answer, refuse } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import { createFakeDesk } from '../host/fake-desk.ts';
import { wires } from './wires.ts';

const sessionId = '01890000-0000-7000-8000-000000000001';

describe.each(wires)('over %s', (_name, wireTo) => {
  test('every method of the contract reaches the desk or is told what is wrong with its input', async () => {
    const desk = createFakeDesk('supervisor');
    const wire = await wireTo(desk);
    const methods = Object.keys(deskApi);
    const replies = await Promise.all(methods.map((method) => wire.call(method, {})));
    const reached = methods.filter((_method, place) => replies[place]?.ok);
    expect(desk.ran.map(({ method }) => method).toSorted()).toEqual(reached.toSorted());
    expect(replies.flatMap((reply) => (reply.ok || reply.code === 'invalid-input' ? [] : reply))).toEqual([]);
  });

  test('the client has the contract’s methods and no others', async () => {
    const client = createDeskClient(await wireTo(createFakeDesk('clerk')));
    expect(Object.keys(client).toSorted()).toEqual([...Object.keys(deskApi), 'subscribe'].toSorted());
    expect(await client.readHome({})).toEqual({ ok: true, value: null });
  });

  test.each(['deleteEverything', '__proto__', 'constructor', 'toString', ''])('%j is refused', async (method) => {
    const desk = createFakeDesk('supervisor');
    expect(await (await wireTo(desk)).call(method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
    expect(desk.ran).toEqual([]);
  });

  test.each([undefined, null, 'text', [], { extra: 1 }, { ['__proto__']: { role: 'supervisor' } }])('input %j is refused', async (input) => {
    const desk = createFakeDesk('supervisor');
    expect(await (await wireTo(desk)).call('readHome', input)).toMatchObject({ ok: false, code: 'invalid-input' });
    expect(desk.ran).toEqual([]);
  });

  test('a key that means something to JavaScript is refused among answers too, where a record would leave it out', async () => {
    const desk = createFakeDesk('supervisor');
    const input: unknown = JSON.parse(`{"runId":"${sessionId}","step":"a","facts":{"__proto__":{"polluted":1}},"done":true,"next":"a"}`);
    expect(await (await wireTo(desk)).call('answerStep', input)).toMatchObject({ ok: false, code: 'invalid-input' });
    expect(desk.ran).toEqual([]);
  });

  test('a text that only speaks of such a key is a text', async () => {
    const desk = createFakeDesk('supervisor');
    expect(await (await wireTo(desk)).call('saveNote', { runId: sessionId, note: '{"__proto__": 1} e "__proto__":' })).toMatchObject({ ok: true });
  });

  test('10 MB is too large and the wire goes on', async () => {
    const desk = createFakeDesk('clerk');
    const wire = await wireTo(desk);
    expect(await wire.call('saveNote', { runId: sessionId, note: 'a'.repeat(10_000_000) })).toMatchObject({ ok: false, code: 'too-large' });
    expect(await wire.call('readHome', {})).toMatchObject({ ok: true });
  });

  test('a role too low is refused', async () => {
    expect(await (await wireTo(createFakeDesk(undefined))).call('readHome', {})).toMatchObject({ code: 'not-signed-in' });
    expect(await (await wireTo(createFakeDesk('clerk'))).call('verifyJournal', {})).toMatchObject({ code: 'supervisor-only' });
  });

  test('a refusal arrives whole: code, details, sentence', async () => {
    const desk = createFakeDesk(undefined, { signIn: () => refuse('locked-out', { seconds: 40 }) });
    const reply = await (await wireTo(desk)).call('signIn', { clerkId: sessionId, passphrase: 'x' });
    expect(reply).toEqual({ ok: false, code: 'locked-out', details: { seconds: 40 }, sentence: 'Troppi tentativi sbagliati: attendi 40 secondi e riprova.' });
  });

  test('text arrives as it was sent, in every script', async () => {
    const said = 'Nicolò D’Amélie, Łukasz, 李, 😀, \u2028 e "virgolette"';
    const found = { residentId: sessionId, sessions: 1, lastSeenAt: '2026-11-20T08:00:00Z', distance: 0 };
    const desk = createFakeDesk('clerk', { findResidents: ({ text }) => answer([{ ...found, details: { surname: text } }]) });
    const reply = await (await wireTo(desk)).call('findResidents', { text: said });
    expect(reply).toEqual({ ok: true, value: [{ ...found, details: { surname: said } }] });
  });

  test('slow answers do not hold up quick ones, and each finds its caller', async () => {
    const slow = Promise.withResolvers<void>();
    const desk = createFakeDesk('clerk', { listProcedures: () => slow.promise.then(() => answer([])) });
    const wire = await wireTo(desk);
    const first = wire.call('listProcedures', {});
    expect(await wire.call('readHome', {})).toEqual({ ok: true, value: null });
    slow.resolve();
    expect(await first).toEqual({ ok: true, value: [] });
  });

  test('events arrive in order until the listener leaves', async () => {
    const desk = createFakeDesk('clerk');
    const wire = await wireTo(desk);
    const heard: DeskEvent[] = [];
    const stop = wire.subscribe((event) => heard.push(event));
    await wire.call('readHome', {});
    const sent: DeskEvent[] = [
      { name: 'recordsChanged', data: { sessionId } },
      { name: 'lockApproached', data: { secondsLeft: 60 } },
      { name: 'deskLocked', data: { reason: 'inactivity' } },
    ];
    sent.forEach((event) => desk.emit(event));
    await wire.call('readHome', {});
    expect(heard).toEqual(sent);
    stop();
    desk.emit({ name: 'deskChanged', data: {} });
    await wire.call('readHome', {});
    expect(heard).toEqual(sent);
  });
});
