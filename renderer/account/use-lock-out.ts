import { useMemo } from 'react';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { useCountdown } from './use-countdown.ts';

export interface LockOut {
  readonly secondsLeft: number;
  readonly total: number;
}

/** How long the desk still refuses to hear a passphrase: a refusal says so in `seconds`, the wrong try too that begins the wait. */
export function useLockOut(refusal: Refusal | undefined): LockOut {
  const start = useMemo(() => {
    const seconds = Number(refusal?.details?.['seconds'] ?? 0);
    return seconds > 0 ? { seconds } : undefined;
  }, [refusal]);
  return { secondsLeft: useCountdown(start), total: start?.seconds ?? 0 };
}
