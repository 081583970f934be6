import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { copyBeforeMigration, listCopies, pruneCopies, pruneMigrationCopies } from '../../../electron/host/records/copies.ts';
import { deskSetUp, firstSetup, openDesk, soon, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, keyOf, lookInto } from '../records-on-disk.ts';

test('one copy a day, the last three kept, each of them whole and private', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const db = await lookInto(folder);
  const journalled = (event: string) => db.prepare('select count(*) from journal where event = ?').pluck().get(event);
  const signInOnDay = async (days: number) => {
    await valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
    time.pass({ seconds: 6 });
    await soon(() => expect(journalled('copy-made')).toBe(days));
    expect(listCopies(folder)).toHaveLength(Math.min(days, 3));
    await valueOf(desk.methods.signOut({}));
  };
  for (const days of [1, 2, 3, 4, 5]) {
    await signInOnDay(days);
    await signInOnDay(days);
    time.pass({ hours: 24 });
  }
  expect(listCopies(folder).map(({ at }) => at.slice(0, 10))).toEqual(['2026-10-13', '2026-10-12', '2026-10-11']);
  for (const { name, bytes } of listCopies(folder)) {
    const path = join(folder, 'copies', name);
    expect(statSync(path)).toMatchObject({ size: bytes });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await lookInto(folder, path)).pragma('quick_check', { simple: true })).toBe('ok');
  }
});

test('what a kill left half made is no copy, nor is what only has the name of one', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'copies'));
  mkdirSync(join(folder, 'copies', 'day-20261010T070005Z.db'));
  for (const name of ['day-20261010T070005Z.db.part', 'notes.txt', 'day-.db', 'day-20261399T070005Z.db']) writeFileSync(join(folder, 'copies', name), 'half');
  expect(listCopies(folder)).toEqual([]);
});

test('the copy before a migration holds what was there, in the write-ahead log too', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  await deskSetUp(folder, time);
  const db = await lookInto(folder);
  insertSession(db);
  copyBeforeMigration(folder, db, await keyOf(folder), time.clock());
  const [name] = readdirSync(join(folder, 'copies'));
  expect(name).toBe('before-migration-20261009T070000Z.db');
  const copy = await lookInto(folder, join(folder, 'copies', name ?? ''));
  expect(copy.prepare('select count(*) from session').pluck().get()).toBe(1);
});

test('a copy from before a migration goes when it is long past', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  await deskSetUp(folder, time);
  const db = await lookInto(folder);
  copyBeforeMigration(folder, db, await keyOf(folder), time.clock());
  pruneMigrationCopies(folder, '2026-10-09T07:00:00.000Z');
  expect(listCopies(folder)).toHaveLength(1);
  pruneMigrationCopies(folder, '2026-10-09T07:00:01.000Z');
  expect(listCopies(folder)).toEqual([]);
});

test.each([
  ['of a clock that was ahead go once it is right', ['day-20301001T070005Z.db', 'day-20301002T070005Z.db'], 'day-20261010T070005Z.db', []],
  ['are what there is while it is behind', ['day-20261007T070005Z.db', 'day-20261008T070005Z.db', 'day-20261009T070005Z.db'], 'day-20160101T070005Z.db', ['day-20261009T070005Z.db', 'day-20261008T070005Z.db']],
])('copies of a later date %s', (_what, later, justMade, kept) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'copies'));
  const before = justMade.startsWith('day-2016') ? [] : ['day-20261008T070005Z.db', 'day-20261009T070005Z.db'];
  for (const name of [...later, ...before, justMade]) writeFileSync(join(folder, 'copies', name), 'copy');
  pruneCopies(folder, 'day', join(folder, 'copies', justMade));
  expect(listCopies(folder).map(({ name }) => name).toSorted()).toEqual([...before, ...kept, justMade].toSorted());
});

test('the day after a copy failed for want of a folder, the desk still works', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  writeFileSync(join(folder, 'copies'), 'a file where the folder should be');
  const { desk } = await deskSetUp(folder, time);
  const heard = vi.spyOn(console, 'error').mockReturnValue();
  time.pass({ seconds: 6 });
  await soon(() => expect(heard).toHaveBeenCalledWith(expect.stringContaining('copy')));
  heard.mockRestore();
  expect(await desk.methods.listClerks({})).toMatchObject({ ok: true });
  desk.close();
  expect(openDesk(folder).seat()).toBeUndefined();
});
