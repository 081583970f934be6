import type { DeskCore, OpenRecords } from '../desk-core.ts';
import { signOut } from './sign-out.ts';

const warningSeconds = 60;

/** Watches over an unattended desk: one warning, then the lock. The function returned is called when somebody is there. */
export function watchInactivity(core: DeskCore, open: OpenRecords, callOff: (waiting: () => void) => void): () => void {
  let lastSeen = core.clock();
  let stop = begin(core, open);
  callOff(() => stop());
  return () => {
    // While the computer slept its timers slept too: then the wait is over although none of them rang.
    const waited = core.clock().since(lastSeen).total('minutes');
    if (waited >= open.settings.lockAfterMinutes) return void signOut(core, 'inactivity');
    stop();
    lastSeen = core.clock();
    stop = begin(core, open);
  };
}

function begin(core: DeskCore, open: OpenRecords): () => void {
  const seconds = open.settings.lockAfterMinutes * 60;
  const secondsLeft = Math.min(warningSeconds, seconds / 2);
  const stopWarning = core.timers.after((seconds - secondsLeft) * 1000, () => core.emit({ name: 'lockApproached', data: { secondsLeft } }));
  const stopLock = core.timers.after(seconds * 1000, () => void signOut(core, 'inactivity'));
  return () => {
    stopWarning();
    stopLock();
  };
}
