import { useMemo } from 'react';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { useCountdown } from './use-countdown.ts';

export interface LockOut {
  readonly secondsLeft: number;
  readonly total: number;
}

/** How long the desk still refuses to hear a passphrase, after a `locked-out` refusal (its `seconds`). */
export function useLockOut(refusal: Refusal | undefined): LockOut {
  const start = useMemo(() => {
    const seconds = refusal?.code === 'locked-out' ? Number(refusal.details?.['seconds'] ?? 0) : 0;
    return seconds > 0 ? { seconds } : undefined;
  }, [refusal]);
  return { secondsLeft: useCountdown(start), total: start?.seconds ?? 0 };
}
