import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HubLine } from '../../../shared/hub/hub-line.ts';
import type { SocketLike } from '../../../shared/hub/hub-socket.ts';

/** A socket in the hands of the test. */
class TestSocket implements SocketLike {
  readonly sent: { type: string; id?: number; method?: string }[] = [];
  readonly listeners: { type: string; listener: (event: { readonly data: unknown }) => void }[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.listeners.push({ type, listener });
  }
  happen(type: 'open' | 'close' | 'message', frame?: unknown): void {
    for (const one of this.listeners) if (one.type === type) one.listener({ data: JSON.stringify(frame) });
  }
}

/** A line of the page kind, with its sockets and its clock in the hands of the test. */
function line(prove?: (nonce: string) => { deskId: string; signature: string; phone: null }) {
  const sockets: TestSocket[] = [];
  const clock = { now: 0, pace: 0, action: () => undefined as void };
  const made = new HubLine({
    openSocket: () => {
      const socket = new TestSocket();
      sockets.push(socket);
      return socket;
    },
    viewSchema: z.strictObject({ n: z.number() }),
    ...(prove && { prove }),
    now: () => clock.now,
    every: (pace, action) => {
      Object.assign(clock, { pace, action });
      return () => {
        clock.action = () => undefined;
      };
    },
    chance: () => 1,
  });
  /** Lets so much time pass, beat by beat. */
  const pass = (milliseconds: number) => {
    for (const end = clock.now + milliseconds; clock.now + clock.pace <= end; ) {
      clock.now += clock.pace;
      clock.action();
    }
  };
  const last = (): TestSocket => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  };
  return { line: made, sockets, last, pass };
}

describe('the line to the hub', () => {
  test('shows each view whole, and keeps the last one while the line is down', () => {
    const { line: hub, last } = line();
    last().happen('open');
    last().happen('message', { type: 'view', view: { n: 1 } });
    last().happen('close');
    expect([hub.view(), hub.connection().at]).toEqual([{ n: 1 }, 'lost']);
  });

  test('passes over a view that is none, and frames of no kind', () => {
    const { line: hub, last } = line();
    last().happen('open');
    last().happen('message', { type: 'view', view: { n: 1 } });
    last().happen('message', { type: 'view', view: { n: 'one', more: true } });
    last().happen('message', { type: 'nonsense' });
    last().happen('message', undefined);
    expect(hub.view()).toEqual({ n: 1 });
  });

  test('a reply goes to its call; a call under way when the line breaks is refused', async () => {
    const { line: hub, last } = line();
    last().happen('open');
    const first = hub.call('claim', {});
    const second = hub.call('claim', {});
    const calls = last().sent.filter(({ type }) => type === 'call');
    last().happen('message', { type: 'reply', id: calls[1]?.id, ok: true, value: 'second' });
    last().happen('close');
    await expect(second).resolves.toEqual({ ok: true, value: 'second' });
    await expect(first).resolves.toEqual({ ok: false, code: 'not-connected' });
    await expect(hub.call('claim', {})).resolves.toEqual({ ok: false, code: 'not-connected' });
  });

  test('in a call a silent line is given up after a second and a half, and new sockets are tried until one opens', () => {
    const { line: hub, sockets, last, pass } = line();
    last().happen('open');
    hub.setInCall(true);
    pass(1_800);
    expect(hub.connection().at).toBe('lost');
    pass(3_000);
    expect(sockets.length).toBeGreaterThan(4);
    expect(sockets.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(4);
    sockets.at(-3)?.happen('open');
    expect(hub.connection().at).toBe('open');
    expect(sockets.filter(({ closed }) => !closed)).toEqual([sockets.at(-3)]);
  });

  test('a line that answers pings stays', () => {
    const { line: hub, sockets, last, pass } = line();
    last().happen('open');
    hub.setInCall(true);
    for (let second = 0; second < 20; second += 1) {
      pass(900);
      last().happen('message', { type: 'pong', id: last().sent.at(-1)?.id });
    }
    expect([hub.connection().at, sockets.length]).toEqual(['open', 1]);
  });

  test('a desk counts as connected only once the hub believed its proof', () => {
    const { line: hub, last } = line((nonce) => ({ deskId: 'd', signature: `signed ${nonce}`, phone: null }));
    last().happen('open');
    last().happen('message', { type: 'challenge', nonce: 'n1' });
    expect(last().sent).toEqual([{ type: 'prove', deskId: 'd', signature: 'signed n1', phone: null }]);
    expect(hub.connection().at).toBe('connecting');
    last().happen('message', { type: 'view', view: { n: 2 } });
    expect(hub.connection().at).toBe('open');
  });

  test('dismissed is for good', () => {
    const { line: hub, sockets, last, pass } = line();
    last().happen('open');
    last().happen('message', { type: 'dismissed', reason: 'desk-revoked' });
    pass(60_000);
    expect(hub.connection()).toEqual({ at: 'dismissed', reason: 'desk-revoked' });
    expect(sockets.length).toBe(1);
  });

  test('out of a call each try in vain doubles the wait, up to half a minute; a call waits for nothing', () => {
    const { line: hub, sockets, pass } = line();
    pass(24_000);
    expect(sockets.length).toBe(4);
    pass(60_000);
    expect(sockets.length).toBe(6);
    hub.setInCall(true);
    pass(4_500);
    expect(sockets.length).toBeGreaterThan(14);
  });

  test('a hub that says it restarts is left alone for so long', () => {
    const { line: hub, sockets, last, pass } = line();
    last().happen('open');
    last().happen('message', { type: 'restarting', after: 30_000 });
    last().happen('close');
    expect(hub.connection()).toEqual({ at: 'lost', announced: true });
    pass(27_000);
    expect(sockets.length).toBe(1);
    pass(33_000);
    expect(sockets.length).toBe(2);
  });

  test('a hub that asks again and again gets one proof a socket', () => {
    const asked: string[] = [];
    const { last } = line((nonce) => {
      asked.push(nonce);
      return { deskId: 'd', signature: nonce, phone: null };
    });
    last().happen('open');
    for (let nonce = 0; nonce < 1000; nonce += 1) last().happen('message', { type: 'challenge', nonce: String(nonce) });
    expect(asked).toEqual(['0']);
  });
});
