import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checksumOf, keyringText, withClerkKey, withoutClerkKey } from '../../../electron/host/access/keyring.ts';
import type { Keyring } from '../../../electron/host/access/keyring.ts';
import { readKeyring, writeKeyring } from '../../../electron/host/access/keyring-files.ts';
import { copyDatabase } from '../../../electron/host/db/copy-database.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { keyOf, lookInto } from '../records-on-disk.ts';

const marco = { displayName: 'Marco Riva', role: 'clerk', passphrase: 'tre civette sul comò' } as const;
const files = ['keyring.json', 'keyring.copy.json'] as const;

/** A desk of Elena and Marco, and how to put today's keyring back later, over both files or one. */
async function deskWithMarco() {
  const folder = temporaryFolder();
  const { desk, clerkId, recoveryCode } = await deskSetUp(folder);
  const { id: marcoId } = await valueOf(desk.methods.addClerk(marco));
  const today = readFileSync(join(folder, 'keyring.json'));
  const putBack = (names: readonly string[] = files) => names.forEach((name) => writeFileSync(join(folder, name), today));
  const written = () => files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return { folder, desk, methods: desk.methods, clerkId, recoveryCode, marcoId, putBack, written };
}

const elena = firstSetup.passphrase;

test('a disabled account does not come back with the keyring of before, and its key is gone again', async () => {
  const { folder, desk, methods, clerkId, marcoId, putBack, written } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  await valueOf(methods.signOut({}));
  putBack();
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
  expect(desk.seat()).toBeUndefined();
  expect(written().join('')).not.toContain(marcoId);
  await valueOf(methods.signIn({ clerkId, passphrase: elena }));
  expect((await valueOf(methods.listClerks({}))).map(({ displayName, enabled }) => [displayName, enabled])).toEqual([['Elena Conti', true], ['Marco Riva', false]]);
  const lines = (await lookInto(folder)).prepare("select event, clerk_id, data_json from journal where event in ('older-keyring-found', 'sign-in-refused') order by seq").raw().all();
  expect(lines).toEqual([
    ['older-keyring-found', null, '{"found":2,"holds":3}'],
    ['sign-in-refused', marcoId, '{"why":"account-disabled"}'],
  ]);
});

test('it does not come back either when somebody else signs in with the keyring of before', async () => {
  const { methods, clerkId, marcoId, putBack, written } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  putBack();
  await valueOf(methods.signIn({ clerkId, passphrase: elena }));
  expect(written().join('')).not.toContain(marcoId);
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
});

test('a keyring of before that is made to look later is found out by its seal', async () => {
  const { folder, methods, marcoId, putBack, written } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  putBack();
  const file = JSON.parse(written()[0] ?? '');
  const keyring = { ...file.keyring, revision: 99 } as Keyring;
  const forged = JSON.stringify({ ...file, keyring, sha256: checksumOf(keyringText(keyring)) });
  for (const name of files) writeFileSync(join(folder, name), forged);
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
  expect(written().join('')).not.toContain(marcoId);
});

test('put back while somebody is signed in, it is overwritten by the next change and never judged by', async () => {
  const { methods, marcoId, putBack, written } = await deskWithMarco();
  await valueOf(methods.changePassphrase({ current: elena, next: 'un passo dopo l’altro' }));
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  putBack();
  expect(await methods.changePassphrase({ current: elena, next: 'nove barche sul fiume' })).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  await valueOf(methods.confirmRecoveryCode({}));
  expect(written().join('')).not.toContain(marcoId);
  await valueOf(methods.changePassphrase({ current: 'un passo dopo l’altro', next: 'nove barche sul fiume' }));
});

test.each(['changed', 'reset', 'recovered'])('a passphrase that was %s does not open the desk with the keyring of before; the new one does', async (how) => {
  const { desk, methods, clerkId, recoveryCode, marcoId, putBack } = await deskWithMarco();
  const next = 'quattro mele e una pera';
  if (how === 'recovered') await valueOf(methods.recoverAccess({ clerkId: marcoId, recoveryCode, newPassphrase: next }));
  if (how === 'reset') await valueOf(methods.resetPassphrase({ clerkId: marcoId, passphrase: next }));
  if (how === 'changed') {
    await valueOf(methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase }));
    await valueOf(methods.changePassphrase({ current: marco.passphrase, next }));
  }
  putBack();
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'passphrase-replaced' });
  expect(desk.seat()).toBeUndefined();
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  expect(await methods.signIn({ clerkId: marcoId, passphrase: next })).toEqual({ ok: true, value: null });
  expect(await methods.signIn({ clerkId, passphrase: elena })).toEqual({ ok: true, value: null });
});

test('a recovery code that was replaced does not open the desk with the keyring of before; the new one does', async () => {
  const { desk, methods, clerkId, recoveryCode: old, putBack } = await deskWithMarco();
  const { recoveryCode } = await valueOf(methods.renewRecoveryCode({}));
  putBack();
  const newPassphrase = 'ritrovata nel cassetto';
  expect(await methods.recoverAccess({ clerkId, recoveryCode: old, newPassphrase })).toEqual({ ok: false, code: 'recovery-code-replaced' });
  expect(desk.seat()).toBeUndefined();
  expect(await methods.signIn({ clerkId, passphrase: elena })).toEqual({ ok: true, value: null });
  expect(await methods.recoverAccess({ clerkId, recoveryCode, newPassphrase })).toEqual({ ok: true, value: null });
});

test('an account added since is back after anybody’s sign-in with the keyring of before', async () => {
  const { methods, clerkId, putBack } = await deskWithMarco();
  const { id: adaId } = await valueOf(methods.addClerk({ ...marco, displayName: 'Ada Neri' }));
  putBack();
  await valueOf(methods.signIn({ clerkId, passphrase: elena }));
  expect(await methods.signIn({ clerkId: adaId, passphrase: marco.passphrase })).toEqual({ ok: true, value: null });
});

test.each(files)('put back over %s alone it is swept away at the next start, before anybody signs in', async (name) => {
  const { folder, desk, methods, clerkId, marcoId, putBack, written } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  desk.close();
  putBack([name]);
  const again = openDesk(folder);
  expect(written().join('')).not.toContain(marcoId);
  expect((await valueOf(again.methods.describeDesk({}))).clerks).toEqual([{ id: clerkId, displayName: 'Elena Conti' }]);
});

test('a copy of the records from before a change does not undo it', async () => {
  const { folder, desk, methods, clerkId, marcoId } = await deskWithMarco();
  const key = await keyOf(folder);
  const db = await lookInto(folder);
  const copy = join(folder, 'copy.db');
  copyDatabase(db, key, copy);
  db.close();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  const { id: adaId } = await valueOf(methods.addClerk({ ...marco, displayName: 'Ada Neri' }));
  desk.close();
  cpSync(copy, recordsPath(folder));
  const again = openDesk(folder).methods;
  expect(await again.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
  await valueOf(again.signIn({ clerkId, passphrase: elena }));
  expect((await valueOf(again.listClerks({}))).map(({ displayName, enabled }) => [displayName, enabled])).toEqual([['Ada Neri', true], ['Elena Conti', true], ['Marco Riva', false]]);
  expect(await again.signIn({ clerkId: adaId, passphrase: marco.passphrase })).toEqual({ ok: true, value: null });
});

test('a change that a kill cut off between folder and records is completed at the next sign-in, and told', async () => {
  const { folder, methods, clerkId, marcoId } = await deskWithMarco();
  const whole = await valueOf(readKeyring(folder));
  const key = await keyOf(folder);
  const accountsAfter = async (keyring: Keyring) => {
    writeKeyring(folder, keyring, key);
    await valueOf(methods.signIn({ clerkId, passphrase: elena }));
    return (await valueOf(methods.listClerks({}))).map(({ displayName, enabled }) => [displayName, enabled]);
  };
  expect(await accountsAfter({ ...withoutClerkKey(whole, marcoId), revision: 3 })).toEqual([['Elena Conti', true], ['Marco Riva', false]]);
  expect(await accountsAfter({ ...whole, revision: 4 })).toEqual([['Elena Conti', true], ['Marco Riva', true]]);
  const [ada] = whole.clerks.filter((clerk) => clerk.clerkId === marcoId).map((clerk) => ({ ...clerk, clerkId: '01890000-0000-4000-8000-000000000001', displayName: 'Ada Neri' }));
  if (ada === undefined) throw new Error('Marco has no key');
  expect(await accountsAfter({ ...withClerkKey(whole, ada), revision: 5 })).toContainEqual(['Ada Neri', true]);
  const events = (await lookInto(folder)).prepare("select event from journal where clerk_id is null and event glob 'clerk-*' order by seq").pluck().all();
  expect(events).toEqual(['clerk-disabled', 'clerk-enabled', 'clerk-added']);
});

test('keys of another desk in the folder open nothing, touch nothing and are told apart from damage where they can be', async () => {
  const { folder, desk, methods, clerkId } = await deskWithMarco();
  const otherFolder = temporaryFolder();
  const { desk: elsewhere, clerkId: foreignId } = await deskSetUp(otherFolder);
  elsewhere.close();
  await valueOf(methods.signOut({}));
  const right = files.map((name) => readFileSync(join(folder, name)));
  cpSync(join(otherFolder, 'keyring.json'), join(folder, 'keyring.json'));
  expect(await methods.signIn({ clerkId, passphrase: elena })).toEqual({ ok: false, code: 'keyring-mixed' });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ state: 'signed-out', clerks: [], trouble: { code: 'keyring-mixed' } });

  cpSync(join(otherFolder, 'keyring.json'), join(folder, 'keyring.copy.json'));
  const records = readFileSync(recordsPath(folder));
  expect(await methods.signIn({ clerkId: foreignId, passphrase: elena })).toEqual({ ok: false, code: 'database-damaged' });
  expect(readFileSync(recordsPath(folder)).equals(records)).toBe(true);

  files.forEach((name, index) => writeFileSync(join(folder, name), right[index] ?? ''));
  expect(await methods.signIn({ clerkId, passphrase: elena })).toEqual({ ok: true, value: null });
  expect((await valueOf(methods.describeDesk({}))).trouble).toBeUndefined();
  desk.close();
});

test.each([
  ['taken away', (path: string) => rmSync(path)],
  ['emptied', (path: string) => writeFileSync(path, '')],
  ['cut short', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 200))],
])('a keyring that was %s is whole again after the next sign-in', async (_how, damage) => {
  const { folder, methods, clerkId, written } = await deskWithMarco();
  const before = written();
  damage(join(folder, 'keyring.json'));
  await valueOf(methods.signIn({ clerkId, passphrase: elena }));
  expect(written()).toEqual(before);
});
