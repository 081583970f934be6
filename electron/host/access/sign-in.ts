import { refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import type { DeskCore } from '../desk-core.ts';
import { wrapKey } from './key-wrap.ts';
import { wrappedKeyOf } from './keyring.ts';
import { readKeyring } from './keyring-files.ts';
import { forgetWrongTries } from './lock-out.ts';
import { checkUnsettledLog } from '../records/unsettled-log.ts';
import { takeSeat } from './take-seat.ts';
import { unlockWithPassphrase, unlockWithRecoveryCode } from './unlock.ts';

/** Opens the records with a clerk's passphrase. */
export async function signIn(core: DeskCore, { clerkId, passphrase }: DeskInput<'signIn'>): Promise<Answer<null>> {
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  const unlocked = await unlockWithPassphrase(core, keyring.value, clerkId, passphrase);
  if (!unlocked.ok) return unlocked;
  const log = await checkUnsettledLog(core, unlocked.value.key);
  if (!log.ok) return log;
  return takeSeat(core, clerkId, unlocked.value, { by: 'signed-in' });
}

/** Opens the records with the recovery code and gives the account a new passphrase. */
export async function recoverAccess(core: DeskCore, { clerkId, recoveryCode, newPassphrase }: DeskInput<'recoverAccess'>): Promise<Answer<null>> {
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  if (wrappedKeyOf(keyring.value, clerkId) === undefined) return refuse('account-disabled');
  const unlocked = await unlockWithRecoveryCode(core, keyring.value, recoveryCode);
  if (!unlocked.ok) return unlocked;
  const log = await checkUnsettledLog(core, unlocked.value.key);
  if (!log.ok) return log;
  const newKey = await wrapKey(unlocked.value.key, newPassphrase, clerkId, core.keyCost);
  const seated = takeSeat(core, clerkId, unlocked.value, { by: 'access-recovered', newKey });
  if (seated.ok) forgetWrongTries(core.folder, clerkId);
  return seated;
}
