import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useDeskQuery } from './desk-context.tsx';
import { paths } from './paths.ts';

/** Once after sign-in: when a dead process left sessions open, their screen comes before anything else. */
export function useInterruptedFirst(): void {
  const interrupted = useDeskQuery('listInterrupted', {});
  const asked = useRef(false);
  const [, navigate] = useLocation();
  const known = interrupted.state === 'ready';
  const some = interrupted.state === 'ready' && interrupted.value.length > 0;
  useEffect(() => {
    if (asked.current || !known) return;
    asked.current = true;
    if (some) navigate(paths.interrupted);
  }, [known, some, navigate]);
}
