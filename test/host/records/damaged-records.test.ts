import { cpSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { readKeyring } from '../../../electron/host/access/keyring-files.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { deskSetUp, firstSetup, keptFolder, openDesk, soon, startDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, lookInto, scribble } from '../records-on-disk.ts';

const passphrase = firstSetup.passphrase;

/** A desk of some size with its copy of the day, closed; made once. */
const prepared = keptFolder();
beforeAll(async () => {
  const time = new FakeTime();
  const { desk } = await deskSetUp(prepared, time, startDesk);
  const db = await lookInto(prepared);
  db.transaction(() => {
    for (let index = 0; index < 200; index += 1) insertSession(db, { codiceFiscale: `RSSMRA80A01H${String(index).padStart(3, '0')}U`, openedAt: '2026-10-08T07:00:00Z' });
  })();
  db.close();
  time.pass({ seconds: 6 });
  await vi.waitUntil(() => copiesIn(prepared).length === 1, { timeout: 60_000 });
  desk.close();
});

async function deskWithCopy(): Promise<{ folder: string; clerkId: string; time: FakeTime }> {
  const folder = temporaryFolder();
  cpSync(prepared, folder, { recursive: true });
  const { clerks } = await valueOf(readKeyring(folder));
  return { folder, clerkId: clerks[0]?.clerkId ?? '', time: new FakeTime('2026-10-09T08:00:00Z') };
}

const copiesIn = (folder: string) => (existsSync(join(folder, 'copies')) ? readdirSync(join(folder, 'copies')) : []).filter((name) => name.endsWith('.db'));

async function sessionsIn(folder: string): Promise<unknown> {
  return (await lookInto(folder)).prepare('select count(*) from session').pluck().get();
}

const pageSize = 4096;
const damages: readonly [string, (path: string) => void][] = [
  ['in its header', (path) => scribble(path, 0)],
  ['cut short', (path) => truncateSync(path, pageSize * 10 + 77)],
  ['emptied', (path) => truncateSync(path, 0)],
  ['gone', (path) => rmSync(path)],
  ['in its second page', (path) => scribble(path, pageSize + 50)],
];

test.each(damages)('records damaged %s are said to be, and the copy takes their place', async (_where, damage) => {
  const { folder, clerkId, time } = await deskWithCopy();
  damage(recordsPath(folder));
  const desk = openDesk(folder, time);
  const { methods } = desk;
  expect(await methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
  const described = await valueOf(methods.describeDesk({}));
  expect(described).toMatchObject({ state: 'signed-out', trouble: { code: 'database-damaged', copies: [{ name: copiesIn(folder)[0] }] } });
  expect(described.trouble?.sentence).toContain('copia');

  const name = described.trouble?.copies[0]?.name ?? '';
  expect(await methods.restoreCopy({ name, clerkId, passphrase: 'un’altra frase ancora' })).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  expect(await methods.restoreCopy({ name, clerkId, passphrase })).toEqual({ ok: true, value: null });
  const restored = { at: '2026-10-09T08:00:00.000Z', upTo: expect.stringMatching(/^2026-10-09T07:00:0/) };
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-in', trouble: undefined, restored });
  expect(await sessionsIn(folder)).toBe(200);
  expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true });
  await valueOf(methods.signOut({}));
  expect((await valueOf(methods.describeDesk({}))).restored).toBeUndefined();
  time.pass({ hours: 73 });
  await valueOf(methods.signIn({ clerkId, passphrase }));
  expect((await valueOf(methods.describeDesk({}))).restored).toBeUndefined();
});

test('damage in the middle is found when the day’s copy reads every page; the desk stops, the copies stay', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  scribble(recordsPath(folder), Math.floor(statSync(recordsPath(folder)).size / 2 / pageSize) * pageSize + 50);
  time.pass({ hours: 24 });
  const desk = openDesk(folder, time);
  await valueOf(desk.methods.signIn({ clerkId, passphrase }));
  time.pass({ seconds: 6 });
  await soon(() => expect(desk.seat()).toBeUndefined());
  const { trouble } = await valueOf(desk.methods.describeDesk({}));
  expect(trouble).toMatchObject({ code: 'database-damaged', copies: [{ name: copiesIn(folder)[0] }] });
  await valueOf(desk.methods.restoreCopy({ name: trouble?.copies[0]?.name ?? '', clerkId, passphrase }));
  expect(await sessionsIn(folder)).toBe(200);
});

test('what was damaged stays, write-ahead log included', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  const db = await lookInto(folder);
  insertSession(db, { codiceFiscale: 'VRDLGU70A01H501X' });
  const whole = statSync(`${recordsPath(folder)}-wal`).size;
  scribble(recordsPath(folder), 0);
  const desk = openDesk(folder, time);
  await desk.methods.signIn({ clerkId, passphrase });
  await valueOf(desk.methods.restoreCopy({ name: copiesIn(folder)[0] ?? '', clerkId, passphrase }));
  const [aside] = readdirSync(join(folder, 'damaged'));
  const kept = join(folder, 'damaged', aside ?? '');
  expect(readdirSync(kept)).toEqual(expect.arrayContaining(['records.db', 'records.db-wal']));
  expect(statSync(join(kept, 'records.db-wal')).size).toBe(whole);
});

test.each<[string, (path: string, accounts: number) => void]>([
  ['in the page of the accounts', (path, accounts) => scribble(path, accounts * pageSize + 100)],
  ['cut short', (path) => truncateSync(path, statSync(path).size - 3 * pageSize)],
])('what was done after the copy comes over from records damaged %s', async (_where, damage) => {
  const { folder, clerkId, time } = await deskWithCopy();
  const before = openDesk(folder, time);
  await valueOf(before.methods.signIn({ clerkId, passphrase }));
  const { id } = await valueOf(before.methods.openSession({ privacy: 'anonymous' }));
  before.close();
  const db = await lookInto(folder);
  insertSession(db, { codiceFiscale: 'VRDLGU70A01H501X' });
  db.exec('create table filler (x text) strict; insert into filler values (hex(randomblob(20000)))');
  const accounts = Number(db.prepare("select rootpage from sqlite_schema where name = 'clerk'").pluck().get()) - 1;
  db.close();
  damage(recordsPath(folder), accounts);

  const { methods } = openDesk(folder, time);
  expect(await methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
  await valueOf(methods.restoreCopy({ name: copiesIn(folder)[0] ?? '', clerkId, passphrase }));
  expect(await sessionsIn(folder)).toBe(202);
  expect(await valueOf(methods.readSession({ sessionId: id }))).toMatchObject({ id, state: 'interrupted' });
  expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true });
  expect(readdirSync(folder).filter((name) => name.includes('salvage') || name.includes('restored'))).toEqual([]);
});

test('what the copy did not know any more is told by the journal’s check', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  const before = openDesk(folder, time);
  await valueOf(before.methods.signIn({ clerkId, passphrase }));
  before.close();
  const known = Number((await lookInto(folder)).prepare('select max(seq) from journal').pluck().get());
  truncateSync(recordsPath(folder), 0);
  rmSync(`${recordsPath(folder)}-wal`, { force: true });
  const { methods } = openDesk(folder, time);
  await methods.signIn({ clerkId, passphrase });
  await valueOf(methods.restoreCopy({ name: copiesIn(folder)[0] ?? '', clerkId, passphrase }));
  const { intact, cuts } = await valueOf(methods.verifyJournal({}));
  expect(intact).toBe(true);
  expect(cuts).toMatchObject([{ why: 'shorter', known, restored: true }]);
});

test('a damaged copy takes nobody’s place', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  scribble(recordsPath(folder), 0);
  const name = copiesIn(folder)[0] ?? '';
  scribble(join(folder, 'copies', name), pageSize * 20);
  const { methods } = openDesk(folder, time);
  await methods.signIn({ clerkId, passphrase });
  const before = statSync(recordsPath(folder)).ino;
  expect(await methods.restoreCopy({ name, clerkId, passphrase })).toEqual({ ok: false, code: 'database-damaged' });
  expect(statSync(recordsPath(folder)).ino).toBe(before);
});

test.each(['../keyring.json', 'day-20260101T000000Z.db', ''])('%j is no copy', async (name) => {
  const { folder, clerkId, time } = await deskWithCopy();
  scribble(recordsPath(folder), 0);
  const { methods } = openDesk(folder, time);
  await methods.signIn({ clerkId, passphrase });
  expect(await methods.restoreCopy({ name, clerkId, passphrase })).toEqual({ ok: false, code: 'no-such-copy' });
});

test('nothing is restored over records that are well', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  const { methods } = openDesk(folder, time);
  expect(await methods.restoreCopy({ name: copiesIn(folder)[0] ?? '', clerkId, passphrase })).toEqual({ ok: false, code: 'no-such-copy' });
});

test('records of a newer program are refused and left as they are', async () => {
  const { folder, clerkId, time } = await deskWithCopy();
  const db = await lookInto(folder);
  db.pragma('user_version = 99');
  db.close();
  const { methods } = openDesk(folder, time);
  expect(await methods.signIn({ clerkId, passphrase })).toMatchObject({ ok: false, code: 'database-newer' });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: { code: 'database-newer', copies: [] } });
  expect((await lookInto(folder)).pragma('user_version', { simple: true })).toBe(99);
});

test('a lost keyring is not a new desk', async () => {
  const { folder } = await deskWithCopy();
  rmSync(join(folder, 'keyring.json'));
  rmSync(join(folder, 'keyring.copy.json'));
  const { methods } = openDesk(folder);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-out', trouble: { code: 'keyring-damaged' }, clerks: [] });
  expect(await methods.completeSetup(firstSetup)).toEqual({ ok: false, code: 'already-set-up' });
  expect(statSync(recordsPath(folder)).size).toBeGreaterThan(0);
});
