import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import WebSocket from 'ws';
import { openDesk, temporaryFolder } from '../host/desk-in-a-folder.ts';
import { root, Started, start } from './started.ts';

const quickly = { timeout: 60_000, interval: 20 };

/** Comes in with the address's token and gives back what the page's status is. */
async function comeIn(address: string): Promise<number> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return (await fetch(new URL(entered.headers.get('location') ?? '', address), { headers: { cookie } })).status;
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    () => true,
    () => false,
  );

/** Somebody goes through the real desk's door to training: its socket is what opens that desk. */
async function openTraining(address: string, cookie: string): Promise<void> {
  const socket = new WebSocket(new URL('/formazione/desk', address.replace('http', 'ws')), { headers: { cookie, origin: new URL(address).origin } });
  await once(socket, 'open');
  socket.close();
}

/** The desk has let its folder go: another may open it. */
function isFree(folder: string): boolean {
  openDesk(folder).close();
  return !existsSync(join(folder, 'running.json'));
}

describe('a first start', () => {
  test('prints one address, and the desk answers there', async () => {
    const desk = start(['--no-open', '--data', temporaryFolder()]);
    expect(await comeIn(await desk.address())).toBe(200);
    expect(desk.lines.filter((line) => line.startsWith('desk: '))).toHaveLength(1);
  });

  test('by way of npm ends with Ctrl-C, cleanly, and everybody with it', async () => {
    const folder = temporaryFolder();
    const desk = new Started('npm', ['start', '--silent', '--', '--no-open', '--data', folder]);
    const address = await desk.address();
    desk.signalGroup('SIGINT');
    expect([0, 130]).toContain(await desk.exit);
    expect(await answers(address)).toBe(false);
    expect(isFree(folder)).toBe(true);
  });

  test('by way of npm ends with SIGTERM to npm alone', async () => {
    const folder = temporaryFolder();
    const desk = new Started('npm', ['start', '--silent', '--', '--no-open', '--data', folder]);
    const address = await desk.address();
    desk.signal('SIGTERM');
    await vi.waitFor(async () => expect(await answers(address)).toBe(false), quickly);
    await vi.waitFor(() => expect(isFree(folder)).toBe(true), quickly);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends with %s to itself alone', async (signal) => {
    const folder = temporaryFolder();
    const desk = start(['--no-open', '--data', folder]);
    const address = await desk.address();
    desk.signal(signal);
    expect(await desk.exit).toBe(0);
    expect(await answers(address)).toBe(false);
    expect(isFree(folder)).toBe(true);
  });

  test('with its desk frozen, still ends with Ctrl-C, says so, and leaves nothing behind', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const desk = start(['--no-open', '--data', folder]);
    const address = await desk.address();
    const { pid } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGSTOP');
    desk.signalGroup('SIGINT');
    expect(await desk.exit).toBe(128);
    expect(desk.output).toContain('Lo sportello non rispondeva ed è stato chiuso');
    expect(await answers(address)).toBe(false);
    openDesk(folder).close();
  });

  test('killed outright, it does not leave the desk behind', async () => {
    const folder = temporaryFolder();
    const desk = start(['--no-open', '--data', folder]);
    const address = await desk.address();
    desk.signal('SIGKILL');
    await vi.waitFor(async () => expect(await answers(address)).toBe(false), quickly);
    await vi.waitFor(() => expect(isFree(folder)).toBe(true), quickly);
  });

  test('with --training opens the training desk and no other', async () => {
    const folder = join(temporaryFolder(), 'data');
    const address = await start(['--no-open', '--training', '--data', folder]).address();
    expect(new URL(address).pathname).toBe('/formazione/');
    expect(await comeIn(address)).toBe(200);
    expect([existsSync(folder), existsSync(`${folder}-formazione`)]).toEqual([false, true]);
  });

  test('takes the port it was given', async () => {
    const port = await freePort();
    const address = await start(['--no-open', '--port', String(port), '--data', temporaryFolder()]).address();
    expect(new URL(address).port).toBe(String(port));
  });
});

describe('a second start on the same data', () => {
  test('of the training desk, while the real one shows it already, leads there', async () => {
    const folder = join(temporaryFolder(), 'data');
    const first = start(['--no-open', '--data', folder]);
    const address = await first.address();
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    await openTraining(address, cookie);
    const second = await start(['--no-open', '--training', '--data', folder]).address();
    expect([new URL(second).host, new URL(second).pathname]).toEqual([new URL(address).host, '/formazione/']);
    expect(await comeIn(second)).toBe(200);
    first.signal('SIGTERM');
    await first.exit;
    for (const held of [folder, `${folder}-formazione`]) expect(isFree(held)).toBe(true);
  });

  test('names the running desk with an address of its own, and ends', async () => {
    const folder = temporaryFolder();
    const first = await start(['--no-open', '--data', folder]).address();
    const second = start(['--no-open', '--data', folder]);
    const address = await second.address();
    expect(await second.exit).toBe(0);
    expect(new URL(address).host).toBe(new URL(first).host);
    expect(address).not.toBe(first);
    expect([await comeIn(address), await comeIn(first)]).toEqual([200, 200]);
  });

  test('after the first was killed is a first start again', async () => {
    const folder = temporaryFolder();
    const first = start(['--no-open', '--data', folder]);
    await first.address();
    first.signalGroup('SIGKILL');
    await first.exit;
    expect(await comeIn(await start(['--no-open', '--data', folder]).address())).toBe(200);
  });

  test('two at the same moment: one desk, two addresses', async () => {
    const folder = temporaryFolder();
    const both = [start(['--no-open', '--data', folder]), start(['--no-open', '--data', folder])];
    const addresses = await Promise.all(both.map((desk) => desk.address()));
    expect(new Set(addresses.map((address) => new URL(address).host)).size).toBe(1);
    expect(await Promise.all(addresses.map(comeIn))).toEqual([200, 200]);
  });
});

describe('what the desk is started from', () => {
  const stamps = ['dist/.pages-built', 'dist/.desk-built'].map((stamp) => join(root, stamp));

  test('is built once by two starts at the same moment', async () => {
    for (const stamp of stamps) rmSync(stamp);
    const folder = temporaryFolder();
    const both = [start(['--no-open', '--data', folder]), start(['--no-open', '--data', folder])];
    const addresses = await Promise.all(both.map((desk) => desk.address()));
    expect(new Set(addresses.map((address) => new URL(address).host)).size).toBe(1);
    expect(await Promise.all(addresses.map(comeIn))).toEqual([200, 200]);
  });

  test('is built again after a build that was cut short', async () => {
    const build = new Started(process.execPath, ['scripts/build.ts']);
    await vi.waitFor(() => expect(stamps.filter(existsSync)).toHaveLength(1), quickly);
    build.signal('SIGKILL');
    await build.exit;
    expect(await comeIn(await start(['--no-open', '--data', temporaryFolder()]).address())).toBe(200);
  });
});

describe('a start that cannot be', () => {
  test('a port that is taken: a sentence, and the data is free', async () => {
    const taken = await takePort();
    const folder = temporaryFolder();
    const desk = start(['--no-open', '--port', String(taken), '--data', folder]);
    expect(await desk.exit).toBe(1);
    expect(desk.output.trim()).toBe(`La porta ${taken} è già usata da un altro programma: scegline un’altra con «--port N» oppure lascia che sia scelta da sola.`);
    expect(isFree(folder)).toBe(true);
  });

  test.each(['', '/below'])('a data folder that is a file%s: a sentence', async (below) => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, 'mine');
    const desk = start(['--no-open', '--data', file + below]);
    expect(await desk.exit).toBe(1);
    expect(desk.output.trim()).toMatch(/^La cartella dei dati .+a-file.* non si può creare .+ scegline un’altra/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('records held by something that does not answer: a sentence, and nothing is touched', async () => {
    const folder = temporaryFolder();
    openDesk(folder);
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: 1, port: await freePort(), secret: 'x' }));
    const desk = start(['--no-open', '--data', folder]);
    expect(await desk.exit).toBe(1);
    expect(desk.output.trim()).toBe(`Lo sportello è già aperto su questi dati (${folder}): torna alla sua finestra, oppure chiudila e riprova.`);
  });

  test('another program at the port of a desk that was killed gets no trust', async () => {
    const folder = temporaryFolder();
    openDesk(folder);
    const impostor = createHttpServer((_request, response) => void response.end('https://evil.example/')).listen(0, '127.0.0.1');
    onTestFinished(() => void impostor.close());
    await once(impostor, 'listening');
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: 1, port: (impostor.address() as AddressInfo).port, secret: 'x' }));
    const desk = start(['--no-open', '--data', folder]);
    expect(await desk.exit).toBe(1);
    expect(desk.output).not.toContain('evil');
  });

  test.each([['--colour'], ['--port', 'many'], ['--port', '70000'], ['--data'], ['somewhere'], ['--training=yes']])('%j: a sentence', async (...args) => {
    const desk = start(args);
    expect(await desk.exit).toBe(2);
    expect(desk.lines.filter((line) => line !== '')).toHaveLength(1);
    expect(desk.output).toMatch(/^(Opzione non valida: .+Opzioni possibili|«--port» vuole un numero)/);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function takePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    onTestFinished(() => void server.close());
  });
}
