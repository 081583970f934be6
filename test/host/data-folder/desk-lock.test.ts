import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDeskHost } from '../../../electron/host/desk-host.ts';
import { forgetRunningDesk, readRunningDesk, writeRunningDesk } from '../../../electron/host/loopback/running-desk.ts';
import { deskSetUp, emptyLibrary, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

const second = (dataFolder: string) => createDeskHost({ dataFolder, mode: 'real', version: '0.0.0', library: emptyLibrary });

test('two desks on one folder: the second is refused, the first works on, and the folder is free afterwards', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  expect(second(folder)).toEqual({ ok: false, code: 'database-in-use' });
  await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  await valueOf(desk.methods.signOut({}));
  expect(second(folder)).toEqual({ ok: false, code: 'database-in-use' });
  desk.close();
  expect(await openDesk(folder).methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
});

test('another process is refused too, and a killed one leaves the folder free', async () => {
  const folder = temporaryFolder();
  const holder = fork(new URL('desk-lock-child.ts', import.meta.url), [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(holder, 'message');
  expect(second(folder)).toEqual({ ok: false, code: 'database-in-use' });
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  expect(openDesk(folder).seat()).toBeUndefined();
});

test('a lock file a disk error wrote into is no damage to the records, and locks as before', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  desk.close();
  writeFileSync(join(folder, 'desk.lock'), 'not what was written here');
  const { methods } = openDesk(folder);
  expect(second(folder)).toEqual({ ok: false, code: 'database-in-use' });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-out', trouble: undefined });
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
});

test('two first starts at the same moment: one has the folder, the other is refused', async () => {
  const parent = temporaryFolder();
  const folders = Array.from({ length: 12 }, (_, index) => join(parent, String(index)));
  for (const folder of folders) mkdirSync(folder);
  const racers = [1, 2].map(() => fork(new URL('desk-lock-racer.ts', import.meta.url), folders, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  await Promise.all(racers.map((racer) => once(racer, 'message')));
  const startAt = Date.now() + 50;
  const answers = racers.map((racer) => once(racer, 'message'));
  for (const racer of racers) racer.send(startAt);
  const taken = (await Promise.all(answers)).flatMap(([those]) => those);
  for (const racer of racers) racer.kill('SIGKILL');
  expect(taken.toSorted()).toEqual(folders.toSorted());
});

test('the running desk is found by who may read its folder, and only when the file makes sense', () => {
  const folder = temporaryFolder();
  expect(readRunningDesk(folder)).toBeUndefined();
  const running = { pid: 4711, port: 40123, secret: 'solo-per-noi' };
  writeRunningDesk(folder, running);
  expect(readRunningDesk(folder)).toEqual(running);
  expect(statSync(join(folder, 'running.json')).mode & 0o777).toBe(0o600);
  writeFileSync(join(folder, 'running.json'), '{"pid": "x"}');
  expect(readRunningDesk(folder)).toBeUndefined();
  forgetRunningDesk(folder);
  forgetRunningDesk(folder);
  expect(readRunningDesk(folder)).toBeUndefined();
});
