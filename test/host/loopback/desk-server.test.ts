import { request } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DeskServer } from '../../../electron/host/loopback/desk-server.ts';
import { newAddressPath } from '../../../electron/host/loopback/join-running-desk.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import { createFakeDesk } from '../fake-desk.ts';
import { comeIn, page, secret, serveDesks } from './served-desk.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with the path exactly as given: `fetch` would tidy it up first. */
function ask(server: DeskServer, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    asked.on('error', reject).end();
  });
}

const serveReal = (): Promise<DeskServer> => serveDesks({ real: () => answer(createFakeDesk('clerk')) });
const pathOf = (address: string): string => address.slice(address.indexOf('/', 'http://'.length));

describe('the key', () => {
  test('a token is exchanged for a cookie and leaves the address bar', async () => {
    const server = await serveReal();
    const response = await ask(server, pathOf(server.newAddress()));
    expect(response).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(response.headers['set-cookie']?.[0]).toMatch(/^sportello-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  test('the cookie opens the page', async () => {
    const server = await serveReal();
    expect(await ask(server, '/', { cookie: await comeIn(server) })).toMatchObject({ status: 200, body: page });
  });

  test.each([
    ['no token', () => '/'],
    ['a wrong token', () => '/?t=wrong'],
    ['an empty token', () => '/?t='],
    ['a file without the page', () => '/assets/main-1a2b.js'],
  ])('%s opens nothing', async (_what, path) => {
    const response = await ask(await serveReal(), path());
    expect(response.status).toBe(403);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(response.body).not.toContain('the page');
  });

  test('a token works once; whoever has the cookie already just goes on', async () => {
    const server = await serveReal();
    const path = pathOf(server.newAddress());
    const first = await ask(server, path);
    expect(await ask(server, path)).toMatchObject({ status: 403 });
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect(await ask(server, path, { cookie })).toMatchObject({ status: 303, headers: { location: '/' } });
  });

  test('whoever started the desk is told when a used token comes again, not when its owner reloads', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    const server = await serveReal();
    const path = pathOf(server.newAddress());
    const cookie = String((await ask(server, path)).headers['set-cookie']).split(';')[0] ?? '';
    await ask(server, path, { cookie });
    await ask(server, '/?t=wrong');
    expect(told).not.toHaveBeenCalled();
    await ask(server, path);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('una seconda volta'));
    expect(told.mock.calls.join()).not.toContain(path.slice(-20));
  });

  test('another account that has read the token is turned away, and the token still opens for ours', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    let another = true;
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) }, { isAnotherAccount: () => another });
    const path = pathOf(server.newAddress());
    expect(await ask(server, path)).toMatchObject({ status: 403 });
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Un altro utente'));
    another = false;
    expect(await ask(server, path)).toMatchObject({ status: 303 });
  });

  test('a cookie another account has got hold of opens it no socket', async () => {
    let another = false;
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')) }, { isAnotherAccount: () => another });
    const cookie = await comeIn(server);
    const origin = `http://127.0.0.1:${server.port}`;
    const status = () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}/desk`, { origin, headers: { cookie } });
        onTestFinished(() => socket.terminate());
        socket.on('error', () => undefined);
        socket.on('upgrade', ({ statusCode }) => resolve(statusCode));
        socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
      });
    another = true;
    expect(await status()).toBe(403);
    another = false;
    expect(await status()).toBe(101);
  });

  test('the ninth unused token ends the first', async () => {
    const server = await serveReal();
    const addresses = Array.from({ length: 9 }, () => server.newAddress());
    expect(await ask(server, pathOf(addresses[0] ?? ''))).toMatchObject({ status: 403 });
    expect(await ask(server, pathOf(addresses[1] ?? ''))).toMatchObject({ status: 303 });
  });

  test.each(['sportello=x', 'other=1; sportello-1=x', 'sportello-%s=', '__proto__=x'])('cookie %j opens nothing', async (cookie) => {
    const server = await serveReal();
    expect(await ask(server, '/', { cookie: cookie.replace('%s', String(server.port)) })).toMatchObject({ status: 403 });
  });
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost', '127.0.0.1:1', '[::1]'])('Host %j is not ours, even with the cookie', async (host) => {
  const server = await serveReal();
  expect(await ask(server, '/', { host, cookie: await comeIn(server) })).toMatchObject({ status: 403, body: 'wrong host' });
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets\\..\\..\\secret.txt',
  '//etc/passwd',
  '/etc/passwd',
  '/%00',
  '/%',
  '/desk/../desk/index.html',
  '/assets',
  '/assets/',
  '/__proto__',
  'http://[',
])('path trick %j finds nothing', async (path) => {
  const server = await serveReal();
  expect(await ask(server, path, { cookie: await comeIn(server) })).toMatchObject({ status: 404, body: 'not found' });
});

describe('headers', () => {
  test('a page runs our own files alone and is never kept', async () => {
    const server = await serveReal();
    const { headers } = await ask(server, '/', { cookie: await comeIn(server) });
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  });

  test('a built file has its type and may be kept', async () => {
    const server = await serveReal();
    const { headers } = await ask(server, '/assets/main-1a2b.js', { cookie: await comeIn(server) });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
  });

  test('refusals carry them too', async () => {
    const { headers } = await ask(await serveReal(), '/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});

test.each(['PUT', 'DELETE', 'OPTIONS', 'POST'])('%s is not a way in', async (method) => {
  const server = await serveReal();
  expect(await ask(server, '/', { cookie: await comeIn(server) }, method)).toMatchObject({ status: 405 });
});

describe('a second start', () => {
  test('gets an address that opens the desk', async () => {
    const server = await serveReal();
    const { status, body } = await ask(server, newAddressPath, { authorization: `Bearer ${secret}` }, 'POST');
    expect(status).toBe(200);
    expect(await ask(server, pathOf(body))).toMatchObject({ status: 303 });
  });

  test.each(['', 'Bearer ', 'Bearer wrong', secret])('with %j as its word gets nothing', async (authorization) => {
    const server = await serveReal();
    expect(await ask(server, newAddressPath, { authorization }, 'POST')).toMatchObject({ status: 403, body: 'wrong secret' });
  });
});

describe('two desks under one address', () => {
  test('training has a page of its own', async () => {
    const server = await serveDesks({ real: () => answer(createFakeDesk('clerk')), training: () => answer(createFakeDesk('clerk')) });
    const cookie = await comeIn(server);
    expect(await ask(server, '/formazione', { cookie })).toMatchObject({ status: 303, headers: { location: '/formazione/' } });
    expect(await ask(server, '/formazione/', { cookie })).toMatchObject({ status: 200, body: page });
  });

  test('with training alone the root leads there and the address says so', async () => {
    const server = await serveDesks({ training: () => answer(createFakeDesk('clerk')) });
    expect(server.newAddress()).toContain('/formazione/?t=');
    expect(await ask(server, '/', { cookie: await comeIn(server) })).toMatchObject({ status: 303, headers: { location: '/formazione/' } });
  });

  test('without training there is none', async () => {
    const server = await serveReal();
    expect(await ask(server, '/formazione/', { cookie: await comeIn(server) })).toMatchObject({ status: 404 });
  });
});
