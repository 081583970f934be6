import { describe, expect, test, vi } from 'vitest';
import { SocketWire } from '../../renderer/desk/socket-wire.ts';
import type { SocketLike } from '../../renderer/desk/socket-wire.ts';
import { largestCallBytes } from '../../shared/desk/wire-limits.ts';
import { sentences } from '../contract/wires.ts';

type Name = 'open' | 'message' | 'close';

/** A socket whose other end is the test. */
class FakeSocket {
  readonly sent: string[] = [];
  readonly #listeners = new Map<string, (event: { data: unknown }) => void>();
  closed = false;
  addEventListener(name: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.set(name, listener);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
  }
  happens(name: Name, data?: unknown): void {
    this.#listeners.get(name)?.({ data });
  }
  answer(id: number, value: unknown): void {
    this.happens('message', JSON.stringify({ id, reply: { ok: true, value } }));
  }
}

/** A wire with the clock in the test's hands, and every socket it has opened. */
function makeWire() {
  vi.useFakeTimers();
  const opened: FakeSocket[] = [];
  const openSocket = (): SocketLike => {
    const socket = new FakeSocket();
    opened.push(socket);
    return socket as unknown as SocketLike;
  };
  const wire = new SocketWire({ openSocket, sentences, shortestPause: 100, longestPause: 400 });
  const last = (): FakeSocket => {
    const socket = opened.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  const lost: boolean[] = [];
  wire.connection.subscribe(() => lost.push(wire.connection.isLost()));
  return { wire, opened, last, lost };
}

const connectionLost = { ok: false, code: 'connection-lost', sentence: 'lost' };

describe('before the desk answers', () => {
  test('calls wait and are sent when the socket opens', async () => {
    const { wire, last } = makeWire();
    const reply = wire.call('readHome', {});
    expect(last().sent).toEqual([]);
    last().happens('open');
    expect(last().sent).toEqual(['{"id":0,"method":"readHome","input":{}}']);
    last().answer(0, 'home');
    expect(await reply).toEqual({ ok: true, value: 'home' });
  });

  test('a desk that is not there answers connection-lost and says so to the banner', async () => {
    const { wire, last, lost } = makeWire();
    const reply = wire.call('readHome', {});
    last().happens('close');
    expect(await reply).toEqual(connectionLost);
    expect(lost).toEqual([true]);
  });
});

describe('a connection that breaks', () => {
  test('answers the calls under way, and a reply that comes too late is nobody’s', async () => {
    const { wire, last, opened } = makeWire();
    last().happens('open');
    const reply = wire.call('readHome', {});
    last().happens('close');
    expect(await reply).toEqual(connectionLost);
    opened[0]?.answer(0, 'late');
    expect(await reply).toEqual(connectionLost);
  });

  test('is tried again after ever longer pauses, for ever', () => {
    const { last, opened } = makeWire();
    const pauses = [100, 200, 400, 400, 400];
    for (const [tries, pause] of pauses.entries()) {
      last().happens('close');
      vi.advanceTimersByTime(pause - 1);
      expect(opened).toHaveLength(tries + 1);
      vi.advanceTimersByTime(1);
      expect(opened).toHaveLength(tries + 2);
    }
  });

  test('comes back: the banner goes, the pauses start short again, listeners still hear', async () => {
    const { wire, last, lost, opened } = makeWire();
    const heard: unknown[] = [];
    wire.subscribe((event) => heard.push(event));
    last().happens('open');
    last().happens('close');
    vi.advanceTimersByTime(100);
    last().happens('open');
    expect(lost).toEqual([true, false]);
    last().happens('message', '{"event":{"name":"deskChanged","data":{}}}');
    expect(heard).toEqual([{ name: 'deskChanged', data: {} }]);
    last().happens('close');
    vi.advanceTimersByTime(100);
    expect(opened).toHaveLength(3);
  });

  test('is tried at once when somebody calls', async () => {
    const { wire, last, opened } = makeWire();
    last().happens('close');
    const reply = wire.call('readHome', {});
    expect(opened).toHaveLength(2);
    last().happens('open');
    last().answer(0, 1);
    expect(await reply).toEqual({ ok: true, value: 1 });
    vi.advanceTimersByTime(10_000);
    expect(opened).toHaveLength(2);
  });
});

describe('what the wire does not send', () => {
  test('a call too large', async () => {
    const { wire, last } = makeWire();
    last().happens('open');
    const text = 'è'.repeat(largestCallBytes / 2);
    expect(await wire.call('saveNote', { text })).toEqual({ ok: false, code: 'too-large', sentence: 'large' });
    expect(last().sent).toEqual([]);
  });

  test('a circle goes as null, for the gate to refuse', () => {
    const { wire, last } = makeWire();
    last().happens('open');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    void wire.call('saveNote', circle);
    expect(last().sent).toEqual(['{"id":0,"method":"saveNote","input":null}']);
  });
});

test.each(['not JSON', '[]', '{"id":0}', '{"id":0,"reply":{"ok":true,"value":1},"x":1}', '{"event":{"name":"other","data":{}}}', '{"event":{"name":"deskLocked","data":{"reason":"fire"}}}'])(
  'frame %s is not believed',
  async (text) => {
    const { wire, last } = makeWire();
    const heard: unknown[] = [];
    wire.subscribe((event) => heard.push(event));
    last().happens('open');
    const reply = wire.call('readHome', {});
    last().happens('message', text);
    last().answer(0, 'home');
    expect(await reply).toEqual({ ok: true, value: 'home' });
    expect(heard).toEqual([]);
  },
);

test('hanging up is for good', async () => {
  const { wire, last, opened, lost } = makeWire();
  last().happens('open');
  const reply = wire.call('readHome', {});
  wire.close();
  expect(last().closed).toBe(true);
  last().happens('close');
  expect(await reply).toEqual(connectionLost);
  expect(await wire.call('readHome', {})).toEqual(connectionLost);
  vi.advanceTimersByTime(10_000);
  expect([opened.length, lost]).toEqual([1, []]);
});
