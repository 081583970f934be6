import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newRecordsPath, recordsPath } from '../../../electron/host/records/desk-files.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

test('what set-up asked so far is there after a restart, without a secret, and gone when it is complete', async () => {
  const folder = temporaryFolder();
  const draft = { comune: { name: 'Roccabianca' }, kind: 'PUE', supervisorName: 'Elena', step: 2 } as const;
  const first = openDesk(folder);
  await valueOf(first.methods.saveSetupDraft({ comune: {}, step: 1 }));
  await valueOf(first.methods.saveSetupDraft(draft));
  first.close();
  const { methods } = openDesk(folder);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'setup', setup: draft, comune: undefined, clerks: [] });
  await valueOf(methods.completeSetup(firstSetup));
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-in', setup: undefined, comune: firstSetup.comune, kind: 'both', recoveryUnconfirmed: true });
  expect(readdirSync(folder).filter((name) => name.includes('draft') || name.includes('new'))).toEqual([]);
});

test('an unreadable draft is no draft', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'setup-draft.json'), '{"step": 2');
  expect(await valueOf(openDesk(folder).methods.describeDesk({}))).toMatchObject({ state: 'setup', setup: undefined });
});

test('a desk is set up once', async () => {
  const { desk } = await deskSetUp(temporaryFolder());
  expect(await desk.methods.completeSetup(firstSetup)).toEqual({ ok: false, code: 'already-set-up' });
  expect(await desk.methods.saveSetupDraft({ comune: {}, step: 0 })).toEqual({ ok: false, code: 'already-set-up' });
});

test('two set-ups at the same moment make one desk', async () => {
  const { methods } = openDesk(temporaryFolder());
  const replies = await Promise.all([methods.completeSetup(firstSetup), methods.completeSetup({ ...firstSetup, supervisorName: 'Ada Neri' })]);
  expect(replies.map(({ ok }) => ok)).toEqual([true, false]);
});

test('killed before the keys were written there is no desk, and the next start sweeps up', async () => {
  const folder = temporaryFolder();
  writeFileSync(newRecordsPath(folder), 'half a database');
  writeFileSync(`${newRecordsPath(folder)}-wal`, 'half a log');
  const { methods } = openDesk(folder);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'setup' });
  expect(readdirSync(folder)).toEqual(['desk.lock']);
  expect(await methods.completeSetup(firstSetup)).toMatchObject({ ok: true });
});

test.each([[[]], [['keyring.copy.json']]])('killed after the keys were written there is a whole desk (without %j)', async (missing) => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  desk.close();
  renameSync(recordsPath(folder), newRecordsPath(folder));
  for (const name of missing) rmSync(join(folder, name));
  const { methods } = openDesk(folder);
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-out', recoveryUnconfirmed: true });
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
  expect(await valueOf(methods.readSettings({}))).toMatchObject({ comune: firstSetup.comune, lockAfterMinutes: 10 });
});

test('what an old backup left of a set-up never takes the place of records that are there', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  const { number } = await valueOf(desk.methods.openSession({ privacy: 'named' }));
  desk.close();
  writeFileSync(newRecordsPath(folder), 'records of another day');
  const { methods } = openDesk(folder);
  await valueOf(methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  expect((await valueOf(methods.searchSessions({}))).sessions).toMatchObject([{ number }]);
  expect(readFileSync(newRecordsPath(folder), 'utf8')).toBe('records of another day');
});

const child = new URL('set-up-child.ts', import.meta.url);

/** Starts setting up desks and kills that at some moment of it. */
async function killedWhileSettingUp(base: string, after: number): Promise<void> {
  const process = fork(child, [base], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(process, 'message');
  await pause(after);
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

test.each([0, 16, 45, 90])('killed %i ms into the work, every desk is whole or was never begun', async (after) => {
  const base = temporaryFolder();
  await killedWhileSettingUp(base, after);
  for (const name of readdirSync(base)) {
    const { methods } = openDesk(join(base, name));
    const { state, clerks } = await valueOf(methods.describeDesk({}));
    if (state === 'setup') await valueOf(methods.completeSetup(firstSetup));
    const clerkId = clerks[0]?.id ?? (await valueOf(methods.describeDesk({}))).clerks[0]?.id ?? '';
    expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toEqual({ ok: true, value: null });
  }
});

test('the folder of a desk holds what it should and nothing readable by others', async () => {
  const folder = join(temporaryFolder(), 'dove', 'sta');
  mkdirSync(join(folder, '..'), { recursive: true });
  const { desk } = await deskSetUp(folder);
  expect(readdirSync(folder).sort()).toEqual(['desk.lock', 'journal.head.json', 'keyring.copy.json', 'keyring.json', 'records.db', 'records.db-shm', 'records.db-wal']);
  desk.close();
  expect(existsSync(`${recordsPath(folder)}-wal`)).toBe(false);
  expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).not.toContain(firstSetup.passphrase);
});
