import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { deskSetUp, firstSetup, openDesk, soon, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { lookInto } from '../records-on-disk.ts';
import { smallDisk } from '../small-disk.ts';
import type { Desk } from '../../../electron/host/desk-methods.ts';

const copiesOf = async (desk: Desk) => (await valueOf(desk.methods.describeDesk({}))).copies;
const until = (desk: Desk, expected: unknown) => vi.waitFor(async () => expect(await copiesOf(desk)).toEqual(expected), { timeout: 60_000, interval: 10 });

test('a copy that finds no room is said on every screen, with its reason, until one is made', async ({ skip }) => {
  const { folder, fill, free } = smallDisk(4, skip);
  const time = new FakeTime();
  const { desk } = await deskSetUp(folder, time);
  const heard = vi.fn<() => void>();
  desk.subscribe(heard);
  expect(await copiesOf(desk)).toEqual({ latestAt: undefined, failed: undefined });
  fill();
  time.pass({ seconds: 6 });
  await until(desk, { latestAt: undefined, failed: 'disk-full' });
  expect(heard).toHaveBeenCalledWith({ name: 'deskChanged', data: {} });
  free();
  for (let count = 0; count < 3; count += 1) {
    time.pass({ minutes: 5 });
    await valueOf(desk.methods.noteActivity({}));
  }
  await until(desk, { latestAt: '2026-10-09T07:15:06Z', failed: undefined });
});

test('one that fails for whatever other reason is said too, and tried again at the next sign-in', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  writeFileSync(join(folder, 'copies'), 'a file where the folder should be');
  const { desk, clerkId } = await deskSetUp(folder, time);
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  time.pass({ seconds: 6 });
  await until(desk, { latestAt: undefined, failed: 'crashed' });
  expect((await lookInto(folder)).prepare("select data_json from journal where event = 'copy-failed'").pluck().all()).toEqual(['{"why":"crashed"}']);
  expect(printed).toHaveBeenCalledWith(expect.stringContaining('copy'));
  printed.mockRestore();
  rmSync(join(folder, 'copies'));
  await valueOf(desk.methods.signOut({}));
  await valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  time.pass({ seconds: 6 });
  await until(desk, { latestAt: '2026-10-09T07:00:12Z', failed: undefined });
});

test('the age of the latest copy is that of the latest before now: one of a clock that was ahead says nothing', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  mkdirSync(join(folder, 'copies'));
  for (const name of ['day-20261005T070000Z.db', 'day-20261006T070000Z.db', 'day-20301009T070000Z.db']) writeFileSync(join(folder, 'copies', name), 'copy');
  expect(await copiesOf(openDesk(folder, time))).toEqual({ latestAt: '2026-10-06T07:00:00Z', failed: undefined });
});

test('a clock that leapt is said with both days, until it has been borne out', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const signIn = () => valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  const leap = async () => (await valueOf(desk.methods.describeDesk({}))).clockLeapt;
  expect(await leap()).toBeUndefined();
  time.set({ hours: 24 * 3650 });
  await signIn();
  expect(await leap()).toEqual({ from: '2026-10-09', to: '2036-10-06', daysLeft: 14 });
  for (let day = 1; day < 14; day += 1) {
    time.pass({ hours: 24 });
    await signIn();
  }
  expect(await leap()).toEqual({ from: '2026-10-09', to: '2036-10-06', daysLeft: 1 });
  time.pass({ hours: 24 });
  await signIn();
  await soon(() => expect(desk.seat()).toBeDefined());
  expect(await leap()).toBeUndefined();
});
