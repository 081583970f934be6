import { databaseTrouble } from '../db/database-trouble.ts';
import { printTrouble } from '../program/print-line.ts';
import { writeRunningDesk } from './running-desk.ts';
import type { RunningDesk } from './running-desk.ts';
import { sentenceOf } from '../sentences.ts';

/**
 * Leaves word for a second start. In a folder that cannot be written the desk still comes up, to say so on its screens; a
 * second start will then not find it.
 */
export function noteRunningDesk(folder: string, running: RunningDesk): void {
  try {
    writeRunningDesk(folder, running);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    printTrouble(sentenceOf(databaseTrouble(error) ?? 'folder-read-only'));
  }
}
