import { databaseTrouble } from '../db/database-trouble.ts';
import { describeCrash } from '../program/describe-crash.ts';
import { printTrouble } from '../program/print-line.ts';

/**
 * Does work nobody waits for an answer of: what goes wrong is told to whoever started the desk, and the desk goes on. A full
 * disk is no news here, the next save says it on screen.
 */
export function logged(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (databaseTrouble(error) === undefined) printTrouble(`hub: ${describeCrash(error)}`);
  }
}

/** The same for work that takes its time. */
export function loggedLater(work: () => Promise<unknown>): void {
  work().catch((error: unknown) =>
    logged(() => {
      throw error;
    }),
  );
}
