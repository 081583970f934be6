import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { lookInto } from '../records-on-disk.ts';

async function deskWhoseClockWasSet(duration: { hours?: number; minutes?: number }) {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  desk.close();
  time.set(duration);
  const again = openDesk(folder, time);
  const signIn = () => valueOf(again.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  await signIn();
  return { folder, time, signIn, methods: again.methods, behind: async () => (await valueOf(again.methods.describeDesk({}))).clockBehind };
}

test('a clock set back two days is said, journaled, and nothing breaks', async () => {
  const { folder, signIn, methods, behind } = await deskWhoseClockWasSet({ hours: -48 });
  const both = { now: '2026-10-07T07:00:00Z', lastRecorded: '2026-10-09T07:00:00Z' };
  expect(await behind()).toEqual(both);
  await signIn();
  expect(await behind()).toEqual(both);
  const noted = (await lookInto(folder)).prepare("select data_json from journal where event = 'clock-behind'").pluck().all();
  expect(noted).toEqual(Array(2).fill('{"lastRecorded":"2026-10-09T07:00:00Z"}'));
  expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true });
});

test('it is over when the clock is right again', async () => {
  const { time, signIn, behind } = await deskWhoseClockWasSet({ hours: -48 });
  time.set({ hours: 48 });
  expect(await behind()).toBeUndefined();
  await signIn();
  expect(await behind()).toBeUndefined();
});

test('a correction of a few minutes is no news', async () => {
  const { behind } = await deskWhoseClockWasSet({ minutes: -4 });
  expect(await behind()).toBeUndefined();
});

test('after a week of work the clock is believed: it was the instant ahead that was wrong', async () => {
  const { time, signIn, behind } = await deskWhoseClockWasSet({ hours: -24 * 365 });
  for (let day = 0; day < 8; day += 1) {
    time.set({ hours: 24 });
    await signIn();
    expect(await behind()).toBeDefined();
  }
  await signIn();
  expect(await behind()).toBeUndefined();
});
