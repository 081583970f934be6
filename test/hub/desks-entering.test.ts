import { randomUUID, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { enrolledSchema, notEnrolledSchema } from '../../shared/hub/enrolment.ts';
import { deskHubViewSchema } from '../../shared/hub/hub-views.ts';
import { proofText } from '../../shared/hub/hub-frames.ts';
import { connected, enrolled, inCall, newKey, newOfficial, postEnrolment, TestParty } from './test-parties.ts';
import { MovedTime, testHub } from './test-hub.ts';

describe('enrolment', () => {
  test('takes a code once, however it is typed, and the same desk again when the reply was lost', async () => {
    const hub = await testHub();
    const { code } = await hub.admin.newEnrolmentCode();
    const { publicKey } = newKey();
    const request = { code: code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'), publicKey, deskName: 'Comune di Prova' };
    const first = enrolledSchema.parse(await (await postEnrolment(hub, request)).json());
    expect(enrolledSchema.parse(await (await postEnrolment(hub, request)).json())).toEqual(first);
    const other = await postEnrolment(hub, { ...request, publicKey: newKey().publicKey });
    expect([other.status, notEnrolledSchema.parse(await other.json()).code]).toEqual([403, 'code-used']);
  });

  test('refuses wrong and expired codes, keys that are none, and what is too large', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const { code } = await hub.admin.newEnrolmentCode();
    const { publicKey } = newKey();
    const refusal = async (body: unknown): Promise<string> => notEnrolledSchema.parse(await (await postEnrolment(hub, body)).json()).code;
    expect(await refusal({ code: '0000-0000-0000', publicKey, deskName: 'Comune' })).toBe('code-wrong');
    expect(await refusal({ code, publicKey: 'x'.repeat(43), deskName: 'Comune', more: 1 })).toBe('invalid-input');
    expect(await refusal({ code, publicKey, deskName: 'x'.repeat(5_000) })).toBe('too-large');
    time.pass({ hours: 24 * 7 });
    expect(await refusal({ code, publicKey, deskName: 'Comune' })).toBe('code-expired');
    expect(JSON.stringify(hub.logged)).not.toContain(code);
  });

  test('stops at ten tries of one address in a row, and goes on after a while', async () => {
    const time = new MovedTime();
    const hub = await testHub({ time });
    const guess = async (): Promise<number> => (await postEnrolment(hub, { code: '0000-0000-0000', publicKey: newKey().publicKey, deskName: 'Comune' })).status;
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push(await guess());
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429]);
    time.pass({ minutes: 5 });
    expect(await guess()).toBe(403);
  });
});

describe('a desk', () => {
  test('is believed by its signature for this hub, this desk and this nonce, and nothing else', async () => {
    const hub = await testHub();
    const [own, other] = [await enrolled(hub), await enrolled(hub, 'Comune di Esempio')];
    expect((await connected(hub, own)).view?.deskName).toBe('Comune di Prova');
    expect((await connected(hub, { deskId: other.deskId, key: own.key })).dismissal).toBe('not-enrolled');
    expect((await connected(hub, { deskId: randomUUID(), key: own.key })).dismissal).toBe('not-enrolled');
    expect((await connected(hub, own, 'https://altro.example.it')).dismissal).toBe('not-enrolled');
  });

  test('cannot be impersonated with a proof shown before', async () => {
    const hub = await testHub();
    const { deskId, key } = await enrolled(hub);
    const [first, second] = [0, 1].map(() => new TestParty(`${hub.address}/desk`, (view) => deskHubViewSchema.parse(view)));
    if (first === undefined || second === undefined) throw new Error('two sockets');
    const challenges = await Promise.all([first, second].map((one) => one.until(() => one.frames.find((frame) => frame.type === 'challenge'))));
    const nonce = challenges[0]?.type === 'challenge' ? challenges[0].nonce : '';
    const proof = { type: 'prove', deskId, signature: sign(null, Buffer.from(proofText(hub.address, deskId, nonce)), key).toString('base64url'), phone: null } as const;
    first.send(proof);
    await first.until(() => first.view);
    second.send(proof);
    await second.closed();
    first.send(proof);
    await first.closed();
    expect([second.dismissal, first.dismissal]).toEqual(['not-enrolled', 'not-understood']);
  });

  test('that says anything before its proof is turned away', async () => {
    const hub = await testHub();
    const stranger = new TestParty(`${hub.address}/desk`, (view) => deskHubViewSchema.parse(view));
    await stranger.until(() => stranger.frames.length > 0);
    stranger.send({ type: 'call', id: 0, method: 'testRelay', input: {} });
    await stranger.until(() => stranger.dismissal === 'not-understood');
    await stranger.closed();
    expect(stranger.view).toBeUndefined();
  });

  test('connecting a second time takes over from the first', async () => {
    const hub = await testHub();
    const key = await enrolled(hub);
    const first = await connected(hub, key);
    const second = await connected(hub, key);
    await first.until(() => first.dismissal === 'opened-elsewhere');
    expect(await second.call('withdraw', { consultationId: randomUUID() })).toBe('no-such-consultation');
  });

  test('barred in a call: its connection and its call end with the reason, and its key opens nothing', async () => {
    const hub = await testHub();
    const key = await enrolled(hub);
    const [desk, official] = [await connected(hub, key), await newOfficial(hub)];
    await inCall(desk, official);
    expect(await hub.admin.revoke(key.deskId)).toBe(true);
    await desk.until(() => desk.dismissal === 'desk-revoked');
    const view = await official.seen(({ mine }) => mine[0]?.state === 'ended');
    expect(view.mine[0]).toMatchObject({ endReason: 'desk-revoked', call: null });
    expect((await connected(hub, key)).dismissal).toBe('desk-revoked');
    expect(await hub.admin.revoke(key.deskId)).toBe(false);
  });
});
