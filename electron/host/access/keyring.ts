import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { clerkRoleSchema, deskKindSchema } from '../../../shared/settings/settings.ts';
import { wrappedKeySchema } from './key-wrap.ts';
import type { WrappedKey } from './key-wrap.ts';

const clerkKeySchema = z.strictObject({ clerkId: z.uuid(), displayName: z.string(), role: clerkRoleSchema, key: wrappedKeySchema });
/** One account that can open the records. Destroying this row is what disabling an account means. */
export type ClerkKey = z.infer<typeof clerkKeySchema>;

/** Names are read as they were written: a rule about names that changes later must not make a keyring unreadable. */
export const keyringSchema = z.strictObject({
  /** Which desk's: two keyrings of one desk are an older and a newer one, of two desks a mix-up. */
  deskId: z.uuid(),
  /** One more with every change. */
  revision: z.number().int().nonnegative(),
  /** What the sign-in screen shows before anything is opened. */
  comune: z.strictObject({ name: z.string(), province: z.string(), code: z.string() }),
  kind: deskKindSchema,
  clerks: z.array(clerkKeySchema),
  recovery: z.strictObject({ key: wrappedKeySchema, confirmed: z.boolean() }),
});
/** The database key, wrapped once for each clerk and once for the recovery code, and the face of a locked desk. */
export type Keyring = z.infer<typeof keyringSchema>;

/** Whose wrapping the recovery code's is: bound in as a clerk's id is in theirs. */
export const recoveryOwner = 'recovery';

/** The wrapped key of a clerk or of the recovery code; undefined when there is none (any more). */
export const wrappedKeyOf = (keyring: Keyring, owner: string): WrappedKey | undefined =>
  owner === recoveryOwner ? keyring.recovery.key : keyring.clerks.find(({ clerkId }) => clerkId === owner)?.key;

export const withClerkKey = (keyring: Keyring, added: ClerkKey): Keyring => ({
  ...keyring,
  clerks: [...keyring.clerks.filter((clerk) => clerk.clerkId !== added.clerkId), added],
});

export const withoutClerkKey = (keyring: Keyring, clerkId: string): Keyring => ({
  ...keyring,
  clerks: keyring.clerks.filter((clerk) => clerk.clerkId !== clerkId),
});

/** Always the same text for the same keyring, whatever order its fields came in. */
export const keyringText = (keyring: Keyring): string => JSON.stringify(keyringSchema.parse(keyring));

/** Tells a damaged keyring from a wrong passphrase. Anybody can make it anew. */
export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The desk's own mark on a keyring: only who has the database key can make it, so no file can pretend to be a later one. */
export function sealOf(keyring: Keyring, databaseKey: Buffer): string {
  const sealingKey = Buffer.from(hkdfSync('sha256', databaseKey, '', 'keyring seal', 32));
  const seal = createHmac('sha256', sealingKey).update(keyringText(keyring)).digest('base64');
  sealingKey.fill(0);
  return seal;
}

export function sealHolds(seal: string, keyring: Keyring, databaseKey: Buffer): boolean {
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(keyring, databaseKey))];
  return given.length === right.length && timingSafeEqual(given, right);
}
