import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWholeFile } from '../data-folder/atomic-file.ts';

const runningDeskSchema = z.strictObject({ pid: z.number().int(), port: z.number().int().nullable(), secret: z.string() });

/**
 * How a second start finds the desk that is already running on a folder: its process, its port (null in Electron without
 * a socket) and a secret with which to ask it to come to the front. Believe it only after the folder's lock was refused:
 * a killed desk leaves the file behind.
 */
export type RunningDesk = z.infer<typeof runningDeskSchema>;

const pathIn = (folder: string) => join(folder, 'running.json');

export function writeRunningDesk(folder: string, desk: RunningDesk): void {
  writeWholeFile(pathIn(folder), JSON.stringify(desk));
}

export function readRunningDesk(folder: string): RunningDesk | undefined {
  try {
    return runningDeskSchema.safeParse(JSON.parse(readFileSync(pathIn(folder), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Where it cannot be taken away (a folder nobody may look into, a disk pulled out) it stays, as after a kill. */
export function forgetRunningDesk(folder: string): void {
  try {
    rmSync(pathIn(folder), { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}
