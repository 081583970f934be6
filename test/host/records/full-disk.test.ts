import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../../electron/host/journal.ts';
import { databaseTrouble } from '../../../electron/host/db/database-trouble.ts';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { lookInto } from '../records-on-disk.ts';
import { smallDisk } from '../small-disk.ts';

const passphrase = firstSetup.passphrase;

/** Opens sessions until the desk says no; the ids of those it said yes to, and what it said. */
async function openUntilRefused(desk: Desk): Promise<{ opened: readonly string[]; code: string }> {
  const opened: string[] = [];
  for (;;) {
    const reply = await desk.methods.openSession({ privacy: 'anonymous' });
    if (!reply.ok) return { opened, code: reply.code };
    opened.push(reply.value.id);
  }
}

test('on a full disk the desk says so, keeps what it said yes to, and goes on when there is room', async ({ skip }) => {
  const { folder, fill, free } = smallDisk(4, skip);
  const { desk, clerkId } = await deskSetUp(folder);
  fill();
  const { opened, code } = await openUntilRefused(desk);
  expect(code).toBe('disk-full');
  expect(desk.seat()).toBeDefined();
  expect(await desk.methods.listClerks({})).toMatchObject({ ok: true });
  expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject({ state: 'signed-in', trouble: undefined });

  free();
  const { id } = await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  await valueOf(desk.methods.signOut({}));
  await valueOf(desk.methods.signIn({ clerkId, passphrase }));
  const kept = (await lookInto(folder)).prepare('select id from session order by number').pluck().all();
  expect(kept).toEqual([...opened, id]);
  expect(await valueOf(desk.methods.verifyJournal({}))).toMatchObject({ intact: true });
});

test('signing in on a full disk is refused and works when there is room', async ({ skip }) => {
  const { folder, fill, free } = smallDisk(4, skip);
  const { desk, clerkId } = await deskSetUp(folder);
  await valueOf(desk.methods.signOut({}));
  fill();
  expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'disk-full' });
  expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject({ state: 'signed-out' });
  free();
  expect(await desk.methods.signIn({ clerkId, passphrase })).toEqual({ ok: true, value: null });
});

test('a set-up without room leaves nothing behind and can be made later', async ({ skip }) => {
  const { folder, fill, free } = smallDisk(1, skip);
  const desk = openDesk(folder);
  fill();
  expect(await desk.methods.completeSetup(firstSetup)).toEqual({ ok: false, code: 'disk-full' });
  expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject({ state: 'setup' });
  free();
  expect(await desk.methods.completeSetup(firstSetup)).toMatchObject({ ok: true });
});

test('a desk started on a full disk says so and starts when there is room', async ({ skip }) => {
  const { folder, fill, free } = smallDisk(1, skip);
  fill();
  const { methods } = openDesk(folder);
  expect(await methods.completeSetup(firstSetup)).toEqual({ ok: false, code: 'disk-full' });
  free();
  expect(await methods.completeSetup(firstSetup)).toMatchObject({ ok: true });
});

test('a folder that became read-only refuses what writes, and nothing else', async ({ skip }) => {
  const { folder, readOnly } = smallDisk(4, skip);
  const { desk, clerkId } = await deskSetUp(folder);
  const { id } = await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  desk.close();
  readOnly(true);
  const { methods } = openDesk(folder);
  expect(await methods.signIn({ clerkId, passphrase })).toEqual({ ok: false, code: 'folder-read-only' });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-out', trouble: { code: 'folder-read-only', copies: [] } });
  readOnly(false);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: undefined });
  await valueOf(methods.signIn({ clerkId, passphrase }));
  expect(await methods.resumeSession({ sessionId: id })).toMatchObject({ ok: true });
});

test('a new desk in a read-only folder says so before it asks anything', async ({ skip }) => {
  const { folder, readOnly } = smallDisk(1, skip);
  readOnly(true);
  const { methods } = openDesk(join(folder, 'new'));
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'setup', trouble: { code: 'folder-read-only' } });
  expect(await methods.saveSetupDraft({ comune: {}, step: 0 })).toEqual({ ok: false, code: 'folder-read-only' });
  readOnly(false);
  expect(await methods.saveSetupDraft({ comune: {}, step: 0 })).toMatchObject({ ok: true });
});

test('a folder its owner may not write is refused', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write anywhere');
  const folder = temporaryFolder();
  chmodSync(folder, 0o500);
  const { methods } = openDesk(folder);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ trouble: { code: 'folder-read-only' } });
  chmodSync(folder, 0o700);
  expect(await methods.completeSetup(firstSetup)).toMatchObject({ ok: true });
});

test('a write that finds no room is taken back whole', async () => {
  const folder = temporaryFolder();
  await deskSetUp(folder);
  const db = await lookInto(folder);
  const lines = () => db.prepare('select count(*) from journal').pluck().get();
  const before = lines();
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const journal = createJournal(db, new FakeTime().clock, null);
  const many = db.transaction(() => {
    for (let line = 0; line < 1000; line += 1) journal.append('step-saved');
  });
  expect(codeThrownBy(many)).toBe('disk-full');
  expect(lines()).toBe(before);
  db.pragma('max_page_count = 100000');
  many();
  expect(lines()).toBe(Number(before) + 1000);
  db.close();
});

function codeThrownBy(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return databaseTrouble(error);
  }
}
