import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskHubApi } from '../../shared/hub/desk-hub-api.ts';
import { hubRefusalCodes } from '../../shared/hub/hub-refusal.ts';
import { guestHubApi, officialHubApi } from '../../shared/hub/official-hub-api.ts';
import { connected, enrolled, guestPage, inCall, newDesk, newOfficial, officialCookie, officialPage, pressButton } from './test-parties.ts';
import { guestInvitation } from '../../shared/hub/hub-shapes.ts';
import { testHub } from './test-hub.ts';

const methods = [...new Set([...Object.keys(deskHubApi), ...Object.keys(officialHubApi), ...Object.keys(guestHubApi)])];
/** The ids that are known here, so that forged messages come near the real ones. */
const idsIn = (ids: readonly string[]): fc.Arbitrary<string> => fc.oneof(fc.constantFrom(...ids), fc.uuid());

const anyValue = fc.anything({ withNullPrototype: false, maxDepth: 3, values: [fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)] });
const anyName = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...methods) }, fc.constantFrom('constructor', '__proto__', 'toString', 'prove'), fc.string());

/** Inputs that look like the contract's, of the wrong people, in any order. */
const forgedInput = (ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.record(
    {
      consultationId: idsIn(ids),
      callId: idsIn(ids),
      officeId: fc.constantFrom('inps-lecco', 'inps-sondrio', ''),
      callBackAt: fc.constantFrom('2100-01-01T00:00:00Z', 'domani'),
      medium: fc.constantFrom('video', 'fax'),
      party: fc.constantFrom('guest-1', 'guest-2', 'desk'),
      role: fc.constantFrom('interpreter', 'admin'),
      from: fc.constantFrom('desk', 'official', 'guest-1'),
      to: fc.constantFrom('desk', 'official', 'guest-2'),
      generation: fc.integer({ min: -1, max: 3 }),
      seq: fc.integer({ min: -1, max: 3 }),
      received: fc.integer({ min: -1, max: 3 }),
      body: fc.constantFrom(null, { kind: 'restart' }, { kind: 'sdp' }),
      reason: fc.constantFrom('standard-route', 'because'),
    },
    { requiredKeys: [] },
  );
const narrowInput = (ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(idsIn(ids).map((consultationId) => ({ consultationId })), idsIn(ids).map((callId) => ({ callId })), fc.constant({}), forgedInput(ids), anyValue);

const anyCall = (ids: readonly string[]): fc.Arbitrary<string> =>
  fc.record({ type: fc.constant('call'), id: fc.nat(), method: anyName.filter((name) => name !== 'leave'), input: narrowInput(ids) }).map((frame) => JSON.stringify(frame));
const noFrame = fc.oneof(fc.string(), anyValue.map((value) => JSON.stringify(value) ?? ''), fc.record({ type: fc.string(), id: fc.anything() }).map((frame) => JSON.stringify(frame)), fc.constant('{"type":"call"'));

test('ten thousand malformed, unknown, forged and replayed calls: each is answered with a code, and nothing of it moves what is another’s', async () => {
  const hub = await testHub();
  const [desk, official] = [await newDesk(hub), await newOfficial(hub)];
  const { callId, consultationId } = await inCall(desk, official);
  const invitation = await desk.ask('inviteGuest', { callId, role: 'interpreter' });
  const link = guestInvitation.parse(invitation.type === 'reply' ? invitation.value : null).link;
  const standing = () => desk.view?.consultations.map(({ id, state, officialName, endReason, call }) => [id, state, officialName, endReason, call?.callId, call?.medium]);
  const before = standing();
  const [deskKey, cookie, { cookie: guestCookie }] = [await enrolled(hub, 'Comune di Esempio'), await officialCookie(hub, 'Lea Prova'), await pressButton(hub, link)];
  await desk.seen(({ consultations }) => consultations[0]?.call?.parties.length === 3);
  const strangers = [() => connected(hub, deskKey), () => officialPage(hub, cookie), () => guestPage(hub, guestCookie)];
  let sent = 0;
  let answered = 0;
  const run = fc.asyncProperty(fc.nat({ max: 2 }), fc.array(anyCall([consultationId, callId]), { minLength: 280, maxLength: 280 }), async (who, texts) => {
    // A fresh connection each time: none may send more than its rate.
    const stranger = await strangers[who]?.();
    if (stranger === undefined) return;
    const known = stranger.frames.length;
    for (const text of [...texts.slice(0, -10), ...texts.slice(0, 10)]) stranger.sendText(text);
    await stranger.until(() => stranger.frames.slice(known).filter(({ type }) => type === 'reply' || type === 'refusal').length === texts.length);
    const codes = stranger.frames.flatMap((frame) => (frame.type === 'refusal' ? [frame.code] : []));
    expect(codes.every((code) => hubRefusalCodes.includes(code) && code !== 'crashed')).toBe(true);
    sent += texts.length;
    answered += stranger.frames.slice(known).filter(({ type }) => type === 'reply' || type === 'refusal').length;
  });
  await fc.assert(run, { numRuns: 38, endOnFailure: true });
  expect([sent >= 10_000, answered]).toEqual([true, sent]);
  expect(official.signals.filter((one) => JSON.stringify(one).includes('"from":"desk"'))).toEqual([]);
  expect(standing()).toEqual(before);
  expect(hub.logged.filter((line) => line.includes('crashed'))).toEqual([]);
});

test('a thousand frames that are none: the connection ends with the reason, the hub goes on', async () => {
  const hub = await testHub();
  const key = await enrolled(hub);
  const isFrame = (text: string): boolean => /^\s*\{"type":"(call|ping)","id":\d+[,}]/.test(text);
  const run = fc.asyncProperty(noFrame.filter((text) => !isFrame(text)), async (text) => {
    const desk = await connected(hub, key);
    desk.sendText(text);
    await desk.until(() => desk.dismissal === 'not-understood');
    await desk.closed();
  });
  await fc.assert(run, { numRuns: 1_000, endOnFailure: true });
  expect((await connected(hub, key)).view?.deskName).toBe('Comune di Prova');
  expect(hub.logged.filter((line) => line.includes('crashed'))).toEqual([]);
});

test('what is too large is refused, and what no frame may be ends the connection', async () => {
  const hub = await testHub();
  const key = await enrolled(hub);
  const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
  const { callId } = await inCall(desk, official);
  const signal = { callId, from: 'desk', to: 'official', generation: 0, seq: 0, received: 0, body: { kind: 'description', type: 'offer', offer: 0, sdp: 'x'.repeat(47_000) } };
  expect(await desk.call('sendSignal', signal)).toBe('ok');
  expect(await desk.call('sendSignal', { ...signal, body: { ...signal.body, sdp: 'x'.repeat(48_001) } })).toBe('invalid-input');
  expect(await desk.call('sendSignal', { ...signal, more: 'x'.repeat(70_000) })).toBe('too-large');
  desk.sendText('x'.repeat(600_000));
  await desk.closed();
  const second = await connected(hub, key);
  second.sendText(Buffer.from('{"type":"ping","id":1}'));
  await second.until(() => second.dismissal === 'not-understood');
  expect((await connected(hub, key)).view?.consultations).toHaveLength(1);
});

test('whoever sends more than a call ever needs is refused, then cut off; a ping is still answered meanwhile', async () => {
  const hub = await testHub();
  const desk = await newDesk(hub);
  for (let n = 0; n < 400; n += 1) desk.send({ type: 'call', id: n, method: 'withdraw', input: { consultationId: randomUUID() } });
  await desk.until(() => desk.frames.some((frame) => frame.type === 'refusal' && frame.code === 'too-many'));
  await desk.ping();
  for (let n = 0; n < 2_000 && desk.isOpen; n += 1) desk.send({ type: 'call', id: n, method: 'withdraw', input: { consultationId: randomUUID() } });
  await desk.closed();
  expect(desk.dismissal).toBe('too-many');
});
