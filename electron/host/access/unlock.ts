import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskCore } from '../desk-core.ts';
import { unwrapKey } from './key-wrap.ts';
import type { WrappedKey } from './key-wrap.ts';
import { recoveryOwner, wrappedKeyOf } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { countWrongTry, forgetWrongTries, secondsLockedOut } from './lock-out.ts';
import { readRecoveryCode } from './recovery-code.ts';

/** The database key, and the wrapping it came out of: whether that one still counts, only the records know. */
export interface Unlocked {
  readonly key: Buffer;
  readonly from: WrappedKey;
}

/** The database key for a clerk's passphrase; wrong tries are counted and make the account wait. One without a key is disabled. */
export async function unlockWithPassphrase(core: DeskCore, keyring: Keyring, clerkId: string, passphrase: string): Promise<Answer<Unlocked>> {
  const from = wrappedKeyOf(keyring, clerkId);
  if (from === undefined) return refuse('account-disabled');
  return countingTries(core, clerkId, 'wrong-passphrase', from, () => unwrapKey(from, passphrase, clerkId));
}

/** The database key for the recovery code, however it was copied from paper. */
export async function unlockWithRecoveryCode(core: DeskCore, keyring: Keyring, typed: string): Promise<Answer<Unlocked>> {
  const from = keyring.recovery.key;
  return countingTries(core, recoveryOwner, 'wrong-recovery-code', from, async () => {
    const code = readRecoveryCode(typed);
    return code === undefined ? undefined : unwrapKey(from, code, recoveryOwner);
  });
}

async function countingTries(
  core: DeskCore,
  account: string,
  wrong: 'wrong-passphrase' | 'wrong-recovery-code',
  from: WrappedKey,
  unlock: () => Promise<Buffer | undefined>,
): Promise<Answer<Unlocked>> {
  const seconds = secondsLockedOut(core.folder, account, core.uptime);
  if (seconds > 0) return refuse('locked-out', { seconds });
  const key = await unlock();
  if (key === undefined) return refuse(wrong, afterWrongTry(core, account));
  forgetWrongTries(core.folder, account);
  return answer({ key, from });
}

/** How many tries are left; with none, also how long the account waits from now on. */
function afterWrongTry({ folder, uptime }: DeskCore, account: string): Record<string, number> {
  const triesLeft = countWrongTry(folder, account, uptime);
  return triesLeft > 0 ? { triesLeft } : { triesLeft, seconds: secondsLockedOut(folder, account, uptime) };
}
