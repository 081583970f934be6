import { randomUUID } from 'node:crypto';
import { instantText } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import type { ClerkAccount } from '../../../shared/settings/settings.ts';
import { allClerks, enableClerk, findClerk, insertClerk } from './clerk-store.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { changeKeyring } from './change-keyring.ts';
import { randomSecretCost, wrapKey } from './key-wrap.ts';
import type { WrappedKey } from './key-wrap.ts';
import { recoveryOwner, withClerkKey, withoutClerkKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { storedKeyring } from './keyring-store.ts';
import { forgetWrongTries } from './lock-out.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { signOut } from './sign-out.ts';
import { unlockWithPassphrase } from './unlock.ts';

export async function addClerk(core: DeskCore, input: DeskInput<'addClerk'>): Promise<Answer<ClerkAccount>> {
  const clerk = { id: randomUUID(), displayName: input.displayName, role: input.role, addedAt: instantText(core.clock()) };
  const wrapped = await wrapWhileOpen(core, input.passphrase, clerk.id);
  if (!wrapped.ok) return wrapped;
  const { open, key } = wrapped.value;
  if (nameTaken(open, clerk.displayName)) return refuse('name-taken');
  const added = { clerkId: clerk.id, displayName: clerk.displayName, role: clerk.role, key };
  changeKeyring(core, open, (keyring) => withClerkKey(keyring, added), () => {
    insertClerk(open.db, clerk);
    open.journal.append('clerk-added', { data: { clerk: clerk.id, role: clerk.role } });
  });
  core.emit({ name: 'deskChanged', data: {} });
  return answer({ ...clerk, enabled: true, lastSignInAt: undefined });
}

/** Destroys an account's wrapped key. Who disables their own account leaves the desk with it. */
export function disableClerk(core: DeskCore, { clerkId }: DeskInput<'disableClerk'>): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const clerk = findClerk(open.db, clerkId);
  if (clerk === undefined) return refuse('account-disabled');
  // Pressed twice, or by two supervisors: done is done, and the journal says it once.
  if (!clerk.enabled) return answer(null);
  if (isLastSupervisor(open, clerkId)) return refuse('last-supervisor');
  changeKeyring(core, open, (keyring) => withoutClerkKey(keyring, clerkId), () => recordEnabled(open, clerkId, false));
  if (clerkId === open.seat.clerkId) return signOut(core, 'clerk');
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

/** Gives an account a new passphrase; a disabled one works again. */
export async function resetPassphrase(core: DeskCore, { clerkId, passphrase }: DeskInput<'resetPassphrase'>): Promise<Answer<null>> {
  const wrapped = await wrapWhileOpen(core, passphrase, clerkId);
  if (!wrapped.ok) return wrapped;
  const { open, key } = wrapped.value;
  const clerk = findClerk(open.db, clerkId);
  if (clerk === undefined) return refuse('account-disabled');
  const renewed = { clerkId, displayName: clerk.displayName, role: clerk.role, key };
  changeKeyring(core, open, (keyring) => withClerkKey(keyring, renewed), () => recordEnabled(open, clerkId, true));
  forgetWrongTries(core.folder, clerkId);
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

/** Changes the passphrase of whoever is signed in. */
export async function changePassphrase(core: DeskCore, { current, next }: DeskInput<'changePassphrase'>): Promise<Answer<null>> {
  const { open: before } = core;
  if (before === undefined) return refuse('not-signed-in');
  const { clerkId } = before.seat;
  const checked = await unlockWithPassphrase(core, storedKeyring(before.db), clerkId, current);
  if (!checked.ok) return checked;
  checked.value.key.fill(0);
  const wrapped = await wrapWhileOpen(core, next, clerkId);
  if (!wrapped.ok) return wrapped;
  const { open, key } = wrapped.value;
  changeKeyring(core, open, (keyring) => withClerkKey(keyring, { ...open.seat, key }), () => open.journal.append('passphrase-changed'));
  return answer(null);
}

/** Makes a new recovery code; the old one stops working at once. */
export async function renewRecoveryCode(core: DeskCore): Promise<Answer<{ recoveryCode: string }>> {
  const recoveryCode = newRecoveryCode();
  const wrapped = await wrapWhileOpen(core, recoveryCode, recoveryOwner);
  if (!wrapped.ok) return wrapped;
  const { open, key } = wrapped.value;
  const recovery = { key, confirmed: false };
  changeKeyring(core, open, (keyring) => ({ ...keyring, recovery }), () => open.journal.append('recovery-renewed'));
  core.emit({ name: 'deskChanged', data: {} });
  return answer({ recoveryCode });
}

export function confirmRecoveryCode(core: DeskCore): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const confirm = (keyring: Keyring) => ({ ...keyring, recovery: { ...keyring.recovery, confirmed: true } });
  changeKeyring(core, open, confirm, () => open.journal.append('recovery-confirmed'));
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

export const listClerks = ({ open }: DeskCore): Answer<readonly ClerkAccount[]> =>
  open === undefined ? refuse('not-signed-in') : answer(allClerks(open.db));

/**
 * Wraps the open records' key under a secret. That takes half a second, in which the desk may lock: the key is then zeroed
 * and the wrapping worthless.
 */
async function wrapWhileOpen(core: DeskCore, secret: string, owner: string): Promise<Answer<{ open: OpenRecords; key: WrappedKey }>> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const key = await wrapKey(open.key, secret, owner, owner === recoveryOwner ? randomSecretCost : core.keyCost);
  return core.open === open ? answer({ open, key }) : refuse('not-signed-in');
}

function recordEnabled(open: OpenRecords, clerkId: string, enabled: boolean): void {
  enableClerk(open.db, clerkId, enabled);
  open.journal.append(enabled ? 'clerk-enabled' : 'clerk-disabled', { data: { clerk: clerkId } });
}

const nameTaken = (open: OpenRecords, name: string): boolean =>
  allClerks(open.db).some(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());

function isLastSupervisor(open: OpenRecords, clerkId: string): boolean {
  const supervisors = allClerks(open.db).filter(({ role, enabled }) => enabled && role === 'supervisor');
  return supervisors.length === 1 && supervisors[0]?.id === clerkId;
}
