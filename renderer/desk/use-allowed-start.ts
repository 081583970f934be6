import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useDescription } from './desk-context.tsx';
import { paths } from './paths.ts';
import { routes } from './routes.tsx';

/** Once after sign-in: a clerk who comes in where the supervisor left off, and may not be there, starts from home. */
export function useAllowedStart(): void {
  const { signedIn } = useDescription();
  const [place, navigate] = useLocation();
  const begun = useRef(false);
  const reserved = signedIn?.role !== 'supervisor' && routes.some(({ path, supervisorOnly }) => supervisorOnly && path === place);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    if (reserved) navigate(paths.home, { replace: true });
  }, [reserved, navigate]);
}
