import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnectionLost } from './desk-context.tsx';

const calm = 20_000;
const searching = 2_000;

/** Asks the desk how it is from time to time: notices a lost connection at rest, its return, and a new day. */
export function useHeartbeat(): void {
  const queries = useQueryClient();
  const lost = useConnectionLost();
  useEffect(() => {
    const timer = setInterval(() => void queries.refetchQueries({ queryKey: ['describeDesk'] }), lost ? searching : calm);
    return () => clearInterval(timer);
  }, [queries, lost]);
}
