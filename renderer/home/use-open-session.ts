import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Refusal } from '../../shared/desk/refusal.ts';
import type { Privacy } from '../../shared/session/closed-lists.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';

/** Opens a session and goes to it; with a procedure, starts that too and goes straight to its first step. */
export function useOpenSession() {
  const [, navigate] = useLocation();
  const { run: openSession } = useDeskAction('openSession');
  const { run: startRun } = useDeskAction('startRun');
  const [state, setState] = useState<{ busy: boolean; refusal?: Refusal }>({ busy: false });
  // Not the state: a key pressed twice comes before anything is drawn.
  const underWay = useRef(false);
  const open = useCallback(
    async (privacy: Privacy, procedure?: string) => {
      if (underWay.current) return;
      underWay.current = true;
      setState({ busy: true });
      const session = await openSession({ privacy });
      underWay.current = session.ok;
      if (!session.ok) return setState({ busy: false, refusal: session });
      if (procedure === undefined) return navigate(paths.session(session.value.id));
      const run = await startRun({ sessionId: session.value.id, procedure });
      // A session without its run is still a session: the clerk goes on from there.
      return navigate(run.ok ? paths.run(session.value.id, run.value.record.id) : paths.session(session.value.id));
    },
    [navigate, openSession, startRun],
  );
  return { open, ...state };
}
