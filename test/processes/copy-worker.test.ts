import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { DeskInput, DeskMethod, DeskValue } from '../../shared/desk/desk-api.ts';
import type { Reply } from '../../shared/desk/refusal.ts';
import { firstSetup, temporaryFolder } from '../host/desk-in-a-folder.ts';
import { start } from './started.ts';

type Call = <Method extends DeskMethod>(method: Method, input: DeskInput<Method>) => Promise<Reply<DeskValue<Method>>>;

/** Comes in at the address of a running desk as its page does, and calls it over the socket. */
async function callerAt(address: string): Promise<Call> {
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { origin, host } = new URL(address);
  const socket = new WebSocket(`ws://${host}/desk`, { origin, headers: { cookie } });
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => void socket.on('open', resolve).on('error', reject));
  const waiting = new Map<number, (reply: Reply<never>) => void>();
  socket.on('message', (data) => {
    const { id = 0, reply } = JSON.parse(String(data)) as { id?: number; reply: Reply<never> };
    waiting.get(id)?.(reply);
  });
  let calls = 0;
  return (method, input) =>
    new Promise((resolve) => {
      calls += 1;
      waiting.set(calls, resolve);
      socket.send(JSON.stringify({ id: calls, method, input }));
    });
}

async function valueOf<T>(reply: Promise<Reply<T>>): Promise<T> {
  const given = await reply;
  if (!given.ok) throw new Error(given.code);
  return given.value;
}

test('the built desk makes its copy on the built thread, finds the damage, and puts the copy in its place', async () => {
  const folder = temporaryFolder();
  const first = start(['--no-open', '--data', folder]);
  const call = await callerAt(await first.address());
  await valueOf(call('completeSetup', firstSetup));
  const { id } = await valueOf(call('openSession', { privacy: 'anonymous' }));
  await vi.waitFor(async () => expect((await valueOf(call('describeDesk', {}))).copies).toMatchObject({ latestAt: expect.any(String) }), { timeout: 60_000, interval: 200 });
  expect((await valueOf(call('describeDesk', {}))).copies.failed).toBeUndefined();
  const [name = ''] = readdirSync(join(folder, 'copies'));
  expect(name).toMatch(/^day-.*\.db$/);
  first.signal('SIGTERM');
  expect(await first.exit).toBe(0);

  truncateSync(join(folder, 'records.db'), 5000);
  const again = await callerAt(await start(['--no-open', '--data', folder]).address());
  const clerkId = (await valueOf(again('describeDesk', {}))).clerks[0]?.id ?? '';
  const { passphrase } = firstSetup;
  expect(await again('signIn', { clerkId, passphrase })).toMatchObject({ ok: false, code: 'database-damaged' });
  await valueOf(again('restoreCopy', { name, clerkId, passphrase }));
  expect(await valueOf(again('readSession', { sessionId: id }))).toMatchObject({ id, state: 'interrupted' });
});
