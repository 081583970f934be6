import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { newId } from '../new-id.ts';
import { commitChange } from './commit-change.ts';
import { findPrint, insertPrint, settlePrintRow } from './print-store.ts';
import { visibleSession } from './session-access.ts';

type PrintMethods = Pick<SessionHalf, 'startPrint' | 'settlePrint'>;

/**
 * The page a resident takes home, as a job: `queued` before the dialog opens. One that stays so was under way when the
 * desk died, and nobody knows whether paper came out.
 */
export const printMethods = (context: HostContext): PrintMethods => ({
  startPrint: ({ sessionId }) => {
    const session = visibleSession(context, sessionId);
    if (!session.ok) return session;
    if (session.value.privacy === 'confidential') return refuse('printing-not-allowed');
    const id = newId(context.clock());
    commitChange(context, { event: 'print-started', sessionId, data: { print: id } }, (at) => {
      insertPrint(context.db, { id, session: sessionId, at });
    });
    const job = findPrint(context.db, id);
    return job === undefined ? refuse('no-such-print') : answer({ id, state: job.state, at: job.at });
  },

  settlePrint: ({ printId, printed }) => {
    const job = findPrint(context.db, printId);
    if (job === undefined) return refuse('no-such-print');
    const session = visibleSession(context, job.session);
    if (!session.ok) return session;
    commitChange(context, { event: 'print-settled', sessionId: job.session, data: { print: printId, printed } }, () => {
      settlePrintRow(context.db, printId, printed ? 'printed' : 'failed');
    });
    return answer(null);
  },
});
