import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newDeskKey } from '../../../electron/host/hub-link/desk-key.ts';
import { HubLink } from '../../../electron/host/hub-link/hub-link.ts';
import type { Signal } from '../../../shared/hub/signal.ts';
import { soon } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { office, testHub } from './test-hub.ts';
import type { TestHub } from './test-hub.ts';

const deskId = '01890000-0000-7000-8000-0000000000d1';
const consultationId = '01890000-0000-7000-8000-000000000001';
const callId = '01890000-0000-7000-8000-000000000002';
const signal: Signal = { callId, from: 'official', to: 'desk', generation: 0, seq: 0, received: 0, body: { kind: 'restart' } };

/** A link to a hub that knows the desk, with the time in the hands of the test. */
function linkTo(hub: TestHub, enrolled = true) {
  const time = new FakeTime();
  const key = newDeskKey();
  if (enrolled) hub.desks.set(deskId, key.publicKey);
  const signals: Signal[] = [];
  const states: string[] = [];
  const link: HubLink = new HubLink({
    identity: { address: hub.address, deskId, privateKey: key.privateKey },
    phone: null,
    timers: time.timers,
    uptime: time.uptime,
    changed: () => states.push(link.state().at),
    signal: (one) => signals.push(one),
  });
  onTestFinished(() => link.close());
  return { link, time, signals, states, connected: () => soon(() => expect(link.state()).toEqual({ at: 'connected' })) };
}

describe('the line', () => {
  test('is there once the hub has believed the proof and shown its view', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    expect(link.view()).toEqual(hub.view);
    expect(hub.proofs).toBe(1);
  });

  test('of a desk the hub does not know is refused, and nothing more is tried', async () => {
    const hub = await testHub();
    const { link, time } = linkTo(hub, false);
    await soon(() => expect(link.state()).toEqual({ at: 'refused', reason: 'not-enrolled' }));
    time.pass({ minutes: 10 });
    expect(await link.call('testRelay', {})).toMatchObject({ ok: false, code: 'hub-not-enrolled' });
    expect(hub.proofs).toBe(1);
  });

  test('comes back by itself after the hub was killed, with what the hub says then', async () => {
    const hub = await testHub();
    const { link, time, connected } = linkTo(hub);
    await connected();
    await hub.die();
    await soon(() => expect(link.state()).toEqual({ at: 'connecting', trouble: 'silent' }));
    expect(await link.call('testRelay', {})).toMatchObject({ code: 'hub-not-connected' });
    time.pass({ seconds: 4 });
    await soon(() => expect(link.state()).toEqual({ at: 'connecting', trouble: 'unreachable' }));
    hub.view = { ...hub.view, offices: [office({ waiting: 3 })] };
    await hub.start();
    await soon(() => {
      time.pass({ seconds: 3 });
      expect(link.state().at).toBe('connected');
    });
    expect(link.view()?.offices[0]?.waiting).toBe(3);
  });

  test('in a call is replaced when it falls silent, although nobody hung up', async () => {
    const hub = await testHub();
    const { link, time, connected, signals } = linkTo(hub);
    await connected();
    link.setInCall(true);
    hub.answersPings = false;
    const [old] = hub.sockets;
    time.pass({ milliseconds: 1_900 });
    await soon(() => {
      time.pass({ milliseconds: 450 });
      expect([...hub.sockets].some((socket) => socket !== old)).toBe(true);
    });
    await connected();
    hub.send({ type: 'signal', signal });
    await soon(() => expect(signals).toContainEqual(signal));
  });

  test('is taken up again when another connection of ours came in late; a fight with another computer ends', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    hub.send({ type: 'dismissed', reason: 'opened-elsewhere' });
    await soon(() => expect(hub.proofs).toBe(2));
    await connected();
    for (const proofs of [2, 3]) {
      await soon(() => expect([hub.proofs, hub.sockets.size]).toEqual([proofs, 1]));
      hub.send({ type: 'dismissed', reason: 'opened-elsewhere' });
    }
    await soon(() => expect(link.state()).toEqual({ at: 'refused', reason: 'opened-elsewhere' }));
    expect(hub.proofs).toBe(3);
  });

  test('that asked too much is let rest for a minute', async () => {
    const hub = await testHub();
    const { link, time, connected } = linkTo(hub);
    await connected();
    hub.send({ type: 'dismissed', reason: 'too-many' });
    await soon(() => expect(link.state()).toEqual({ at: 'refused', reason: 'too-many' }));
    time.pass({ seconds: 59 });
    expect(hub.proofs).toBe(1);
    time.pass({ seconds: 2 });
    await connected();
  });

  test('to something that is no hub says so', async () => {
    const hub = await testHub();
    const time = new FakeTime();
    const at = (path: string) => {
      const link = new HubLink({ identity: { address: `${hub.address}${path}`, deskId, privateKey: newDeskKey().privateKey }, phone: null, timers: time.timers, uptime: time.uptime, changed: () => undefined, signal: () => undefined });
      onTestFinished(() => link.close());
      return link;
    };
    const link = at('/elsewhere');
    await soon(() => expect(link.state()).toEqual({ at: 'connecting', trouble: 'not-a-hub' }));
  });
});

describe('a call', () => {
  test('cut off is asked again with the same words where that does no harm', async () => {
    const hub = await testHub();
    const { link, time, connected } = linkTo(hub);
    await connected();
    hub.answer = ({ method }) => (method === 'withdraw' && hub.called('withdraw').length === 1 ? 'hang up' : { refuse: 'not-possible-now' });
    const withdrawn = link.call('withdraw', { consultationId });
    await soon(() => {
      time.pass({ seconds: 3 });
      expect(hub.called('withdraw')).toHaveLength(2);
    });
    expect(await withdrawn).toEqual({ ok: true, value: null });
    expect(hub.called('withdraw').map(({ input }) => input)).toEqual([{ consultationId }, { consultationId }]);
  });

  test('for an invitation is not asked twice: there would be two', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    hub.answer = () => 'hang up';
    expect(await link.call('inviteGuest', { callId, role: 'interpreter' })).toMatchObject({ code: 'hub-not-connected' });
    expect(hub.called('inviteGuest')).toHaveLength(1);
  });

  test('that the hub never answers ends', async () => {
    const hub = await testHub();
    const { link, time, connected } = linkTo(hub);
    await connected();
    hub.answer = () => 'silence';
    const asked = link.call('inviteGuest', { callId, role: 'relative' });
    await soon(() => expect(hub.called('inviteGuest')).toHaveLength(1));
    time.pass({ seconds: 15 });
    expect(await asked).toMatchObject({ code: 'hub-not-connected' });
  });

  test('answered with something else is not believed', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    const relays = [null, {}, { iceServers: [{ urls: 'turn:x' }], until: 'later', validFor: 60 }, { iceServers: [], until: '2026-10-09T07:00:00Z', validFor: 1e9 }];
    for (const value of relays) {
      hub.answer = () => ({ value });
      expect(await link.call('testRelay', {})).toMatchObject({ code: 'hub-not-understood' });
    }
  });

  test('refused has a code of the desk’s own', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    hub.answer = () => ({ refuse: 'call-full' });
    expect(await link.call('inviteGuest', { callId, role: 'colleague' })).toEqual({ ok: false, code: 'call-full' });
  });
});

describe('a hostile hub', () => {
  const frames = fc.oneof(
    fc.string(),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.record({ type: fc.constantFrom('challenge', 'reply', 'refusal', 'view', 'signal', 'pong', 'restarting', 'nonsense'), id: fc.oneof(fc.integer(), fc.string()), value: fc.anything(), view: fc.anything(), signal: fc.anything(), nonce: fc.string(), after: fc.double(), ok: fc.boolean(), code: fc.string() }).map((frame) => JSON.stringify(frame)),
    fc.record({ type: fc.constant('view'), view: fc.record({ deskName: fc.anything(), offices: fc.array(fc.anything(), { minLength: 1 }), consultations: fc.array(fc.anything()) }) }).map((frame) => JSON.stringify(frame)),
    fc.record({ type: fc.constant('signal'), signal: fc.record({ callId: fc.uuid(), from: fc.string(), to: fc.string(), generation: fc.double(), seq: fc.integer(), received: fc.integer(), body: fc.anything() }) }).map((frame) => JSON.stringify(frame)),
  );

  test('changes nothing a screen sees, whatever it sends', async () => {
    const hub = await testHub();
    const { link, signals, connected } = linkTo(hub);
    await connected();
    const before = link.view();
    await fc.assert(
      fc.asyncProperty(fc.array(frames, { minLength: 100, maxLength: 100 }), async (many) => {
        for (const frame of many) hub.sendText(frame);
        hub.answer = () => ({ value: null });
        // The line is as good as before: an answer still comes, after all of them.
        expect(await link.call('endConsultation', { consultationId })).toEqual({ ok: true, value: null });
      }),
      { numRuns: 100 },
    );
    expect([link.view(), link.state(), signals]).toEqual([before, { at: 'connected' }, []]);
  });

  test('cannot fill the memory: a frame too large ends the line', async () => {
    const hub = await testHub();
    const { link, connected } = linkTo(hub);
    await connected();
    hub.sendText(`"${'x'.repeat(600 * 1024)}"`);
    await soon(() => expect(link.state()).toMatchObject({ at: 'connecting' }));
  });
});
