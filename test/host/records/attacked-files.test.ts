import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readKeyring } from '../../../electron/host/access/keyring-files.ts';
import { listCopies } from '../../../electron/host/records/copies.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { deskSetUp, firstSetup, keptFolder, openDesk, startDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, lookInto } from '../records-on-disk.ts';

const passphrase = firstSetup.passphrase;
const sessions = 20;

/** Two desks of their own, each with sessions and a copy of the day, closed; made once. */
const mine = keptFolder();
const foreign = keptFolder();
beforeAll(async () => {
  for (const folder of [mine, foreign]) {
    const time = new FakeTime();
    const { desk } = await deskSetUp(folder, time, startDesk);
    const db = await lookInto(folder);
    for (let index = 0; index < sessions; index += 1) insertSession(db, { codiceFiscale: `RSSMRA80A01H${String(index).padStart(3, '0')}U`, openedAt: '2026-10-08T07:00:00Z' });
    db.close();
    time.pass({ seconds: 6 });
    await vi.waitUntil(() => listCopies(folder).length === 1, { timeout: 60_000 });
    desk.close();
  }
});

async function copyOf(from: string): Promise<{ folder: string; clerkId: string; time: FakeTime }> {
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  const { clerks } = await valueOf(readKeyring(folder));
  return { folder, clerkId: clerks[0]?.clerkId ?? '', time: new FakeTime('2026-10-09T08:00:00Z') };
}

/** A desk at work with sessions that lie in its write-ahead log alone, as a kill leaves it. */
async function killedWithLog(from: string): Promise<Awaited<ReturnType<typeof copyOf>>> {
  const worked = await copyOf(from);
  const db = await lookInto(worked.folder);
  insertSession(db, { codiceFiscale: 'VRDLGU70A01H501X' });
  const left = temporaryFolder();
  cpSync(worked.folder, left, { recursive: true });
  db.close();
  return { ...worked, folder: left };
}

const countIn = async (folder: string): Promise<number> => {
  const db = await lookInto(folder);
  const count = Number(db.prepare('select count(*) from session').pluck().get());
  const state = [db.pragma('quick_check', { simple: true }), db.pragma('foreign_key_check')];
  db.close();
  expect(state).toEqual(['ok', []]);
  return count;
};

describe('a write-ahead log', () => {
  test('of another desk beside the records is found before any of it gets into them', async () => {
    const { folder, clerkId, time } = await copyOf(mine);
    const other = await killedWithLog(foreign);
    const records = readFileSync(recordsPath(folder));
    copyFileSync(`${recordsPath(other.folder)}-wal`, `${recordsPath(folder)}-wal`);
    const desk = openDesk(folder, time);
    expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
    expect(readFileSync(recordsPath(folder)).equals(records)).toBe(true);
    await valueOf(desk.methods.restoreCopy({ name: listCopies(folder)[0]?.name ?? '', clerkId, passphrase }));
    desk.close();
    expect(await countIn(folder)).toBe(sessions);
  });

  test('of a later moment than the records put back beside it breaks nothing for good', async () => {
    const { folder, clerkId, time } = await copyOf(mine);
    const db = await lookInto(folder);
    for (let index = 0; index < 100; index += 1) insertSession(db, { codiceFiscale: `VRDLGU70A01H${String(index).padStart(3, '0')}X` });
    db.close();
    const later = await killedWithLog(folder);
    copyFileSync(recordsPath(mine), recordsPath(later.folder));
    const desk = openDesk(later.folder, time);
    expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
    await valueOf(desk.methods.restoreCopy({ name: listCopies(later.folder)[0]?.name ?? '', clerkId, passphrase }));
    expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true });
    desk.close();
    expect(await countIn(later.folder)).toBeGreaterThanOrEqual(sessions);
  });

  test.each([0, 31, 32, 3000, 4152, 9000])('cut to %i bytes loses what was in it, breaks nothing, and the journal says so', async (bytes) => {
    const { folder, clerkId, time } = await copyOf(mine);
    const working = openDesk(folder, time);
    await valueOf(working.methods.signIn({ clerkId, passphrase }));
    await valueOf(working.methods.openSession({ privacy: 'anonymous' }));
    time.pass({ minutes: 1 });
    const left = temporaryFolder();
    cpSync(folder, left, { recursive: true });
    working.close();
    truncateSync(`${recordsPath(left)}-wal`, bytes);
    const desk = openDesk(left, time);
    await valueOf(desk.methods.signIn({ clerkId, passphrase }));
    expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true, cuts: [{ why: 'shorter' }] });
    desk.close();
    expect(await countIn(left)).toBe(sessions);
  });
});

describe('in the place of the records', () => {
  test.each<[string, (path: string) => void]>([
    ['those of another desk', (path) => copyFileSync(recordsPath(foreign), path)],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a folder', (path) => mkdirSync(path)],
    ['a folder with something in it', (path) => { mkdirSync(path); writeFileSync(join(path, 'mine'), 'mine'); }],
    ['a link to nothing', (path) => symlinkSync(join(path, '..', 'nowhere'), path)],
    ['plain text', (path) => writeFileSync(path, 'not a database, but long enough to be read as one\n'.repeat(500))],
  ])('%s is damage: nothing is made anew, and a copy takes its place', async (_what, put) => {
    const { folder, clerkId, time } = await copyOf(mine);
    rmSync(recordsPath(folder));
    put(recordsPath(folder));
    const desk = openDesk(folder, time);
    expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
    expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject({ state: 'signed-out', trouble: { code: 'database-damaged' } });
    await valueOf(desk.methods.restoreCopy({ name: listCopies(folder)[0]?.name ?? '', clerkId, passphrase }));
    desk.close();
    expect(await countIn(folder)).toBe(sessions);
    expect(lstatSync(recordsPath(folder)).isFile()).toBe(true);
  });

  test('a link to records that lie elsewhere works, and stays a link', async () => {
    const { folder, clerkId, time } = await copyOf(mine);
    const elsewhere = join(temporaryFolder(), 'records.db');
    renameSync(recordsPath(folder), elsewhere);
    symlinkSync(elsewhere, recordsPath(folder));
    const desk = openDesk(folder, time);
    await valueOf(desk.methods.signIn({ clerkId, passphrase }));
    desk.close();
    expect(readlinkSync(recordsPath(folder))).toBe(elsewhere);
    expect(await countIn(folder)).toBe(sessions);
  });

  test('damaged records behind a link: the link is put aside, what it led to is left as it was', async () => {
    const { folder, clerkId, time } = await copyOf(mine);
    const elsewhere = join(temporaryFolder(), 'records.db');
    renameSync(recordsPath(folder), elsewhere);
    truncateSync(elsewhere, 5000);
    const bytes = readFileSync(elsewhere);
    symlinkSync(elsewhere, recordsPath(folder));
    const desk = openDesk(folder, time);
    expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
    await valueOf(desk.methods.restoreCopy({ name: listCopies(folder)[0]?.name ?? '', clerkId, passphrase }));
    desk.close();
    expect(await countIn(folder)).toBe(sessions);
    expect(readFileSync(elsewhere).equals(bytes)).toBe(true);
  });
});

describe('at a start with a clock wrong by', () => {
  test.each([
    [10, { clockLeapt: { from: '2026-10-09', daysLeft: 14 }, clockBehind: undefined }],
    [-10, { clockLeapt: undefined, clockBehind: { now: '2016-10-11T08:00:06Z' } }],
  ])('%i years, the desk opens, wipes nothing, keeps its copies, and is itself again when the clock is right', async (years, said) => {
    const { folder, clerkId } = await copyOf(mine);
    const before = listCopies(folder);
    const time = new FakeTime('2026-10-09T08:00:00Z');
    time.set({ hours: 24 * 365 * years });
    const desk = openDesk(folder, time);
    await valueOf(desk.methods.signIn({ clerkId, passphrase }));
    time.pass({ seconds: 6 });
    await vi.waitUntil(() => listCopies(folder).length === 2, { timeout: 60_000 });
    expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject(said);
    desk.close();
    const right = openDesk(folder, new FakeTime('2026-10-12T08:00:00Z'));
    await valueOf(right.methods.signIn({ clerkId, passphrase }));
    expect(await valueOf(right.methods.describeDesk({}))).toMatchObject({ clockLeapt: undefined, copies: { latestAt: before[0]?.at } });
    expect(await valueOf(right.methods.verifyJournal({}))).toMatchObject({ intact: true, cuts: [] });
    right.close();
    const db = await lookInto(folder);
    expect(db.prepare('select count(*) from resident where surname is not null').pluck().get()).toBe(sessions);
    db.close();
    expect(listCopies(folder).map(({ name }) => name)).toContain(before[0]?.name);
    expect(statSync(recordsPath(folder)).size).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
  });
});
