import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWholeFile } from '../data-folder/atomic-file.ts';
import type { Uptime } from '../uptime.ts';

const triesAllowed = 5;
/** Seconds to wait after the fifth wrong try, the sixth, and so on; the last one stays. */
const waits = [30, 60, 120, 300, 900] as const;
const longestWait = 900;

const triesSchema = z.strictObject({ wrong: z.number().int(), lastAtUptime: z.number() });
const fileSchema = z.record(z.string(), triesSchema);
type Tries = z.infer<typeof triesSchema>;

const pathIn = (folder: string) => join(folder, 'lock-out.json');

/**
 * Seconds until this account may try again; 0 when it may. Known across restarts. Counted in the computer's running time:
 * setting its clock neither ends a wait nor makes it longer.
 */
export function secondsLockedOut(folder: string, account: string, uptime: Uptime): number {
  const tries = readTries(folder)[account];
  if (tries === undefined || tries.wrong < triesAllowed) return 0;
  const now = uptime();
  // Running for less time than at the last try, the computer was restarted since: all its running time came after it.
  const from = now >= tries.lastAtUptime ? tries.lastAtUptime : 0;
  if (from !== tries.lastAtUptime) writeTries(folder, account, { wrong: tries.wrong, lastAtUptime: from });
  return Math.max(0, Math.ceil(waitAfter(tries.wrong) - (now - from)));
}

/** Counts a wrong try and answers with how many are left before the account has to wait. */
export function countWrongTry(folder: string, account: string, uptime: Uptime): number {
  const wrong = (readTries(folder)[account]?.wrong ?? 0) + 1;
  writeTries(folder, account, { wrong, lastAtUptime: uptime() });
  return Math.max(0, triesAllowed - wrong);
}

/** A right try: the count starts again. */
export function forgetWrongTries(folder: string, account: string): void {
  if (readTries(folder)[account] !== undefined) writeTries(folder, account, undefined);
}

const waitAfter = (wrong: number): number => waits[wrong - triesAllowed] ?? longestWait;

function readTries(folder: string): Readonly<Record<string, Tries>> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
  } catch {
    // Missing or unreadable: whoever may write here does not need to guess through this door.
    return {};
  }
}

function writeTries(folder: string, account: string, tries: Tries | undefined): void {
  const { [account]: _replaced, ...others } = readTries(folder);
  writeWholeFile(pathIn(folder), JSON.stringify(tries === undefined ? others : { ...others, [account]: tries }));
}
