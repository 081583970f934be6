import { useCallback, useEffect } from 'react';
import { coverScreen } from './cover.ts';
import { useConnectionLost, useDeskAction } from './desk-context.tsx';

/** Locks the desk; where it does not answer the screen is covered at once, and locked when it does again. */
export function useLock(): () => void {
  const { run: signOut } = useDeskAction('signOut');
  return useCallback(() => {
    void signOut({}).then((reply) => !reply.ok && reply.code === 'connection-lost' && coverScreen(true));
  }, [signOut]);
}

/** As the desk's own inactivity clock starts with: a desk that does not answer cannot say what it is set to. */
const coverAfter = 10 * 60_000;

/** Nobody at the keyboard, and a desk that cannot lock itself: the screen is covered all the same. */
export function useCoverUnattended(): void {
  const lost = useConnectionLost();
  useEffect(() => {
    if (!lost) return;
    let timer = setTimeout(() => coverScreen(true), coverAfter);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => coverScreen(true), coverAfter);
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) window.removeEventListener(kind, again, { capture: true });
    };
  }, [lost]);
}
