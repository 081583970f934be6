import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { clerkRoleSchema, deskKindSchema } from '../../../shared/settings/settings.ts';
import { writeWholeFile } from '../data-folder/atomic-file.ts';
import { wrappedKeySchema } from './key-wrap.ts';

const clerkKeySchema = z.strictObject({ clerkId: z.uuid(), displayName: z.string(), role: clerkRoleSchema, key: wrappedKeySchema });
/** One account that can open the records. Destroying this row is what disabling an account means. */
export type ClerkKey = z.infer<typeof clerkKeySchema>;

/** Names are read as they were written: a rule about names that changes later must not make a keyring unreadable. */
const keyringSchema = z.strictObject({
  /** What the sign-in screen shows before anything is opened. */
  comune: z.strictObject({ name: z.string(), province: z.string(), code: z.string() }),
  kind: deskKindSchema,
  clerks: z.array(clerkKeySchema),
  recovery: z.strictObject({ key: wrappedKeySchema, confirmed: z.boolean() }),
});
/** The database key, wrapped once for each clerk and once for the recovery code, and the face of a locked desk. */
export type Keyring = z.infer<typeof keyringSchema>;

/** The checksum tells a damaged file from a wrong passphrase. */
const keyringFileSchema = z.strictObject({ format: z.literal(1), sha256: z.string(), keyring: keyringSchema });

const fileName = 'keyring.json';
/** A mirror, not a history: the wrapped key of a disabled account must not live on in it. */
const mirrorName = 'keyring.copy.json';

export const keyringExists = (folder: string): boolean => [fileName, mirrorName].some((name) => existsSync(join(folder, name)));

/** The keyring of a data folder, from its mirror when the file itself is missing or damaged; refuses when both are. */
export function readKeyring(folder: string): Answer<Keyring> {
  const keyring = parseKeyring(join(folder, fileName)) ?? parseKeyring(join(folder, mirrorName));
  return keyring === undefined ? refuse('keyring-damaged') : answer(keyring);
}

/** Writes keyring and mirror, one after the other, so that at any moment one of them is whole. */
export function writeKeyring(folder: string, keyring: Keyring): void {
  const content = JSON.stringify({ format: 1, sha256: checksum(keyring), keyring } satisfies z.infer<typeof keyringFileSchema>, undefined, 2);
  writeWholeFile(join(folder, fileName), content);
  writeWholeFile(join(folder, mirrorName), content);
}

export const withClerkKey = (keyring: Keyring, added: ClerkKey): Keyring => ({
  ...keyring,
  clerks: [...keyring.clerks.filter((clerk) => clerk.clerkId !== added.clerkId), added],
});

export const withoutClerkKey = (keyring: Keyring, clerkId: string): Keyring => ({
  ...keyring,
  clerks: keyring.clerks.filter((clerk) => clerk.clerkId !== clerkId),
});

function parseKeyring(path: string): Keyring | undefined {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const parsed = keyringFileSchema.safeParse(parseJson(text));
  return parsed.success && parsed.data.sha256 === checksum(parsed.data.keyring) ? parsed.data.keyring : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const checksum = (keyring: Keyring): string => createHash('sha256').update(JSON.stringify(keyringSchema.parse(keyring))).digest('hex');
