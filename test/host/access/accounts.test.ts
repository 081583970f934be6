import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { keyOf, lookInto } from '../records-on-disk.ts';

const marco = { displayName: 'Marco Riva', role: 'clerk', passphrase: 'tre civette sul comò' } as const;

async function deskWithMarco() {
  const folder = temporaryFolder();
  const set = await deskSetUp(folder, new FakeTime());
  const { id } = await valueOf(set.desk.methods.addClerk(marco));
  return { ...set, folder, methods: set.desk.methods, marcoId: id };
}

test('an account that was added signs in, and is in the list', async () => {
  const { desk, methods, marcoId } = await deskWithMarco();
  expect((await valueOf(methods.listClerks({}))).map(({ displayName, role, enabled }) => [displayName, role, enabled])).toEqual([
    ['Elena Conti', 'supervisor', true],
    ['Marco Riva', 'clerk', true],
  ]);
  await valueOf(methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase }));
  expect(desk.seat()).toEqual({ clerkId: marcoId, displayName: 'Marco Riva', role: 'clerk' });
});

test('one name, one account, whatever its capitals', async () => {
  const { methods } = await deskWithMarco();
  expect(await methods.addClerk({ ...marco, displayName: 'MARCO RIVA' })).toEqual({ ok: false, code: 'name-taken' });
});

test('a disabled account has no key, is not offered at the sign-in, and works again with a new passphrase', async () => {
  const { folder, methods, marcoId, clerkId } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  expect(readFileSync(join(folder, 'keyring.json'), 'utf8') + readFileSync(join(folder, 'keyring.copy.json'), 'utf8')).not.toContain(marcoId);
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
  expect((await valueOf(methods.describeDesk({}))).clerks).toEqual([{ id: clerkId, displayName: 'Elena Conti' }]);

  await valueOf(methods.resetPassphrase({ clerkId: marcoId, passphrase: 'una frase tutta nuova' }));
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  expect(await methods.signIn({ clerkId: marcoId, passphrase: 'una frase tutta nuova' })).toMatchObject({ ok: true });
});

test('disabling somebody who is disabled changes nothing, and the journal says it once', async () => {
  const { folder, desk, methods, marcoId } = await deskWithMarco();
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  const keyring = readFileSync(join(folder, 'keyring.json'), 'utf8');
  const { events } = await valueOf(methods.verifyJournal({}));
  await valueOf(methods.disableClerk({ clerkId: marcoId }));
  expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).toBe(keyring);
  expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ events });
  desk.close();
});

test('the last supervisor stays', async () => {
  const { methods, clerkId } = await deskWithMarco();
  expect(await methods.disableClerk({ clerkId })).toEqual({ ok: false, code: 'last-supervisor' });
  const { id } = await valueOf(methods.addClerk({ ...marco, displayName: 'Ada Neri', role: 'supervisor' }));
  expect(await methods.disableClerk({ clerkId })).toEqual({ ok: true, value: null });
  await valueOf(methods.signIn({ clerkId: id, passphrase: marco.passphrase }));
  expect(await methods.disableClerk({ clerkId: id })).toEqual({ ok: false, code: 'last-supervisor' });
});

test('who disables their own account is out at once', async () => {
  const { desk, methods, clerkId } = await deskWithMarco();
  await valueOf(methods.addClerk({ ...marco, displayName: 'Ada Neri', role: 'supervisor' }));
  await valueOf(methods.disableClerk({ clerkId }));
  expect(desk.seat()).toBeUndefined();
});

test('an account that does not exist is neither disabled nor given a passphrase', async () => {
  const { methods } = await deskWithMarco();
  const clerkId = randomUUID();
  expect(await methods.disableClerk({ clerkId })).toEqual({ ok: false, code: 'account-disabled' });
  expect(await methods.resetPassphrase({ clerkId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
  expect(await methods.recoverAccess({ clerkId, recoveryCode: 'x', newPassphrase: marco.passphrase })).toEqual({ ok: false, code: 'account-disabled' });
});

test('a passphrase changes only for who knows it', async () => {
  const { methods, clerkId } = await deskWithMarco();
  const next = 'un passo dopo l’altro';
  expect(await methods.changePassphrase({ current: 'non la so davvero', next })).toMatchObject({ ok: false, code: 'wrong-passphrase', details: { triesLeft: 4 } });
  await valueOf(methods.changePassphrase({ current: firstSetup.passphrase, next }));
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: false });
  expect(await methods.signIn({ clerkId, passphrase: next })).toMatchObject({ ok: true });
});

test('wrong tries lock one account out, longer each time; the others and a reset are not touched by it', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const { methods } = desk;
  const { id: marcoId } = await valueOf(methods.addClerk(marco));
  const wrong = () => methods.signIn({ clerkId: marcoId, passphrase: 'sbagliata sbagliata' });
  for (const triesLeft of [4, 3, 2, 1, 0]) expect(await wrong()).toMatchObject({ code: 'wrong-passphrase', details: { triesLeft } });
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toEqual({ ok: false, code: 'locked-out', details: { seconds: 30 } });
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
  time.pass({ seconds: 30 });
  expect(await wrong()).toMatchObject({ code: 'wrong-passphrase', details: { triesLeft: 0, seconds: 60 } });
  expect(await wrong()).toMatchObject({ code: 'locked-out', details: { seconds: 60 } });
  await valueOf(methods.resetPassphrase({ clerkId: marcoId, passphrase: marco.passphrase }));
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toMatchObject({ ok: true });
});

test('tries made at the same moment are counted one by one', async () => {
  const { methods, marcoId } = await deskWithMarco();
  const replies = await Promise.all(Array.from({ length: 8 }, () => methods.signIn({ clerkId: marcoId, passphrase: 'sbagliata sbagliata' })));
  expect(replies.map((reply) => (reply.ok ? 'in' : reply.code))).toEqual([...Array(5).fill('wrong-passphrase'), ...Array(3).fill('locked-out')]);
});

test('the recovery code gives an account a new passphrase and signs it in', async () => {
  const { desk, methods, clerkId, recoveryCode } = await deskWithMarco();
  await valueOf(methods.signOut({}));
  const newPassphrase = 'ritrovata nel cassetto';
  const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
  expect(await methods.recoverAccess({ clerkId, recoveryCode: 'ABCDE', newPassphrase })).toMatchObject({ ok: false, code: 'wrong-recovery-code' });
  expect(await methods.recoverAccess({ clerkId, recoveryCode: typed, newPassphrase })).toEqual({ ok: true, value: null });
  expect(desk.seat()).toMatchObject({ clerkId });
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ code: 'wrong-passphrase' });
  expect(await methods.signIn({ clerkId, passphrase: newPassphrase })).toMatchObject({ ok: true });
});

test('a renewed recovery code replaces the old one and has to be confirmed again', async () => {
  const { methods, clerkId, recoveryCode: old } = await deskWithMarco();
  const unconfirmed = async () => (await valueOf(methods.describeDesk({}))).recoveryUnconfirmed;
  expect(await unconfirmed()).toBe(true);
  await valueOf(methods.confirmRecoveryCode({}));
  expect(await unconfirmed()).toBe(false);
  const { recoveryCode } = await valueOf(methods.renewRecoveryCode({}));
  expect(await unconfirmed()).toBe(true);
  const newPassphrase = 'ritrovata nel cassetto';
  expect(await methods.recoverAccess({ clerkId, recoveryCode: old, newPassphrase })).toMatchObject({ code: 'wrong-recovery-code' });
  expect(await methods.recoverAccess({ clerkId, recoveryCode, newPassphrase })).toMatchObject({ ok: true });
});

test('the desk locking while a key is being wrapped leaves the account as it was', async () => {
  const { methods, marcoId, clerkId } = await deskWithMarco();
  const resetting = methods.resetPassphrase({ clerkId: marcoId, passphrase: 'non deve valere mai' });
  await valueOf(methods.signOut({}));
  expect(await resetting).toEqual({ ok: false, code: 'not-signed-in' });
  expect(await methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase })).toMatchObject({ ok: true });
  expect(await methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: true });
});

test('whoever signs in instead of somebody takes their seat; the key is forgotten with the seat', async () => {
  const { folder, desk, methods, marcoId } = await deskWithMarco();
  await valueOf(methods.signIn({ clerkId: marcoId, passphrase: marco.passphrase }));
  const events = (await lookInto(folder)).prepare('select event from journal order by seq').pluck().all();
  expect(events).toEqual(['desk-set-up', 'signed-in', 'clerk-added', 'signed-out', 'signed-in']);
  expect(desk.seat()).toMatchObject({ clerkId: marcoId });
  expect(await keyOf(folder)).toHaveLength(32);
});
