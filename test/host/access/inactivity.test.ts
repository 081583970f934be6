import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { lookInto } from '../records-on-disk.ts';

async function attended(lockAfterMinutes = 10) {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const settings = await valueOf(desk.methods.readSettings({}));
  await valueOf(desk.methods.saveSettings({ ...settings, lockAfterMinutes }));
  await valueOf(desk.methods.noteActivity({}));
  const heard: unknown[] = [];
  desk.subscribe(({ name, data }) => heard.push(name === 'deskChanged' ? name : [name, data]));
  return { folder, time, desk, methods: desk.methods, clerkId, heard };
}

const locked = [['deskLocked', { reason: 'inactivity' }], 'deskChanged'];

test('a desk nobody touches warns once and locks', async () => {
  const { folder, time, desk, heard } = await attended();
  time.pass({ minutes: 8, seconds: 59 });
  expect(heard).toEqual([]);
  time.pass({ seconds: 1 });
  expect(heard).toEqual([['lockApproached', { secondsLeft: 60 }]]);
  time.pass({ seconds: 59 });
  expect(desk.seat()).toBeDefined();
  time.pass({ seconds: 1 });
  expect(desk.seat()).toBeUndefined();
  expect(heard.slice(1)).toEqual(locked);
  time.pass({ hours: 1 });
  expect(heard).toHaveLength(3);
  expect((await lookInto(folder)).prepare('select event from journal order by seq desc').pluck().get()).toBe('locked-for-inactivity');
});

test('every sign of life begins the wait again', async () => {
  const { time, desk, methods, heard } = await attended();
  for (let count = 0; count < 5; count += 1) {
    time.pass({ minutes: 9 });
    await valueOf(methods.noteActivity({}));
  }
  expect(desk.seat()).toBeDefined();
  expect(heard).toEqual(Array.from({ length: 5 }, () => ['lockApproached', { secondsLeft: 60 }]));
});

test('a delay just saved counts at once, also for a supervisor who saves it and walks away', async () => {
  const { time, methods, heard } = await attended(30);
  const settings = await valueOf(methods.readSettings({}));
  heard.length = 0;
  await valueOf(methods.saveSettings({ ...settings, lockAfterMinutes: 1 }));
  time.pass({ minutes: 1 });
  expect(heard).toEqual(['deskChanged', ['lockApproached', { secondsLeft: 30 }], ...locked]);
});

test('the shortest wait still warns', async () => {
  const { time, heard } = await attended(1);
  time.pass({ minutes: 1 });
  expect(heard).toEqual([['lockApproached', { secondsLeft: 30 }], ...locked]);
});

test('a computer that slept through the wait locks at the first touch', async () => {
  const { time, desk, methods } = await attended();
  time.set({ hours: 3 });
  await valueOf(methods.noteActivity({}));
  expect(desk.seat()).toBeUndefined();
});

test('after a lock nothing of the last sitting rings any more', async () => {
  const { time, methods, clerkId, heard } = await attended();
  await valueOf(methods.signOut({}));
  time.pass({ minutes: 5 });
  await valueOf(methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  heard.length = 0;
  time.pass({ minutes: 8 });
  expect(heard).toEqual([]);
});
