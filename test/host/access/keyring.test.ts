import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrapKey, wrapKey } from '../../../electron/host/access/key-wrap.ts';
import { withClerkKey, withoutClerkKey } from '../../../electron/host/access/keyring.ts';
import type { Keyring } from '../../../electron/host/access/keyring.ts';
import { alignKeyringFiles, keyringExists, readKeyring, writeKeyring } from '../../../electron/host/access/keyring-files.ts';
import { cheapKeyCost, temporaryFolder } from '../desk-in-a-folder.ts';
import { allFiles } from '../records-on-disk.ts';

const anyKey = randomBytes(32);

async function aKeyring(): Promise<{ keyring: Keyring; clerkId: string; key: Buffer }> {
  const clerkId = randomUUID();
  const key = randomBytes(32);
  const wrapped = await wrapKey(key, 'una frase lunga', clerkId, cheapKeyCost);
  const comune = { name: 'Roccabianca', province: 'PR', code: '034030' };
  const clerks = [{ clerkId, displayName: 'Elena Conti', role: 'supervisor' as const, key: wrapped }];
  return { keyring: { deskId: randomUUID(), revision: 1, comune, kind: 'PUE', clerks, recovery: { key: wrapped, confirmed: false } }, clerkId, key };
}

test('a key comes back with its passphrase and owner, and with nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), fc.uuid(), async (bytes, secret, wrong, owner) => {
      const key = Buffer.from(bytes);
      const wrapped = await wrapKey(key, secret, owner, cheapKeyCost);
      expect(await unwrapKey(wrapped, secret.normalize('NFD'), owner)).toEqual(key);
      expect(await unwrapKey(wrapped, secret, randomUUID())).toBeUndefined();
      expect(await unwrapKey(wrapped, `${secret}${wrong}`, owner)).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('survives the disk, readable by its owner alone, in two copies', async () => {
  const folder = temporaryFolder();
  expect(keyringExists(folder)).toBe(false);
  const { keyring } = await aKeyring();
  writeKeyring(folder, keyring, anyKey);
  expect(readKeyring(folder)).toEqual({ ok: true, value: keyring });
  expect(statSync(join(folder, 'keyring.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'keyring.copy.json'), 'utf8')).toBe(readFileSync(join(folder, 'keyring.json'), 'utf8'));
});

test('any keyring comes back from the disk as it was', async () => {
  const folder = temporaryFolder();
  const { keyring } = await aKeyring();
  const name = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }).filter((text) => text.trim() === text && text.length >= 2 && text.length <= 60);
  const clerk = fc.record({ clerkId: fc.uuid(), displayName: name, role: fc.constantFrom('clerk', 'supervisor'), key: fc.constant(keyring.recovery.key) });
  fc.assert(
    fc.property(fc.array(clerk, { maxLength: 5 }), name, fc.boolean(), (clerks, comune, confirmed) => {
      const given: Keyring = { ...keyring, comune: { ...keyring.comune, name: comune }, clerks, recovery: { ...keyring.recovery, confirmed } };
      writeKeyring(folder, given, anyKey);
      expect(readKeyring(folder)).toEqual({ ok: true, value: given });
    }),
    { numRuns: 30 },
  );
});

test('a keyring with a name that would be written differently today is still read', async () => {
  const folder = temporaryFolder();
  const { keyring } = await aKeyring();
  const given = { ...keyring, comune: { ...keyring.comune, name: 'Rocca\u00a0 bianca' }, clerks: keyring.clerks.map((clerk) => ({ ...clerk, displayName: 'Elena  Conti\u200b' })) };
  writeKeyring(folder, given, anyKey);
  expect(readKeyring(folder)).toEqual({ ok: true, value: given });
});

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['empty', (path: string) => writeFileSync(path, '')],
  ['cut short', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 300))],
  ['one character of a key changed', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"sealed": "./, (text) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`))],
])('a keyring that is %s is read from its mirror, and refused when that is gone too', async (_how, damage) => {
  const folder = temporaryFolder();
  const { keyring } = await aKeyring();
  writeKeyring(folder, keyring, anyKey);
  damage(join(folder, 'keyring.json'));
  expect(readKeyring(folder)).toEqual({ ok: true, value: keyring });
  damage(join(folder, 'keyring.copy.json'));
  expect(readKeyring(folder)).toEqual({ ok: false, code: 'keyring-damaged' });
});

test('a disabled account’s wrapped key is in no file any more', async () => {
  const folder = temporaryFolder();
  const { keyring, clerkId } = await aKeyring();
  const other = { ...keyring.clerks[0], clerkId: randomUUID(), displayName: 'Marco Riva', role: 'clerk' as const, key: await wrapKey(randomBytes(32), 'x', 'y', cheapKeyCost) };
  const both = withClerkKey(keyring, other);
  writeKeyring(folder, both, anyKey);
  writeKeyring(folder, withoutClerkKey(both, other.clerkId), anyKey);
  const files = ['keyring.json', 'keyring.copy.json'].map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  expect(files).not.toContain(other.key.sealed);
  expect(files).toContain(clerkId);
});

test('a keyring nobody can read, or a folder in its place, is read from the mirror and does not stop a start', async () => {
  const folder = temporaryFolder();
  const { keyring } = await aKeyring();
  writeKeyring(folder, keyring, anyKey);
  rmSync(join(folder, 'keyring.json'));
  mkdirSync(join(folder, 'keyring.json', 'inside'), { recursive: true });
  expect(readKeyring(folder)).toEqual({ ok: true, value: keyring });
  alignKeyringFiles(folder);
  expect(readKeyring(folder)).toEqual({ ok: true, value: keyring });
});

test('of two keyrings of one desk the newer counts, and at the next start both are it', async () => {
  const folder = temporaryFolder();
  const { keyring } = await aKeyring();
  const mirror = join(folder, 'keyring.copy.json');
  writeKeyring(folder, keyring, anyKey);
  const old = readFileSync(mirror);
  const newer = { ...keyring, revision: 2, clerks: [] };
  writeKeyring(folder, newer, anyKey);
  for (const name of ['keyring.json', 'keyring.copy.json']) {
    writeFileSync(join(folder, name), old);
    writeFileSync(join(folder, `${name}.part`), 'half');
    expect(readKeyring(folder)).toEqual({ ok: true, value: newer });
    alignKeyringFiles(folder);
    expect(readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8').includes('"revision": 2'))).toEqual([true, true]);
  }
});

test('keyrings of two desks are refused and left alone', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  writeKeyring(folder, (await aKeyring()).keyring, anyKey);
  writeKeyring(elsewhere, { ...(await aKeyring()).keyring, revision: 9 }, anyKey);
  cpSync(join(elsewhere, 'keyring.json'), join(folder, 'keyring.json'));
  const before = allFiles(folder);
  expect(readKeyring(folder)).toEqual({ ok: false, code: 'keyring-mixed' });
  alignKeyringFiles(folder);
  expect([...allFiles(folder)]).toEqual([...before]);
});

test.each([
  ['an extra field', (file: Broken) => ({ ...file, note: 'x' })],
  ['an extra field inside', (file: Broken) => ({ ...file, keyring: { ...file.keyring, admin: true } })],
  ['a negative revision', (file: Broken) => ({ ...file, keyring: { ...file.keyring, revision: -1 } })],
  ['a guessing cost that is no power of two', (file: Broken) => withCost(file, { N: 1000, r: 8, p: 1 })],
  ['a guessing cost of nothing', (file: Broken) => withCost(file, { N: 16, r: 0, p: 1 })],
  ['a guessing cost that fills the memory', (file: Broken) => withCost(file, { N: 2 ** 20, r: 32, p: 1 })],
  ['an account under an id that is none', (file: Broken) => ({ ...file, keyring: { ...file.keyring, clerks: [{ ...file.keyring.clerks[0], clerkId: '__proto__' }] } })],
  ['nothing in it but null', () => null],
  ['a list', () => []],
])('a keyring with %s is not one', async (_what, spoil) => {
  const folder = temporaryFolder();
  writeKeyring(folder, (await aKeyring()).keyring, anyKey);
  for (const name of readdirSync(folder)) {
    const spoilt = spoil(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    // The checksum is right, as whoever tampers with a file would make it.
    const sha256 = createHash('sha256').update(JSON.stringify(spoilt !== null && 'keyring' in spoilt ? spoilt.keyring : null)).digest('hex');
    writeFileSync(join(folder, name), JSON.stringify(spoilt === null || Array.isArray(spoilt) ? spoilt : { ...spoilt, sha256 }));
  }
  expect(readKeyring(folder)).toEqual({ ok: false, code: 'keyring-damaged' });
});

interface Broken {
  readonly keyring: Keyring;
}

const withCost = (file: Broken, cost: { N: number; r: number; p: number }) => ({
  ...file,
  keyring: { ...file.keyring, recovery: { ...file.keyring.recovery, key: { ...file.keyring.recovery.key, cost } } },
});

test('whatever lies where the keyring should, reading it never throws', () => {
  const folder = temporaryFolder();
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      writeFileSync(join(folder, 'keyring.json'), text);
      expect(readKeyring(folder)).toEqual({ ok: false, code: 'keyring-damaged' });
    }),
    { numRuns: 50 },
  );
});
