import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../../../shared/desk/clock.ts';
import { writeWholeFile } from '../data-folder/atomic-file.ts';

const triesAllowed = 5;
/** Seconds to wait after the fifth wrong try, the sixth, and so on; the last one stays. */
const waits = [30, 60, 120, 300, 900] as const;
const longestWait = 900;

const triesSchema = z.strictObject({ wrong: z.number().int(), lastAt: z.iso.datetime() });
const fileSchema = z.record(z.string(), triesSchema);
type Tries = z.infer<typeof triesSchema>;

const pathIn = (folder: string) => join(folder, 'lock-out.json');

/** Seconds until this account may try again; 0 when it may. Known across restarts. */
export function secondsLockedOut(folder: string, account: string, clock: Clock): number {
  const tries = readTries(folder)[account];
  if (tries === undefined || tries.wrong < triesAllowed) return 0;
  const passed = Math.floor(clock().since(Temporal.Instant.from(tries.lastAt)).total('seconds'));
  if (passed >= 0) return Math.max(0, waitAfter(tries.wrong) - passed);
  // The clock was set back: the wait starts again from the new time, so it neither ends early nor lasts for ever.
  writeTries(folder, account, { wrong: tries.wrong, lastAt: clock().toString() });
  return waitAfter(tries.wrong);
}

/** Counts a wrong try and answers with how many are left before the account has to wait. */
export function countWrongTry(folder: string, account: string, clock: Clock): number {
  const wrong = (readTries(folder)[account]?.wrong ?? 0) + 1;
  writeTries(folder, account, { wrong, lastAt: clock().toString() });
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
