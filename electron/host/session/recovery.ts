import { answer } from '../../../shared/desk/refusal.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { sessionDetail } from './session-detail.ts';
import { interruptedSessions } from './session-store.ts';
import { viewerOf } from './visibility.ts';

/** What a dead process left open and nobody has gone on with since. */
export const recoveryMethods = (context: HostContext): Pick<SessionHalf, 'listInterrupted'> => ({
  listInterrupted: () => answer(interruptedSessions(context.db, viewerOf(context)).map((sessionId) => sessionDetail(context, sessionId))),
});
