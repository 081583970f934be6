import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { alignKeyringFiles } from '../access/keyring-files.ts';
import { makeDataFolder } from './data-folder.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import type { DeskCore } from '../desk-core.ts';
import { lockDeskFolder } from '../db/desk-lock.ts';
import { finishRestore, sweepRestore } from '../records/unfinished-restore.ts';
import { finishSetup } from '../setup/finish-setup.ts';

/** Makes the folder, takes it for this process and tidies up what a kill left half done in it; once, or until it works. */
export function holdFolder(core: DeskCore): Answer<null> {
  if (core.closed) return refuse('database-in-use');
  if (core.lock !== undefined) return answer(null);
  const held = tryToHold(core);
  core.trouble = held.ok ? undefined : held.code;
  if (held.ok) core.onHeld();
  return held;
}

function tryToHold(core: DeskCore): Answer<null> {
  try {
    makeDataFolder(core.folder);
    const lock = lockDeskFolder(core.folder);
    if (!lock.ok) return lock;
    core.lock = lock.value;
    finishSetup(core.folder);
    finishRestore(core.folder, core.clock());
    sweepRestore(core.folder);
    alignKeyringFiles(core.folder);
    return answer(null);
  } catch (error) {
    const code = databaseTrouble(error);
    if (code === undefined) throw error;
    return refuse(code);
  }
}
