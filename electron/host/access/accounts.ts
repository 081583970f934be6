import { randomUUID } from 'node:crypto';
import { instantText } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import type { ClerkAccount } from '../../../shared/settings/settings.ts';
import { allClerks, enableClerk, findClerk, insertClerk } from './clerk-store.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { randomSecretCost, wrapKey } from './key-wrap.ts';
import type { WrappedKey } from './key-wrap.ts';
import { readKeyring, withClerkKey, withoutClerkKey, writeKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { forgetWrongTries } from './lock-out.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { recoveryOwner, unlockWithPassphrase } from './sign-in.ts';

/**
 * The records hold the accounts, the keyring holds what opens the records. A new account enters the records first and the
 * keyring after; every other change begins with the keyring. So whatever a crash leaves behind, "has a wrapped key" is
 * the truth about an account, and the next sign-in makes the records follow it.
 */
export async function addClerk(core: DeskCore, input: DeskInput<'addClerk'>): Promise<Answer<ClerkAccount>> {
  const clerk = { id: randomUUID(), displayName: input.displayName, role: input.role, addedAt: instantText(core.clock()) };
  const wrapped = await wrapWhileOpen(core, input.passphrase, clerk.id);
  if (!wrapped.ok) return wrapped;
  const { open, keyring, key } = wrapped.value;
  if (nameTaken(open, clerk.displayName)) return refuse('name-taken');
  open.db
    .transaction(() => {
      insertClerk(open.db, clerk);
      open.journal.append('clerk-added', { data: { clerk: clerk.id, role: clerk.role } });
    })
    .immediate();
  writeKeyring(core.folder, withClerkKey(keyring, { clerkId: clerk.id, displayName: clerk.displayName, role: clerk.role, key }));
  core.emit({ name: 'deskChanged', data: {} });
  return answer({ ...clerk, enabled: true, lastSignInAt: undefined });
}

/** Destroys an account's wrapped key. */
export function disableClerk(core: DeskCore, { clerkId }: DeskInput<'disableClerk'>): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  if (isLastSupervisor(open, clerkId)) return refuse('last-supervisor');
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  writeKeyring(core.folder, withoutClerkKey(keyring.value, clerkId));
  recordEnabled(core, open, clerkId, false);
  return answer(null);
}

/** Gives an account a new passphrase; a disabled one works again. */
export async function resetPassphrase(core: DeskCore, { clerkId, passphrase }: DeskInput<'resetPassphrase'>): Promise<Answer<null>> {
  const wrapped = await wrapWhileOpen(core, passphrase, clerkId);
  if (!wrapped.ok) return wrapped;
  const { open, keyring, key } = wrapped.value;
  const clerk = findClerk(open.db, clerkId);
  if (clerk === undefined) return refuse('account-disabled');
  writeKeyring(core.folder, withClerkKey(keyring, { clerkId, displayName: clerk.displayName, role: clerk.role, key }));
  forgetWrongTries(core.folder, clerkId);
  recordEnabled(core, open, clerkId, true);
  return answer(null);
}

/** Changes the passphrase of whoever is signed in. */
export async function changePassphrase(core: DeskCore, { current, next }: DeskInput<'changePassphrase'>): Promise<Answer<null>> {
  const { open: before } = core;
  if (before === undefined) return refuse('not-signed-in');
  const { clerkId } = before.seat;
  const checked = await unlockWithPassphrase(core, clerkId, current);
  if (!checked.ok) return checked;
  checked.value.fill(0);
  const wrapped = await wrapWhileOpen(core, next, clerkId);
  if (!wrapped.ok) return wrapped;
  const { open, keyring, key } = wrapped.value;
  writeKeyring(core.folder, withClerkKey(keyring, { ...open.seat, key }));
  open.journal.append('passphrase-changed');
  return answer(null);
}

/** Makes a new recovery code; the old one stops working at once. */
export async function renewRecoveryCode(core: DeskCore): Promise<Answer<{ recoveryCode: string }>> {
  const recoveryCode = newRecoveryCode();
  const wrapped = await wrapWhileOpen(core, recoveryCode, recoveryOwner);
  if (!wrapped.ok) return wrapped;
  const { open, keyring, key } = wrapped.value;
  writeKeyring(core.folder, { ...keyring, recovery: { key, confirmed: false } });
  open.journal.append('recovery-renewed');
  core.emit({ name: 'deskChanged', data: {} });
  return answer({ recoveryCode });
}

export function confirmRecoveryCode(core: DeskCore): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const keyring = readKeyring(core.folder);
  if (!keyring.ok) return keyring;
  writeKeyring(core.folder, { ...keyring.value, recovery: { ...keyring.value.recovery, confirmed: true } });
  open.journal.append('recovery-confirmed');
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

export const listClerks = ({ open }: DeskCore): Answer<readonly ClerkAccount[]> =>
  open === undefined ? refuse('not-signed-in') : answer(allClerks(open.db));

/**
 * Wraps the open records' key under a secret. Wrapping takes half a second, in which the desk may lock (the key is then
 * zeroed and the wrapping worthless) or the keyring change: both are looked at again afterwards.
 */
async function wrapWhileOpen(
  core: DeskCore,
  secret: string,
  owner: string,
): Promise<Answer<{ open: OpenRecords; keyring: Keyring; key: WrappedKey }>> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const key = await wrapKey(open.key, secret, owner, owner === recoveryOwner ? randomSecretCost : core.keyCost);
  if (core.open !== open) return refuse('not-signed-in');
  const keyring = readKeyring(core.folder);
  return keyring.ok ? answer({ open, keyring: keyring.value, key }) : keyring;
}

function recordEnabled(core: DeskCore, open: OpenRecords, clerkId: string, enabled: boolean): void {
  open.db
    .transaction(() => {
      enableClerk(open.db, clerkId, enabled);
      open.journal.append(enabled ? 'clerk-enabled' : 'clerk-disabled', { data: { clerk: clerkId } });
    })
    .immediate();
  core.emit({ name: 'deskChanged', data: {} });
}

const nameTaken = (open: OpenRecords, name: string): boolean =>
  allClerks(open.db).some(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());

function isLastSupervisor(open: OpenRecords, clerkId: string): boolean {
  const supervisors = allClerks(open.db).filter(({ role, enabled }) => enabled && role === 'supervisor');
  return supervisors.length === 1 && supervisors[0]?.id === clerkId;
}
