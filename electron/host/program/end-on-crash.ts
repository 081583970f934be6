import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import { describeCrash } from './describe-crash.ts';
import { printTrouble } from './print-line.ts';

/**
 * An error nobody caught ends the desk: what is on disk is whole, what is in memory no longer can be trusted. Node itself
 * would print the error's message, which may quote what somebody typed.
 */
export function endOnCrash(end: () => void): void {
  const crash = (error: unknown): void => {
    printTrouble(`${words.crashedWhileRunning}\n${describeCrash(error)}`);
    end();
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}
