import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { instantText } from '../../../shared/desk/clock.ts';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { setupDraftSchema } from '../../../shared/settings/settings.ts';
import type { SetupDraft } from '../../../shared/settings/settings.ts';
import { writeWholeFile } from '../data-folder/atomic-file.ts';
import { insertClerk } from '../access/clerk-store.ts';
import { makePrivateFile, removeDatabase } from '../db/database-files.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';
import type { DeskCore } from '../desk-core.ts';
import { isSetUp, newRecordsPath } from '../records/desk-files.ts';
import { headOf, writeHead } from '../records/journal-head.ts';
import { finishSetup, setupDraftPath } from './finish-setup.ts';
import { holdFolder } from '../data-folder/hold-folder.ts';
import { createJournal } from '../journal.ts';
import { randomSecretCost, wrapKey } from '../access/key-wrap.ts';
import { recoveryOwner } from '../access/keyring.ts';
import type { Keyring } from '../access/keyring.ts';
import { writeKeyring } from '../access/keyring-files.ts';
import { storeKeyring } from '../access/keyring-store.ts';
import { newRecoveryCode } from '../access/recovery-code.ts';
import { firstSettings, storeSettings } from '../settings/settings-store.ts';
import { takeSeat } from '../access/take-seat.ts';
import type { Unlocked } from '../access/unlock.ts';

type Setup = DeskInput<'completeSetup'>;

export function saveSetupDraft(core: DeskCore, draft: SetupDraft): Answer<null> {
  const free = freeFolder(core);
  if (!free.ok) return free;
  writeWholeFile(setupDraftPath(core.folder), JSON.stringify(draft));
  return answer(null);
}

export function readSetupDraft(folder: string): SetupDraft | undefined {
  try {
    return setupDraftSchema.safeParse(JSON.parse(readFileSync(setupDraftPath(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Makes the desk and signs its supervisor in. */
export async function completeSetup(core: DeskCore, setup: Setup): Promise<Answer<{ recoveryCode: string }>> {
  const made = await makeDesk(core, setup);
  if (!made.ok) return made;
  const { clerkId, unlocked, recoveryCode } = made.value;
  const seated = takeSeat(core, clerkId, unlocked, { by: 'signed-in' });
  return seated.ok ? answer({ recoveryCode }) : seated;
}

/**
 * Makes records, keys and the first supervisor. The keyring is what makes it real: killed before it is written there is
 * nothing, and the next start sweeps up; killed after, the next start puts the records in place.
 * @returns the database key too: the caller uses it or zeroes it
 */
export async function makeDesk(core: DeskCore, setup: Setup): Promise<Answer<{ clerkId: string; unlocked: Unlocked; recoveryCode: string }>> {
  const free = freeFolder(core);
  if (!free.ok) return free;
  const key = randomBytes(32);
  const clerkId = randomUUID();
  const recoveryCode = newRecoveryCode();
  const from = await wrapKey(key, setup.passphrase, clerkId, core.keyCost);
  const recoveryKey = await wrapKey(key, recoveryCode, recoveryOwner, randomSecretCost);
  const stillFree = freeFolder(core);
  if (!stillFree.ok) return stillFree;
  try {
    const { comune, kind, supervisorName: displayName } = setup;
    const clerks = [{ clerkId, displayName, role: 'supervisor' as const, key: from }];
    const keyring = { deskId: randomUUID(), revision: 1, comune, kind, clerks, recovery: { key: recoveryKey, confirmed: false } };
    writeNewRecords(core, setup, clerkId, key, keyring);
    writeKeyring(core.folder, keyring, key);
  } finally {
    finishSetup(core.folder);
  }
  return answer({ clerkId, unlocked: { key, from }, recoveryCode });
}

/** The folder is ours and no desk yet. */
function freeFolder(core: DeskCore): Answer<null> {
  const held = holdFolder(core);
  return held.ok && isSetUp(core.folder) ? refuse('already-set-up') : held;
}

/** A whole, closed database under its waiting name: closing moves everything out of the write-ahead log. */
function writeNewRecords(core: DeskCore, setup: Setup, clerkId: string, key: Buffer, keyring: Keyring): void {
  removeDatabase(newRecordsPath(core.folder));
  makePrivateFile(newRecordsPath(core.folder));
  const db = openDatabase(newRecordsPath(core.folder), key);
  try {
    migrate(db, () => undefined);
    db.transaction(() => {
      storeSettings(db, firstSettings(setup.comune, setup.kind));
      storeKeyring(db, keyring);
      insertClerk(db, { id: clerkId, displayName: setup.supervisorName, role: 'supervisor', addedAt: instantText(core.clock()) });
      createJournal(db, core.clock, clerkId).append('desk-set-up');
    })();
    core.fillNew?.(db, clerkId);
    writeHead(core.folder, key, headOf(db));
  } finally {
    db.close();
  }
}
