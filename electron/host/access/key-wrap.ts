import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** What guessing one secret costs: scrypt's parameters, memory 128 · N · r bytes. */
export interface KeyCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** For passphrases people choose: 128 MB and about half a second a guess (OWASP's first choice for scrypt). */
export const passphraseCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

/** For secrets of 120 random bits, which nobody guesses at any speed. */
export const randomSecretCost: KeyCost = { N: 2 ** 12, r: 8, p: 1 };

/** What scrypt can do at all, in at most 512 MB: a keyring somebody wrote into must not stop the desk. */
const costSchema = z
  .strictObject({ N: z.number().int().min(2), r: z.number().int().min(1).max(32), p: z.number().int().min(1).max(16) })
  .refine(({ N, r }) => Number.isInteger(Math.log2(N)) && N * r <= 2 ** 22);

const base64 = z.base64();
export const wrappedKeySchema = z.strictObject({
  cost: costSchema,
  salt: base64,
  nonce: base64,
  sealed: base64,
  tag: base64,
});
/** The database key under a secret; useless without it. All bytes in base64. */
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** Wraps a key for one owner; the owner's id is bound in, so that a wrapping cannot be moved to another account. */
export async function wrapKey(key: Buffer, secret: string, owner: string, cost: KeyCost): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const wrappingKey = await stretch(secret, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  wrappingKey.fill(0);
  const text = (bytes: Buffer) => bytes.toString('base64');
  return { cost: { ...cost }, salt: text(salt), nonce: text(nonce), sealed: text(sealed), tag: text(cipher.getAuthTag()) };
}

/** The key again, or undefined when the secret or the owner is not the right one. */
export async function unwrapKey(wrapped: WrappedKey, secret: string, owner: string): Promise<Buffer | undefined> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const wrappingKey = await stretch(secret, bytes(wrapped.salt), wrapped.cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes(wrapped.nonce), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes(wrapped.tag));
    return Buffer.concat([decipher.update(bytes(wrapped.sealed)), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    wrappingKey.fill(0);
  }
}

/** NFKC: the same passphrase from two keyboards is the same bytes. */
function stretch(secret: string, salt: Buffer, cost: KeyCost): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { ...cost, maxmem }, (error, derived) => (error === null ? resolve(derived) : reject(error)));
  });
}
