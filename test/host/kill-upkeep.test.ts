import { cpSync, existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { migrations } from '../../electron/host/db/migrations.ts';
import { databaseVersion } from '../../electron/host/db/migrate.ts';
import { copiesFolder, listCopies } from '../../electron/host/records/copies.ts';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import { killAfterReady } from '../kill/kill-child.ts';
import { later, upkeepClock } from '../kill/upkeep.ts';
import type { Upkeep } from '../kill/upkeep.ts';
import { deskSetUp, firstSetup, keptFolder, openDesk, startDesk, temporaryFolder, valueOf } from './desk-in-a-folder.ts';
import { insertDueSessions } from './due-sessions.ts';
import { FakeTime } from './fake-time.ts';
import { lookInto } from './records-on-disk.ts';

const sessions = 600;
const script = join(import.meta.dirname, '../kill/upkeep-desk.ts');

/** A desk of some size with its first copy, closed; made once. Every session in it is due to be wiped. */
const prepared = keptFolder();
beforeAll(async () => {
  const time = new FakeTime();
  const { desk } = await deskSetUp(prepared, time, startDesk);
  const settings = await valueOf(desk.methods.readSettings({}));
  await valueOf(desk.methods.saveSettings({ ...settings, retentionDays: 30, exportBeforeWipe: true }));
  const db = await lookInto(prepared);
  insertDueSessions(db, sessions);
  db.close();
  time.pass({ seconds: 6 });
  await vi.waitUntil(() => listCopies(prepared).length === 1, { timeout: 60_000 });
  desk.close();
});

function preparedFolder(): string {
  const folder = temporaryFolder();
  cpSync(prepared, folder, { recursive: true });
  return folder;
}

/** Nothing is broken, nothing hangs in the air, and every row of the sessions is there. */
function expectWhole(db: Database.Database): void {
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  for (const table of ['session', 'resident', 'run']) expect(db.prepare(`select count(*) from ${table}`).pluck().get()).toBe(sessions);
}

/** Every file called a copy is a good one, and none was lost. */
async function expectGoodCopies(folder: string, least = 1): Promise<void> {
  const copies = listCopies(folder);
  expect(copies.length).toBeGreaterThanOrEqual(least);
  expect(copies.map(({ name }) => name)).toContain(listCopies(prepared)[0]?.name);
  for (const { name } of copies) {
    const db = await lookInto(folder, join(copiesFolder(folder), name));
    expectWhole(db);
    db.close();
  }
}

/** Kills the work at moments spread over the time it takes, and looks at what is left each time. */
async function killedAllAlong(work: Upkeep, prepare: (folder: string) => Promise<void> | void, look: (folder: string) => Promise<void>): Promise<void> {
  const folders = Array.from({ length: 8 }, preparedFolder);
  for (const folder of folders) await prepare(folder);
  const [whole = '', ...others] = folders;
  const { ended, worked } = await killAfterReady(script, [whole, work], 120_000);
  expect(ended).toBe('finished');
  await look(whole);
  let killed = 0;
  for (const [index, folder] of others.entries()) {
    const life = await killAfterReady(script, [folder, work], (worked * index) / others.length);
    killed += Number(life.ended === 'killed');
    await look(folder);
  }
  expect(killed).toBeGreaterThan(2);
}

async function signedIn(folder: string): Promise<{ code: string | undefined; desk: ReturnType<typeof openDesk>; clerkId: string }> {
  const desk = openDesk(folder, { clock: upkeepClock });
  onTestFinished(() => desk.close());
  const clerkId = (await valueOf(desk.methods.describeDesk({}))).clerks[0]?.id ?? '';
  const reply = await desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase });
  return { code: reply.ok ? undefined : reply.code, desk, clerkId };
}

const limit = { timeout: 600_000 };

test('killed while the day’s copy is made, records and copies are whole', limit, async () => {
  await killedAllAlong('copy', () => undefined, async (folder) => {
    await expectGoodCopies(folder);
    const { code, desk } = await signedIn(folder);
    expect(code).toBeUndefined();
    expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true, cuts: [] });
    desk.close();
    expectWhole(await lookInto(folder));
  });
});

test('killed while a copy is restored, the desk asks again or has it, and never begins empty', limit, async () => {
  await killedAllAlong('restore', (folder) => truncateSync(recordsPath(folder), 5000), async (folder) => {
    await expectGoodCopies(folder);
    const { code, desk, clerkId } = await signedIn(folder);
    expect([undefined, 'database-damaged']).toContain(code);
    if (code !== undefined) await valueOf(desk.methods.restoreCopy({ name: listCopies(folder)[0]?.name ?? '', clerkId, passphrase: firstSetup.passphrase }));
    expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true });
    desk.close();
    expectWhole(await lookInto(folder));
    expect(readdirSync(folder).filter((name) => name.includes('salvage') || name.includes('restored'))).toEqual([]);
  });
});

test('killed while the records change shape, each step is whole or not begun, and the copy from before is there', limit, async () => {
  await killedAllAlong('migration', () => undefined, async (folder) => {
    const db = await lookInto(folder);
    expectWhole(db);
    const steps = databaseVersion(db) - migrations.length;
    for (const [index, { name }] of later.entries()) {
      const rows = db.prepare("select count(*) from sqlite_schema where type = 'table' and name = ?").pluck().get(name.replace('-', '_'));
      expect(rows).toBe(index < steps ? 1 : 0);
      if (index < steps) db.prepare(`select count(*) from ${name.replace('-', '_')}`).pluck().get();
    }
    db.close();
    await expectGoodCopies(folder, steps > 0 ? 2 : 1);
  });
});

test('killed while retention wipes, everything due is wiped or nothing is, and the next sign-in wipes the rest', limit, async () => {
  const due = async (folder: string) => {
    const db = await lookInto(folder);
    db.prepare("update settings set json = json_set(json, '$.exportBeforeWipe', json('false'))").run();
    db.close();
    mkdirSync(join(folder, 'damaged', '20260101T090000000Z'), { recursive: true });
    writeFileSync(join(folder, 'damaged', '20260101T090000000Z', 'records.db'), Buffer.alloc(1_000_000));
  };
  await killedAllAlong('wipe', due, async (folder) => {
    const db = await lookInto(folder);
    expectWhole(db);
    const wiped = (table: string) => db.prepare(`select count(*) from ${table} where wiped_at is not null`).pluck().get();
    const lines = db.prepare("select count(*) from journal where event = 'retention-wiped'").pluck().get();
    expect([wiped('session'), wiped('resident'), lines]).toEqual(lines === 0 ? [0, 0, 0] : [sessions, sessions, 1]);
    expect(db.prepare('select count(*) from resident where surname is not null').pluck().get()).toBe(lines === 0 ? sessions : 0);
    expect((await signedIn(folder)).code).toBeUndefined();
    expect(wiped('resident')).toBe(sessions);
    expect(existsSync(join(folder, 'damaged', '20260101T090000000Z'))).toBe(false);
    expectWhole(db);
    db.close();
    await expectGoodCopies(folder);
  });
});
