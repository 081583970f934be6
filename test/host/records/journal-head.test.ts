import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../../electron/host/journal.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { headOf, headPath, readHead, writeHead } from '../../../electron/host/records/journal-head.ts';
import { deskSetUp, firstSetup, openDesk, soon, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { keyOf, lookInto } from '../records-on-disk.ts';
import { listCopies } from '../../../electron/host/records/copies.ts';

const passphrase = firstSetup.passphrase;

/** A desk with some work in its journal. Closed, its whole journal lies in records.db. */
async function workedDesk() {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  const open = async () => {
    const again = openDesk(folder, time);
    await valueOf(again.methods.signIn({ clerkId, passphrase }));
    return again;
  };
  return { folder, time, desk, clerkId, open, events: async () => headOf(await lookInto(folder)).events };
}

type Worked = Awaited<ReturnType<typeof workedDesk>>;
const verified = async ({ open }: Worked) => {
  const desk = await open();
  const verdict = await valueOf(desk.methods.verifyJournal({}));
  desk.close();
  return verdict;
};

/** What somebody with the key does by hand. */
async function cutTail(folder: string, keep: number): Promise<void> {
  const db = await lookInto(folder);
  db.exec('drop trigger if exists journal_never_deleted');
  db.prepare('delete from journal where seq > ?').run(keep);
  db.close();
}

/** Keeps records and head as they are; the function returned puts both back. */
function setAside(folder: string): () => void {
  const aside = temporaryFolder();
  const moves = [recordsPath(folder), headPath(folder)].map((path): [string, string] => [path, join(aside, path.split('/').at(-1) ?? '')]);
  for (const [path, kept] of moves) copyFileSync(path, kept);
  return () => moves.forEach(([path, kept]) => copyFileSync(kept, path));
}

test('a journal nobody touched has no cuts, however often somebody comes and goes', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  expect(await verified(worked)).toMatchObject({ intact: true, cuts: [] });
  expect(await verified(worked)).toMatchObject({ intact: true, cuts: [] });
});

test('lines missing at the end are noticed at the next sign-in, said once, and the chain alone would not have shown it', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const known = await worked.events();
  await cutTail(worked.folder, 2);
  const { intact, cuts } = await verified(worked);
  expect(intact).toBe(true);
  expect(cuts).toEqual([{ at: '2026-10-09T07:00:00.000Z', why: 'shorter', known, found: 2, restored: false }]);
});

test('so are lines written anew in their place, seals and all', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const known = await worked.events();
  await cutTail(worked.folder, 2);
  const db = await lookInto(worked.folder);
  const forged = createJournal(db, worked.time.clock, null);
  for (let line = 0; line < known; line += 1) forged.append('signed-in');
  db.close();
  expect(await verified(worked)).toMatchObject({ intact: true, cuts: [{ why: 'rewritten', known, found: 2 + known }] });
});

test('and while the desk is at work', async () => {
  const worked = await workedDesk();
  const { methods } = worked.desk;
  worked.time.pass({ minutes: 1 });
  const known = await worked.events();
  await cutTail(worked.folder, 2);
  worked.time.pass({ minutes: 1 });
  expect((await valueOf(methods.verifyJournal({}))).cuts).toMatchObject([{ why: 'shorter', known, found: 2 }]);
});

test('an older records.db put back is noticed', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const older = join(temporaryFolder(), 'older.db');
  copyFileSync(recordsPath(worked.folder), older);
  (await worked.open()).close();
  copyFileSync(older, recordsPath(worked.folder));
  expect((await verified(worked)).cuts).toMatchObject([{ why: 'shorter', restored: false }]);
});

test('so is a write-ahead log cut short', async () => {
  const worked = await workedDesk();
  const db = await lookInto(worked.folder);
  worked.time.pass({ minutes: 1 });
  const [records, wal] = ['', '-wal'].map((suffix) => readFileSync(recordsPath(worked.folder) + suffix));
  const head = readFileSync(headPath(worked.folder));
  db.close();
  worked.desk.close();
  writeFileSync(recordsPath(worked.folder), records ?? '');
  writeFileSync(`${recordsPath(worked.folder)}-wal`, wal ?? '');
  writeFileSync(headPath(worked.folder), head);
  truncateSync(`${recordsPath(worked.folder)}-wal`, 32 + 4 * (4096 + 24));
  expect((await verified(worked)).cuts).toMatchObject([{ why: 'shorter' }]);
});

test.each<[string, (path: string) => void]>([
  ['missing', (path) => rmSync(path)],
  ['half written', (path) => truncateSync(path, 20)],
  ['forged', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"events":\d+/, '"events":2'))],
])('a head that is %s is said', async (_what, harm) => {
  const worked = await workedDesk();
  worked.desk.close();
  harm(headPath(worked.folder));
  expect((await verified(worked)).cuts).toMatchObject([{ why: 'no-head' }]);
});

test('a head of another desk is no head here', async () => {
  const [one, other] = [await workedDesk(), await workedDesk()];
  expect(readHead(one.folder, await keyOf(other.folder))).toBeUndefined();
  expect(readHead(one.folder, await keyOf(one.folder))).toBeDefined();
});

test('killed between a line and its head there is no alarm', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const key = await keyOf(worked.folder);
  const noted = readHead(worked.folder, key);
  (await worked.open()).close();
  writeHead(worked.folder, key, noted ?? { events: 0, hash: '' });
  expect((await verified(worked)).cuts).toEqual([]);
});

test('killed between the alarm and the new head it is told once', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const noted = readFileSync(headPath(worked.folder));
  await cutTail(worked.folder, 2);
  expect((await verified(worked)).cuts).toHaveLength(1);
  writeFileSync(headPath(worked.folder), noted);
  expect((await verified(worked)).cuts).toHaveLength(1);
});

/** Works on, and closes with so many more lines in the journal. */
async function workOn(worked: Worked, sessions: number): Promise<void> {
  const desk = await worked.open();
  for (let session = 0; session < sessions; session += 1) await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  desk.close();
}

/** Works until a safe copy is made, and closes. */
async function workUntilCopied(worked: Worked): Promise<void> {
  const desk = await worked.open();
  worked.time.pass({ seconds: 6 });
  await soon(() => expect(listCopies(worked.folder)).toHaveLength(1));
  await valueOf(desk.methods.signOut({}));
  desk.close();
}

test('a cut that was said hides no later one, though the journal is still shorter than it once was', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  await workOn(worked, 20);
  const first = await worked.events();
  await cutTail(worked.folder, 2);
  await workOn(worked, 4);
  const second = await worked.events();
  await cutTail(worked.folder, 6);
  expect((await verified(worked)).cuts).toMatchObject([{ known: first, found: 2 }, { known: second, found: 6 }]);
});

test('a copy made after a cut that was said tells of a later one, head and records put back together', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  await workOn(worked, 20);
  await cutTail(worked.folder, 2);
  await workOn(worked, 1);
  const putBack = setAside(worked.folder);
  await workUntilCopied(worked);
  putBack();
  expect((await verified(worked)).cuts).toMatchObject([{ why: 'shorter', found: 2 }, { why: 'copy' }]);
});

test('a head and records put back together are told of by the copies', async () => {
  const worked = await workedDesk();
  worked.desk.close();
  const putBack = setAside(worked.folder);
  await workUntilCopied(worked);
  putBack();
  expect((await verified(worked)).cuts).toMatchObject([{ why: 'copy', at: '2026-10-09T07:00:06Z' }]);
});
