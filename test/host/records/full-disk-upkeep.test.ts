import { cpSync, existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import type { TestContext } from 'vitest';
import { readKeyring } from '../../../electron/host/access/keyring-files.ts';
import { databaseTrouble } from '../../../electron/host/db/database-trouble.ts';
import { databaseVersion, migrate } from '../../../electron/host/db/migrate.ts';
import { migrations } from '../../../electron/host/db/migrations.ts';
import { copyBeforeMigration, listCopies } from '../../../electron/host/records/copies.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { later } from '../../kill/upkeep.ts';
import { deskSetUp, firstSetup, keptFolder, openDesk, startDesk, valueOf } from '../desk-in-a-folder.ts';
import { insertDueSessions } from '../due-sessions.ts';
import { FakeTime } from '../fake-time.ts';
import { keyOf, lookInto } from '../records-on-disk.ts';
import { smallDisk } from '../small-disk.ts';

const passphrase = firstSetup.passphrase;
const sessions = 100;

/** A desk with sessions that are due to be wiped once its setting says so, and a copy; closed; made once. */
const prepared = keptFolder();
beforeAll(async () => {
  const time = new FakeTime();
  const { desk } = await deskSetUp(prepared, time, startDesk);
  const db = await lookInto(prepared);
  insertDueSessions(db, sessions);
  db.close();
  time.pass({ seconds: 6 });
  await vi.waitUntil(() => listCopies(prepared).length === 1, { timeout: 60_000 });
  desk.close();
});

async function onSmallDisk(skip: TestContext['skip']) {
  const disk = smallDisk(6, skip);
  cpSync(prepared, disk.folder, { recursive: true });
  const { clerks } = await valueOf(readKeyring(disk.folder));
  return { ...disk, clerkId: clerks[0]?.clerkId ?? '', time: new FakeTime('2026-10-10T07:00:00Z') };
}

const residentsIn = async (folder: string): Promise<unknown> => {
  const db = await lookInto(folder);
  const count = db.prepare('select count(*) from resident where surname is not null').pluck().get();
  db.close();
  return count;
};

test('a copy is not restored without room for it; what is damaged, the copy and the way back stay', async ({ skip }) => {
  const { folder, fill, free, clerkId, time } = await onSmallDisk(skip);
  truncateSync(recordsPath(folder), 5000);
  const { methods } = openDesk(folder, time);
  expect(await methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
  fill();
  const name = listCopies(folder)[0]?.name ?? '';
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  expect(await methods.restoreCopy({ name, clerkId, passphrase })).toEqual({ ok: false, code: 'disk-full' });
  printed.mockRestore();
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: { code: 'database-damaged', copies: [{ name }] } });
  expect(existsSync(join(folder, 'damaged'))).toBe(false);
  free();
  await valueOf(methods.restoreCopy({ name, clerkId, passphrase }));
  expect(await residentsIn(folder)).toBe(sessions);
  expect(readdirSync(folder).filter((file) => file.includes('restored') || file.includes('salvage'))).toEqual([]);
});

test('nothing is wiped by halves', async ({ skip }) => {
  const { folder, fill, free, clerkId, time } = await onSmallDisk(skip);
  const db = await lookInto(folder);
  db.exec("update settings set json = json_set(json, '$.retentionDays', 30)");
  db.close();
  fill();
  const { methods } = openDesk(folder, time);
  expect(await methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'disk-full' });
  free();
  expect(await residentsIn(folder)).toBe(sessions);
  await valueOf(methods.signIn({ clerkId, passphrase }));
  expect(await residentsIn(folder)).toBe(0);
});

test('the records do not change shape without room for the copy before it', async ({ skip }) => {
  const { folder, fill, free, time } = await onSmallDisk(skip);
  const key = await keyOf(folder);
  const db = await lookInto(folder);
  const change = () => migrate(db, () => copyBeforeMigration(folder, db, key, time.clock()), [...migrations, ...later]);
  fill();
  expect(troubleOf(change)).toBe('disk-full');
  expect([databaseVersion(db), listCopies(folder).length]).toEqual([migrations.length, 1]);
  free();
  expect(change()).toMatchObject({ ok: true });
  expect([databaseVersion(db), listCopies(folder).length]).toEqual([migrations.length + 2, 2]);
  db.close();
});

test('settings and sign-out on a full disk lose nothing, and the desk locks all the same', async ({ skip }) => {
  const { folder, fill, free, clerkId, time } = await onSmallDisk(skip);
  const { methods, seat } = openDesk(folder, time);
  await valueOf(methods.signIn({ clerkId, passphrase }));
  const settings = await valueOf(methods.readSettings({}));
  fill();
  let refused: unknown;
  for (let turn = 0; turn < 200 && refused === undefined; turn += 1) {
    const reply = await methods.saveSettings({ ...settings, deskContact: `Piazza ${turn} ${'x'.repeat(150)}` });
    if (!reply.ok) refused = reply.code;
  }
  expect(refused).toBe('disk-full');
  await valueOf(methods.signOut({}));
  expect(seat()).toBeUndefined();
  free();
  await valueOf(methods.signIn({ clerkId, passphrase }));
  expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true, cuts: [] });
  expect(await residentsIn(folder)).toBe(sessions);
});

function troubleOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return databaseTrouble(error);
  }
}
