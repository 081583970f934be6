import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import type { DeskCore } from '../desk-core.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import { readKeyring, withClerkKey, writeKeyring } from './keyring.ts';
import type { ClerkKey, Keyring } from './keyring.ts';
import { countWrongTry, forgetWrongTries, secondsLockedOut } from './lock-out.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { takeSeat } from './take-seat.ts';

/** Whose wrapping the recovery code's is: bound in as a clerk's id is in theirs. */
export const recoveryOwner = 'recovery';

/** Opens the records with a clerk's passphrase. */
export async function signIn(core: DeskCore, { clerkId, passphrase }: DeskInput<'signIn'>): Promise<Answer<null>> {
  const unlocked = await unlockWithPassphrase(core, clerkId, passphrase);
  return unlocked.ok ? takeSeat(core, clerkId, unlocked.value, { by: 'signed-in' }) : unlocked;
}

/** Opens the records with the recovery code, after giving the account a new passphrase. */
export async function recoverAccess(core: DeskCore, input: DeskInput<'recoverAccess'>): Promise<Answer<null>> {
  const unlocked = await unlockWithRecoveryCode(core, input.recoveryCode);
  if (!unlocked.ok) return unlocked;
  const key = await wrapKey(unlocked.value, input.newPassphrase, input.clerkId, core.keyCost);
  const clerk = findClerkKey(core, input.clerkId);
  if (!clerk.ok) return clerk;
  writeKeyring(core.folder, withClerkKey(clerk.value.keyring, { ...clerk.value.clerk, key }));
  forgetWrongTries(core.folder, input.clerkId);
  return takeSeat(core, input.clerkId, unlocked.value, { by: 'access-recovered' });
}

/** The database key for a clerk's passphrase; wrong tries are counted and make the account wait. */
export async function unlockWithPassphrase(core: DeskCore, clerkId: string, passphrase: string): Promise<Answer<Buffer>> {
  const found = findClerkKey(core, clerkId);
  if (!found.ok) return found;
  return countingTries(core, clerkId, 'wrong-passphrase', () => unwrapKey(found.value.clerk.key, passphrase, clerkId));
}

async function unlockWithRecoveryCode(core: DeskCore, typed: string): Promise<Answer<Buffer>> {
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  return countingTries(core, recoveryOwner, 'wrong-recovery-code', async () => {
    const code = readRecoveryCode(typed);
    return code === undefined ? undefined : unwrapKey(keyring.value.recovery.key, code, recoveryOwner);
  });
}

/** An account that can be opened; one without a key is a disabled one. */
function findClerkKey(core: DeskCore, clerkId: string): Answer<{ keyring: Keyring; clerk: ClerkKey }> {
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  const clerk = keyring.value.clerks.find((one) => one.clerkId === clerkId);
  return clerk === undefined ? refuse('account-disabled') : answer({ keyring: keyring.value, clerk });
}

async function countingTries(
  core: DeskCore,
  account: string,
  wrong: 'wrong-passphrase' | 'wrong-recovery-code',
  unlock: () => Promise<Buffer | undefined>,
): Promise<Answer<Buffer>> {
  const seconds = secondsLockedOut(core.folder, account, core.clock);
  if (seconds > 0) return refuse('locked-out', { seconds });
  const key = await unlock();
  if (key === undefined) return refuse(wrong, { triesLeft: countWrongTry(core.folder, account, core.clock) });
  forgetWrongTries(core.folder, account);
  return answer(key);
}
