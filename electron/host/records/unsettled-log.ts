import { statSync } from 'node:fs';
import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { lookInBackground } from '../db/copy-in-background.ts';
import type { DeskCore } from '../desk-core.ts';
import { recordsPath } from './desk-files.ts';

/**
 * Reads records with what a killed desk left in their write-ahead log, before the first touch moves it into them for good.
 * SQLite takes any log that lies there: one of another desk, or of another moment than the records put back beside it,
 * would be written over good pages. It takes about a second for each 50 MB of records, after a kill and never else.
 * The key is zeroed on a refusal.
 */
export async function checkUnsettledLog(core: DeskCore, key: Buffer): Promise<Answer<null>> {
  const log = statSync(`${recordsPath(core.folder)}-wal`, { throwIfNoEntry: false });
  const records = statSync(recordsPath(core.folder), { throwIfNoEntry: false });
  const nothingToDo = core.open !== undefined || records?.isFile() !== true || log === undefined || log.size === 0;
  const looked = nothingToDo ? answer(null) : await lookInBackground(recordsPath(core.folder), key);
  if (looked.ok) return answer(null);
  key.fill(0);
  return looked;
}
