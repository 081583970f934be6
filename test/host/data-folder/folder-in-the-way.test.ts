import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

/** Everything a desk keeps, or may for a moment keep, in its folder as a file. */
const files = [
  'desk.lock', 'keyring.json', 'keyring.json.part', 'keyring.copy.json', 'keyring.copy.json.part', 'running.json', 'lock-out.json',
  'lock-out.json.part', 'records.db-wal', 'records.db-shm', 'records.db-journal', 'records.new.db', 'records.new.db-wal', 'records.restored.db',
  'records.salvage.db', 'journal.head.json', 'journal.head.json.part', 'setup-draft.json', 'setup-draft.json.part', 'restore.json', 'damaged',
  'copies',
];

/** What may be said: it works, or why not; SQLite tells a folder in the way of its log from one it may not write in by nothing. */
const fitting = [undefined, 'folder-in-the-way', 'database-damaged', 'folder-read-only', 'already-set-up'];

test.each(files)('a folder called %s: the desk says so or works, and works once it is gone', async (name) => {
  const folder = temporaryFolder();
  const first = await deskSetUp(folder);
  first.desk.close();
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, name, 'mine'), { recursive: true });
  const desk = openDesk(folder);
  const described = await valueOf(desk.methods.describeDesk({}));
  expect(fitting).toContain(described.trouble?.code);
  const entered = await desk.methods.signIn({ clerkId: first.clerkId, passphrase: firstSetup.passphrase });
  expect(fitting).toContain(entered.ok ? undefined : entered.code);
  if (entered.ok) await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  desk.close();
  if (readdirSync(folder).includes(name)) rmSync(join(folder, name), { recursive: true });
  const after = openDesk(folder);
  await valueOf(after.methods.signIn({ clerkId: first.clerkId, passphrase: firstSetup.passphrase }));
  after.close();
});

test.each(files)('set-up in a folder that has a folder called %s says so or works', async (name) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, name, 'mine'), { recursive: true });
  const desk = openDesk(folder);
  const made = await desk.methods.completeSetup(firstSetup);
  expect(fitting).toContain(made.ok ? undefined : made.code);
  desk.close();
});
