import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { DeskDoors } from '../../../electron/host/desk-doors.ts';
import { DeskServer } from '../../../electron/host/loopback/desk-server.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import { largestCallBytes, largestFrameBytes } from '../../../shared/desk/wire-limits.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { comeIn, serveDesks } from './served-desk.ts';

type Ending = { readonly refused: number | undefined } | { readonly code: number };

function openSocket(server: DeskServer, options: ClientOptions, path = '/desk'): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, options);
  onTestFinished(() => socket.terminate());
  return socket;
}

/** How a connection ends: refused with an HTTP status, or closed with a code. */
const ending = (socket: WebSocket): Promise<Ending> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve({ refused: response.statusCode }));
    socket.on('close', (code) => resolve({ code }));
    socket.on('error', () => undefined);
  });

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => void socket.on('open', resolve).on('error', reject).on('unexpected-response', reject));

const nextFrame = (socket: WebSocket): Promise<unknown> => new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));

const originOf = (server: DeskServer): string => `http://127.0.0.1:${server.port}`;

async function openDesk(path = '/desk') {
  const desk = createFakeDesk('clerk');
  const training = createFakeDesk('supervisor');
  const server = await serveDesks({ real: () => answer(desk), training: () => answer(training) });
  const socket = openSocket(server, { origin: originOf(server), headers: { cookie: await comeIn(server) } }, path);
  await opened(socket);
  return { desk, training, server, socket };
}

describe('who may open a socket', () => {
  test('our own page, with the cookie', async () => {
    const { socket } = await openDesk();
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('our own page by the name localhost', async () => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    const host = `localhost:${server.port}`;
    const socket = openSocket(server, { origin: `http://${host}`, headers: { host, cookie: await comeIn(server) } });
    await opened(socket);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:1', 'file://'])('not a page of %s', async (origin) => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    expect(await ending(openSocket(server, { origin, headers: { cookie: await comeIn(server) } }))).toEqual({ refused: 403 });
  });

  test('not one that sends no Origin', async () => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    expect(await ending(openSocket(server, { headers: { cookie: await comeIn(server) } }))).toEqual({ refused: 403 });
  });

  test('not under another Host, though Origin agrees with it', async () => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    const host = `evil.example:${server.port}`;
    const options = { origin: `http://${host}`, headers: { host, cookie: await comeIn(server) } };
    expect(await ending(openSocket(server, options))).toEqual({ refused: 403 });
  });

  test.each(['', 'sportello=x', 'sportello-0=x'])('not with cookie %j', async (cookie) => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    expect(await ending(openSocket(server, { origin: originOf(server), headers: { cookie } }))).toEqual({ refused: 403 });
  });

  test.each(['/', '/desk/', '/desk?t=x', '/%2e%2e/desk/x', '/formazione/desk', '/x/desk', '/__proto__/desk'])('not at %s', async (path) => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) });
    expect(await ending(openSocket(server, { origin: originOf(server), headers: { cookie: await comeIn(server) } }, path))).toEqual({ refused: 403 });
  });
});

describe('what may be sent', () => {
  test('a call comes back under its number', async () => {
    const { socket, desk } = await openDesk();
    socket.send(JSON.stringify({ id: 7, method: 'readHome', input: {} }));
    expect(await nextFrame(socket)).toEqual({ id: 7, reply: { ok: true, value: null } });
    expect(desk.ran).toEqual([{ method: 'readHome', input: {} }]);
  });

  test.each([
    ['malformed JSON', '{"id":1,'],
    ['no call', '[]'],
    ['an extra field', '{"id":1,"method":"readHome","input":{},"as":"supervisor"}'],
    ['a number that is none', '{"id":"1","method":"readHome","input":{}}'],
    ['nothing', ''],
  ])('%s ends the connection', async (_what, text) => {
    const { socket, desk } = await openDesk();
    socket.send(text);
    expect(await ending(socket)).toEqual({ code: 1008 });
    expect(desk.ran).toEqual([]);
  });

  test('a binary frame ends the connection', async () => {
    const { socket } = await openDesk();
    socket.send(Buffer.from('{"id":1,"method":"readHome","input":{}}'));
    expect(await ending(socket)).toEqual({ code: 1003 });
  });

  test('a frame of 10 MB ends the connection and reaches nobody', async () => {
    const { socket, desk } = await openDesk();
    socket.send(JSON.stringify({ id: 1, method: 'saveNote', input: { note: 'a'.repeat(10 * largestFrameBytes) } }));
    expect(await ending(socket)).toEqual({ code: 1009 });
    expect(desk.ran).toEqual([]);
  });

  test('a call just too large is answered and the connection stays', async () => {
    const { socket } = await openDesk();
    socket.send(JSON.stringify({ id: 1, method: 'readHome', input: { note: 'a'.repeat(largestCallBytes) } }));
    expect(await nextFrame(socket)).toMatchObject({ id: 1, reply: { ok: false, code: 'too-large' } });
    socket.send(JSON.stringify({ id: 2, method: 'readHome', input: {} }));
    expect(await nextFrame(socket)).toMatchObject({ id: 2, reply: { ok: true } });
  });
});

describe('events', () => {
  test('reach every screen of that desk, and stop when it leaves', async () => {
    const { socket, desk } = await openDesk();
    const frame = nextFrame(socket);
    desk.emit({ name: 'deskLocked', data: { reason: 'clerk' } });
    expect(await frame).toEqual({ event: { name: 'deskLocked', data: { reason: 'clerk' } } });
    socket.close();
    await ending(socket);
    await expect.poll(() => desk.listeners.size).toBe(0);
  });

  test('of the training desk are its own, and so are its calls', async () => {
    const { socket, desk, training } = await openDesk('/formazione/desk');
    expect([desk.listeners.size, training.listeners.size]).toEqual([0, 1]);
    socket.send(JSON.stringify({ id: 1, method: 'verifyJournal', input: {} }));
    expect(await nextFrame(socket)).toMatchObject({ reply: { ok: true } });
    expect(desk.ran).toEqual([]);
  });
});

test('somebody turned away who never hangs up does not keep the server from closing', async () => {
  const server = await DeskServer.start({ port: 0, files: () => undefined, doors: new DeskDoors({}), secret: '' });
  const stubborn = connect({ host: '127.0.0.1', port: server.port, allowHalfOpen: true });
  onTestFinished(() => void stubborn.destroy());
  const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
  stubborn.resume().write(`GET /desk HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${headers.join('\r\n')}\r\n\r\n`);
  await once(stubborn, 'end');
  expect(await server.close()).toBeUndefined();
});

function crash(): never {
  throw new Error('no room');
}
test.each([
  ['crashes', crash],
  ['is refused', () => refuse('database-in-use')],
])('a desk whose opening %s refuses its socket and the others live on', async (_what, training) => {
  const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')), training });
  const headers = { cookie: await comeIn(server) };
  expect(await ending(openSocket(server, { origin: originOf(server), headers }, '/formazione/desk'))).toEqual({ refused: 403 });
  await opened(openSocket(server, { origin: originOf(server), headers }));
});

test('closing the server hangs up and closes the desks that were opened', async () => {
  const { server, socket, desk, training } = await openDesk();
  const end = ending(socket);
  await server.close();
  expect(await end).toMatchObject({ code: expect.any(Number) });
  expect([desk.closed, training.closed]).toEqual([true, false]);
});
