import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { HostContext } from '../host-context.ts';
import { findSession } from './session-store.ts';
import type { SessionRow } from './session-store.ts';

const maySee = (context: HostContext, session: SessionRow) =>
  session.privacy !== 'confidential' || context.seat.role === 'supervisor' || session.clerk_id === context.seat.clerkId;

/** A session the signed-in clerk may look at. Refuses: `no-such-session`, `session-confidential`. */
export function visibleSession(context: HostContext, sessionId: string): Answer<SessionRow> {
  const session = findSession(context.db, sessionId);
  if (session === undefined) return refuse('no-such-session');
  return maySee(context, session) ? answer(session) : refuse('session-confidential');
}

/**
 * A session the signed-in clerk is working on: open, and theirs. Only such a session may be changed; one that was put
 * aside, interrupted or begun by a colleague is resumed first, so that the record says who did what.
 * Refuses besides: `session-closed`, `session-not-resumed`.
 */
export function sessionInHand(context: HostContext, sessionId: string): Answer<SessionRow> {
  const found = visibleSession(context, sessionId);
  if (!found.ok) return found;
  const session = found.value;
  if (session.state === 'closed') return refuse('session-closed');
  return session.state === 'open' && session.clerk_id === context.seat.clerkId ? found : refuse('session-not-resumed');
}
